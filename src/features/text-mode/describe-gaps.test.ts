import { describe, expect, it } from 'vitest'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { aCoverage, aManifest, aPackLayer } from '#tests/support/an-area.ts'
import { describeGaps } from './describe-gaps.ts'

const gapsOf = (layers: readonly PackLayer[]) => describeGaps(aManifest({ layers: [...layers] })).gaps

describe('what a map does not know', () => {
  it('names every hazard that the manifest is silent about', () => {
    expect(gapsOf([]).map(({ id }) => id)).toEqual(HAZARD_KINDS)
    for (const { why } of gapsOf([])) expect(why.key).toBe('risk:unknown.why.notBuilt')
  })

  it('names what is missing, partial or not built, each with its reason, and nothing that is whole', () => {
    const layers = (['built', 'partial', 'missing', 'notBuilt'] as const).map((state) =>
      aPackLayer({ id: `flood-${state}`, state }),
    )
    expect(
      gapsOf(layers)
        .filter(({ id }) => id.startsWith('flood-'))
        .map(({ id, why }) => [id, why.key]),
    ).toEqual([
      ['flood-partial', 'text:unknown.partial'],
      ['flood-missing', 'risk:unknown.why.missing'],
      ['flood-notBuilt', 'risk:unknown.why.notBuilt'],
    ])
  })

  it('says of a missing duration that it is the duration', () => {
    const [gap] = gapsOf([aPackLayer({ id: 'flood-hours', state: 'missing', measure: 'duration' })])
    expect(gap).toMatchObject({ isDuration: true })
  })

  it('tells where nobody has studied the hazard, in the words of the note, and leaves out what was studied', () => {
    const { unstudied } = describeGaps(
      aManifest({
        coverage: [
          aCoverage({ id: 'a', note: { ja: '調べられていません。', en: 'Not studied.' } }),
          aCoverage({ id: 'b', state: 'studied' }),
        ],
      }),
    )
    expect(unstudied).toMatchObject([
      {
        id: 'a',
        asOf: '2025',
        note: {
          key: 'risk:unknown.note',
          params: { 'note@ja': '調べられていません。', 'note@en': 'Not studied.' },
        },
      },
    ])
  })

  it('says once what is the same of several layers or regions, where the first of them stands', () => {
    const layers = ['slope', 'debris'].map((id) => aPackLayer({ id, kind: 'landslide', state: 'missing' }))
    const flood = aPackLayer({ id: 'flood', state: 'missing' })
    expect(
      gapsOf([...layers, flood, ...layers])
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['slope', 'flood', 'houseCollapse'])
    const note = { ja: '調べられていません。' }
    const coverage = [
      aCoverage({ id: 'a', note }),
      aCoverage({ id: 'b', note }),
      aCoverage({ id: 'c', note: { ja: 'ほか' } }),
    ]
    expect(describeGaps(aManifest({ coverage })).unstudied.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('lists every source, also those without a date', () => {
    const { sources } = aManifest()
    const undated = sources.map((source) => ({ ...source, id: 'x', asOf: null }))
    expect(describeGaps(aManifest({ sources: [...sources, ...undated] })).sources).toHaveLength(2)
  })
})
