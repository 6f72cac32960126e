import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPng } from '#tests/support/a-png.ts'
import { HAZARD_KINDS } from '../hazards/hazard-kind.ts'
import { describeRisk } from '../risk/describe-answer.ts'
import { answerOnline, type FetchTile } from './answer-online.ts'
import { ABOUT_OFFICIAL } from './credit.ts'
import { OFFICIAL_LAYER_IDS, OFFICIAL_LAYERS, type OfficialLayerId } from './official-layer.ts'
import { decodePng, parsePng } from './png.ts'
import type { TileAnswer } from './read-layer.ts'
import { pixelsWithin } from './tile-pixels.ts'

const HERE = [130.0989, 33.1037] as const

/** A picture of one colour, sent through a real PNG. */
function picture(colour: number, alpha = 255, except: Readonly<Record<number, number>> = {}): TileAnswer {
  const rgb = (all: number) => [all >> 16, (all >> 8) & 255, all & 255]
  const others = Object.entries(except)
  const samples = Array.from({ length: 256 * 256 }, () => 0)
  others.forEach(([pixel], index) => (samples[Number(pixel)] = index + 1))
  const palette = [colour, ...others.map(([, other]) => other)].map(
    (one) => rgb(one) as [number, number, number],
  )
  const parts = parsePng(
    aPng({ width: 256, height: 256, colour: 3, depth: 8, samples, palette, transparency: [alpha] }),
  )
  if (!parts.ok) throw new Error(parts.reason)
  const decoded = decodePng(parts.value, inflateSync(parts.value.packed))
  if (!decoded.ok) throw new Error(decoded.reason)
  return { state: 'picture', picture: decoded.value }
}

const NONE: TileAnswer = { state: 'none' }
const FAILED: TileAnswer = { state: 'failed' }

const serving =
  (answers: Partial<Record<OfficialLayerId, TileAnswer>>, otherwise: TileAnswer = NONE): FetchTile =>
  async (layer) =>
    answers[layer] ?? otherwise

const ask = async (answers: Partial<Record<OfficialLayerId, TileAnswer>>, otherwise: TileAnswer = NONE) => {
  const { risk, avalanche, troubles } = await answerOnline(HERE, serving(answers, otherwise))
  const of = (kind: string, scenario = 'max') =>
    risk.hazards.find((one) => one.kind === kind && one.scenario === scenario)
  return { risk, avalanche, troubles, of }
}

/** Where each layer's finding ends up. */
const TELLS: { readonly [id in OfficialLayerId]: readonly [kind: string, scenario: string] } = {
  floodMax: ['flood', 'max'],
  floodDesign: ['flood', 'design'],
  floodDuration: ['flood', 'max'],
  collapseFlow: ['houseCollapse', 'max'],
  collapseErosion: ['houseCollapse', 'max'],
  inlandFlood: ['inlandFlood', 'max'],
  stormSurge: ['stormSurge', 'max'],
  tsunami: ['tsunami', 'max'],
  debrisFlow: ['landslide', 'max'],
  steepSlope: ['landslide', 'max'],
  slide: ['landslide', 'max'],
  avalanche: ['avalanche', ''],
}

describe('the answer from official pictures', () => {
  it('tells every colour of every legend by its meaning, through a real picture', async () => {
    for (const id of OFFICIAL_LAYER_IDS)
      for (const [colour, means] of OFFICIAL_LAYERS[id].legend) {
        const beside = id === 'floodDuration' ? { floodMax: picture(0xffb7b7) } : {}
        const { of, avalanche } = await ask({ ...beside, [id]: picture(colour) })
        const found = id === 'avalanche' ? avalanche : of(...TELLS[id])
        const name = `${id} ${colour.toString(16)}`
        expect(found, name).toMatchObject({ answer: 'hazard' })
        if (means.type === 'depth')
          expect(found, name).toMatchObject({ depth: { min: means.min, max: means.max }, complete: true })
        if (means.type === 'duration')
          expect(found, name).toMatchObject({
            depth: { min: 3, max: 5 },
            duration: { answer: 'hours', hours: { min: means.min, max: means.max } },
          })
        if (means.type === 'collapse') expect(found, name).toMatchObject({ zone: means.by })
        if (means.type === 'landslide') {
          const { phenomenon, zone, planned } = means
          expect(found, name).toMatchObject({ zone, zones: [{ phenomenon, zone, planned }] })
        }
      }
  })

  it('gives a depth the official rank that holds its upper bound', async () => {
    const { of } = await ask({ floodMax: picture(0xf8e1a6), tsunami: picture(0xffffb3) })
    expect(of('flood')).toMatchObject({ rank: 2, depth: { min: 0.5, max: 1 } })
    expect(of('tsunami')).toMatchObject({ rank: 1, depth: { min: 0, max: 0.3 } })
  })

  it('answers every kind, the worst first, and says what the portal has no picture of', async () => {
    const { risk, of } = await ask({ floodMax: picture(0xf7f5a9), collapseErosion: picture(0xff7f7f) })
    expect(new Set(risk.hazards.map(({ kind }) => kind))).toEqual(new Set(HAZARD_KINDS))
    expect(risk.hazards.slice(0, 2).map(({ kind }) => kind)).toEqual(['houseCollapse', 'flood'])
    expect(of('pond')).toMatchObject({ answer: 'dataUnavailable', why: 'notBuilt' })
    expect(of('tsunami')).toMatchObject({ answer: 'noZonePublished' })
  })

  it('takes "no picture" and "transparent" for "no zone published", and the strength of a colour for nothing', async () => {
    expect((await ask({})).of('flood')).toMatchObject({ answer: 'noZonePublished' })
    expect((await ask({ floodMax: picture(0xffb7b7, 0) })).of('flood')).toMatchObject({
      answer: 'noZonePublished',
    })
    expect((await ask({ floodMax: picture(0xffb7b7, 90) })).of('flood')).toMatchObject({ rank: 3 })
  })

  it('never takes an unknown colour for the nearest one', async () => {
    const { of } = await ask({ floodMax: picture(0xffb7b8), slide: picture(0x000000), steepSlope: NONE })
    expect(of('flood')).toMatchObject({ answer: 'dataUnavailable', why: 'colourUnknown' })
    expect(of('landslide')).toMatchObject({ answer: 'dataUnavailable', why: 'colourUnknown' })
  })

  it('says of what could not be fetched that it could not, and of a zone beside it that more may be here', async () => {
    const { of, avalanche, troubles } = await ask({ collapseFlow: picture(0xff0000) }, FAILED)
    expect(of('flood')).toMatchObject({ answer: 'dataUnavailable', why: 'notFetched' })
    expect(of('houseCollapse')).toMatchObject({ answer: 'hazard', zone: 'flow', complete: false })
    expect(avalanche).toEqual({ answer: 'dataUnavailable', why: 'notFetched' })
    expect(troubles).toEqual({ notFetched: 11, colourUnknown: 0 })
  })

  it('reads the zone of the current between its circles, and the others at the point itself', async () => {
    const [place] = pixelsWithin(HERE, 0)
    const pixel = place?.pixels[0] ?? 0
    const near = { [pixel + 8]: 0xff0000 }
    expect((await ask({ collapseFlow: picture(0, 0, near) })).of('houseCollapse')).toMatchObject({
      zone: 'flow',
    })
    expect((await ask({ collapseErosion: picture(0, 0, near) })).of('houseCollapse')).toMatchObject({
      answer: 'noZonePublished',
    })
    const far = { [pixel + 14]: 0xff0000 }
    expect((await ask({ collapseFlow: picture(0, 0, far) })).of('houseCollapse')).toMatchObject({
      answer: 'noZonePublished',
    })
  })

  it('tells the worst within the circle of an inexact position', async () => {
    const [place] = pixelsWithin(HERE, 0)
    const near = { [(place?.pixels[0] ?? 0) + 20]: 0xff9191 }
    const fetchTile = serving({ floodMax: picture(0xf7f5a9, 255, near) })
    const rank = async (within: number) =>
      (await answerOnline(HERE, fetchTile, { within })).risk.hazards.find(({ kind }) => kind === 'flood')
    expect(await rank(5)).toMatchObject({ rank: 1 })
    expect(await rank(30)).toMatchObject({ rank: 4, complete: true })
  })

  it('tells how far it has come, and stops where it is stopped', async () => {
    const steps: number[] = []
    await answerOnline(HERE, serving({}), { onLayer: (done) => steps.push(done) })
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    await expect(answerOnline(HERE, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
  })

  it('never says that nothing is published while any picture of the hazard failed or holds an unknown colour', async () => {
    const states = fc.constantFrom('none', 'failed', 'odd', 'clear', 'zone')
    const cache = new Map<string, TileAnswer>([
      ['none', NONE],
      ['failed', FAILED],
      ['odd', picture(0x123456)],
      ['clear', picture(0x123456, 0)],
    ])
    await fc.assert(
      fc.asyncProperty(fc.tuple(...OFFICIAL_LAYER_IDS.map(() => states)), async (drawn) => {
        const state = (id: OfficialLayerId) => drawn[OFFICIAL_LAYER_IDS.indexOf(id)] ?? 'none'
        const answers = Object.fromEntries(
          OFFICIAL_LAYER_IDS.map((id) => {
            const [colour = 0] = OFFICIAL_LAYERS[id].legend.keys()
            const key = state(id) === 'zone' ? `zone ${colour}` : state(id)
            if (!cache.has(key)) cache.set(key, picture(colour))
            return [id, cache.get(key) ?? NONE]
          }),
        )
        const { risk } = await answerOnline(HERE, serving(answers))
        for (const hazard of risk.hazards) {
          const own = OFFICIAL_LAYER_IDS.filter(
            (id) => TELLS[id].join() === [hazard.kind, hazard.scenario].join() && id !== 'floodDuration',
          ).map(state)
          if (own.length === 0) continue
          const isZone = own.includes('zone')
          const isWhole = own.every((one) => one === 'none' || one === 'clear' || one === 'zone')
          expect(hazard.answer).toBe(isZone ? 'hazard' : isWhole ? 'noZonePublished' : 'dataUnavailable')
          if (hazard.answer === 'hazard') expect(hazard.complete).toBe(isWhole)
        }
      }),
    )
  })

  it('can be put into words, with the credit that the terms ask for', async () => {
    const { risk } = await ask({ floodMax: picture(0xffd8c0) }, FAILED)
    const { reports } = describeRisk(risk, ABOUT_OFFICIAL)
    expect(reports[0]).toMatchObject({ kind: 'flood', tone: 'hazard', rank: 2 })
    expect(reports[0]?.provenance[0]).toEqual({
      credit: 'ハザードマップポータルサイト（https://disaportal.gsi.go.jp/）を加工して作成',
      asOf: null,
    })
  })
})
