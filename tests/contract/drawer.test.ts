import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '#scripts/lib/check-geometry.ts'
import { readDrawerHeader } from '#scripts/sources/drawer/drawer-header.ts'
import { readTideStation } from '#scripts/sources/drawer/read-tide-station.ts'
import { readAreaFacts } from '#scripts/sources/read-area-facts.ts'
import { readDrawer } from '#scripts/sources/read-drawer.ts'
import { textOf, TOP } from '../support/source-files.ts'

/** The page for a clerk, docs/drawer.md, says what the program does. */
const page = textOf('docs/drawer.md')
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => json)

describe('the page for the drop folder', () => {
  it('has examples that are read as they stand', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5)
    const kinds = examples.map((json) => readDrawerHeader(json, 'docs/drawer.md').kind)
    expect(new Set(kinds).size).toBe(examples.length)
  })

  it('names every key and every kind', () => {
    const keys = ['kind', 'title', 'publisher', 'credit', 'licence', 'date', 'columns', 'encoding', 'depthAs', 'complete', 'series'] // prettier-ignore
    const kinds = ['flood', 'inlandFlood', 'stormSurge', 'tsunami', 'pond', 'pastFlood', 'dangerSpot', 'aed', 'waterSupply', 'memorial', 'waterSeries'] // prettier-ignore
    const columns = ['name', 'nameKana', 'nameEn', 'note', 'date', 'event', 'lat', 'lng', 'depth']
    for (const word of [...keys, ...kinds, ...columns]) expect(page).toMatch(new RegExp(`[\`"]${word}["\`]`))
  })

  it('is linked from README.md', () => {
    expect(textOf('README.md')).toContain('docs/drawer.md')
  })
})

describe('what is kept in data/areas', () => {
  const areas = readdirSync(join(TOP, 'data/areas')).filter((name) => /^\d{5}$/.test(name))

  it.each(areas)('%s: the drop folder and the tide gauge are read whole', async (code) => {
    const directory = join(TOP, 'data/areas', code)
    const { outline } = await readAreaFacts(directory, code)
    const boundary = outline ?? []
    const folder = { path: join(directory, 'local'), place: `data/areas/${code}/local` }
    const bounds = boundsOf(boundary) ?? [0, 0, 0, 0]
    const drawer = await readDrawer([folder], boundary, bounds, new AbortController().signal)
    const tide = await readTideStation(join(directory, 'tide.json'), code)
    if (tide !== null) expect(tide.station.constituents.length).toBeGreaterThan(8)
    if (code === '41207') expect(drawer.features.filter(({ kind }) => kind === 'memorial')).toHaveLength(3)
  })
})
