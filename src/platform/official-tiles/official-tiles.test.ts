import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OnlineAnswer } from '#domain/official-tiles/answer-online.ts'
import { OFFICIAL_LAYER_IDS } from '#domain/official-tiles/official-layer.ts'
import {
  startOfficialTileServer,
  type Drawings,
  type Drawn,
  type OfficialTileServer,
} from '#tests/support/official-tile-server.ts'
import { createOfficialTiles } from './official-tiles.ts'

const HERE = [130.0989, 33.1037] as const
const PATIENCE = { firstByteMs: 300, totalMs: 900 }

let server: OfficialTileServer
beforeEach(async () => {
  server = await startOfficialTileServer()
})
afterEach(() => server.close())

const flood = ({ risk }: OnlineAnswer) =>
  risk.hazards.find(({ kind, scenario }) => kind === 'flood' && scenario === 'max')

async function ask(drawings: Drawings, otherwise: Drawn = 'none') {
  server.draw(drawings, otherwise)
  const tiles = createOfficialTiles({ base: server.url, patience: PATIENCE })
  return tiles.answerAt(HERE, { signal: new AbortController().signal })
}

describe('the official pictures', () => {
  it('are asked for in their scheme, one square for each layer, and no more', async () => {
    const answer = await ask({ floodMax: 0xffb7b7, floodDuration: 0xfaf500 })
    expect(flood(answer)).toMatchObject({
      answer: 'hazard',
      depth: { min: 3, max: 5 },
      duration: { answer: 'hours', hours: { min: 24, max: 72 } },
    })
    expect(server.asked).toHaveLength(OFFICIAL_LAYER_IDS.length)
    expect(new Set(server.asked).size).toBe(server.asked.length)
    expect(server.asked).toContain('/raster/01_flood_l2_shinsuishin_data/17/112903/52750.png')
    for (const path of server.asked) expect(path).toMatch(/^\/raster\/[a-z0-9_]+\/17\/112903\/52750\.png$/)
  })

  it.each<Drawn>([
    'html',
    'htmlAsPng',
    'wrongSize',
    'spoiled',
    'error',
    'redirect',
    'hang',
    'cutOff',
    'trickle',
  ])('that come as "%s" could not be fetched, and never read as "nothing here"', async (drawn) => {
    const answer = await ask({ floodMax: drawn })
    expect(flood(answer)).toMatchObject({ answer: 'dataUnavailable', why: 'notFetched' })
  })

  it('that are not there, or transparent, say that nothing is published', async () => {
    for (const drawn of ['none', 'clear'] as const)
      expect(flood(await ask({ floodMax: drawn }))).toMatchObject({ answer: 'noZonePublished' })
  })

  it('with a colour of no legend could not be read', async () => {
    expect(flood(await ask({ floodMax: 0xffb7b8 }))).toMatchObject({ why: 'colourUnknown' })
  })

  it('of a server that is gone could not be fetched, all of them', async () => {
    await server.close()
    const { risk, avalanche } = await ask({})
    expect(avalanche).toMatchObject({ why: 'notFetched' })
    for (const hazard of risk.hazards) expect(hazard.answer).toBe('dataUnavailable')
  })

  it('that all hang are given up together, and those that came before still tell', async () => {
    const answer = await ask({ floodMax: 0xffb7b7 }, 'trickle')
    expect(flood(answer)).toMatchObject({ answer: 'hazard', rank: 3 })
    expect(answer.avalanche).toMatchObject({ why: 'notFetched' })
  })

  it('are no longer waited for when the person stops', async () => {
    server.draw({}, 'hang')
    const stop = new AbortController()
    const tiles = createOfficialTiles({ base: server.url })
    const asked = tiles.answerAt(HERE, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('stopped')), 50)
    await expect(asked).rejects.toThrow('stopped')
  })

  it('are asked for without cookies, without a referrer, and following no redirect', async () => {
    const inits: RequestInit[] = []
    const tiles = createOfficialTiles({
      base: server.url,
      fetch: (address, init) => (inits.push(init), fetch(address, init)),
    })
    await tiles.answerAt(HERE, { signal: new AbortController().signal })
    expect(inits).toHaveLength(12)
    for (const init of inits)
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' })
  })

  it('have an address for the map', () => {
    const tiles = createOfficialTiles({ base: 'https://tiles.example' })
    expect(tiles.host).toBe('tiles.example')
    expect(tiles.template('tsunami')).toBe(
      'https://tiles.example/raster/04_tsunami_newlegend_data/{z}/{x}/{y}.png',
    )
  })
})
