import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInside } from '#domain/geo/lng-lat.ts'
import { readAreaFacts } from '#scripts/sources/read-area-facts.ts'
import { readSources } from '#scripts/sources/source-manifest.ts'
import { projectFiles, textOf, TOP } from '../support/source-files.ts'

/** Japan with its outer islands, `[W, S, E, N]` in degrees. */
const JAPAN = [122, 20, 154, 46] as const

const areas = readdirSync(join(TOP, 'data/areas')).filter((name) => /^\d{5}$/.test(name))

describe('data/sources', () => {
  it('holds a valid manifest of every upstream, each with its credit', async () => {
    const sources = Object.values(await readSources(join(TOP, 'data/sources')))
    expect(sources.length).toBeGreaterThanOrEqual(5)
    for (const source of sources) expect(source.credit.length).toBeGreaterThan(5)
  })

  it('names a licence for every upstream', async () => {
    const sources = Object.values(await readSources(join(TOP, 'data/sources')))
    expect(sources.filter(({ licence }) => licence.name.length < 4 || licence.url === null)).toEqual([])
  })
})

describe('data/areas', () => {
  it('has areas to look at', () => {
    expect(areas).toContain('41207')
  })

  it.each(areas)('%s: every table is read whole by the pipeline, and lies in Japan', async (code) => {
    const facts = await readAreaFacts(join(TOP, 'data/areas', code), code)
    const positions = [...(facts.sites ?? []), ...(facts.places ?? [])].map(({ at }) => at)
    expect(positions.length).toBeGreaterThan(0)
    for (const [lng, lat] of positions) expect(isInside([lng, lat], JAPAN)).toBe(true)
  })

  it.each(areas)('%s: says whose facts its tables are', (code) => {
    const { kind } = JSON.parse(textOf(`data/areas/${code}/area.json`)) as { kind?: string }
    if (kind === 'sample') return
    const tables = readdirSync(join(TOP, 'data/areas', code)).filter((name) => /\.(csv|geojson)$/.test(name))
    for (const table of tables) expect(textOf('LICENSE_DATA.md')).toContain(`data/areas/${code}/${table}`)
    const credits = join('data/areas', code, 'CREDITS.md')
    expect(existsSync(join(TOP, credits))).toBe(true)
    for (const table of tables) expect(textOf(credits)).toContain(table)
  })

  it('holds the 33 emergency sites and 26 shelters of 41207', async () => {
    const { sites } = await readAreaFacts(join(TOP, 'data/areas/41207'), '41207')
    expect(sites?.filter(({ kind }) => kind === 'emergencySite')).toHaveLength(33)
    expect(sites?.filter(({ kind }) => kind === 'shelter')).toHaveLength(26)
  })
})

it('commits no built pack and no file of a publisher', () => {
  const heavy = /\.(pmtiles|pbf|zip|shp|dbf|bin\.packed)$|^public\/packs\/|^\.cache\//
  expect(projectFiles().filter((name) => heavy.test(name))).toEqual([])
})
