import { describe, expect, it } from 'vitest'
import { readDrawerHeader } from '#scripts/sources/drawer/drawer-header.ts'
import { textOf } from '../support/source-files.ts'

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
