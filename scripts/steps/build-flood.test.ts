import { describe, expect, it } from 'vitest'
import {
  aMeshZip,
  aRiverZip,
  FLOOD_MEASURES,
  meshPath,
  ring,
  riverPath,
  type FloodMeasure,
  type RiverZone,
} from '#tests/support/a-mirror.ts'
import { buildMadeUp } from '#tests/support/build-made-up.ts'

const zone = (
  measure: FloodMeasure,
  code: unknown,
  west = 130.105,
  river = '4100340001',
  name = '鹿島川',
): RiverZone => ({
  river,
  name,
  measure,
  code,
  rings: [ring(west, 33.105, 0.004)],
})
/** Every measure of a river that is told by its name. */
const wholeRiver = (west: number, river: string, name: string, depth: number): RiverZone[] => [
  zone('flood-max', depth, west, river, name),
  zone('flood-design', 1, west, river, name),
  zone('flood-duration', 3, west, river, name),
  zone('houseCollapse-flow', 1, west, river, name),
  zone('houseCollapse-erosion', 2, west, river, name),
]
const none = aRiverZip([], FLOOD_MEASURES, ['4100999999'])
const others = { [riverPath('41', '20')]: none, [riverPath('89', '10')]: none }
const A = wholeRiver(130.105, '4100340001', '鹿島川', 2)
const B = wholeRiver(130.107, '4100330001', '塩田川', 4)
const states = (layers: readonly { id: string; state: string }[]): string[] =>
  layers.filter(({ id }) => /^(flood|house)/.test(id)).map(({ id, state }) => `${id} ${state}`)

describe('the layers of river floods', () => {
  it('are one for each measure and river, and every one answers', async () => {
    const { manifest, answer, report } = await buildMadeUp({
      [riverPath('41', '10')]: aRiverZip([...A, ...B]),
      ...others,
    })
    expect(states(manifest.layers)).toEqual(
      FLOOD_MEASURES.flatMap((measure) => ['4100330001', '4100340001'].map((id) => `${measure}-${id} built`)),
    )
    expect(manifest.layers[0]).toMatchObject({
      river: { id: '4100330001', name: '塩田川' },
      siblings: 2,
      sources: ['a31a-25'],
      asOf: '2025',
      missing: [],
    })
    expect(manifest.layers.find(({ draws }) => draws === 'houseCollapse-flow')?.siblings).toBe(4)
    expect(answer('flood', [130.108, 33.107])).toMatchObject({
      answer: 'hazard',
      complete: true,
      rank: 4,
      river: { name: '塩田川' },
      duration: { answer: 'hours', rank: 3 },
      rivers: [{ river: { name: '塩田川' } }, { river: { name: '鹿島川' }, rank: 2 }],
    })
    expect(answer('flood', [130.108, 33.107], 'design')).toMatchObject({ answer: 'hazard', rank: 1 })
    expect(answer('houseCollapse', [130.108, 33.107])).toMatchObject({ zone: 'both', complete: true })
    expect(answer('flood', [130.118, 33.118])).toMatchObject({ answer: 'noZonePublished' })
    expect(answer('houseCollapse', [130.118, 33.118])).toMatchObject({ answer: 'noZonePublished' })
    for (const { counts } of report.layers.slice(0, 10)) expect(counts).toMatchObject({ in: 1, kept: 1 })
  })

  it('takes the newest edition that each zip exists in, and the rivers alone when all were had', async () => {
    const { manifest } = await buildMadeUp({
      [riverPath('41', '10', '24')]: aRiverZip(A),
      [riverPath('41', '20')]: aRiverZip(B),
      [riverPath('89', '10')]: none,
      [meshPath('4930', '10')]: aMeshZip([zone('flood-max', 6)]),
    })
    expect(manifest.layers.slice(0, 2).map(({ id, sources, asOf }) => [id, sources, asOf])).toEqual([
      ['flood-max-4100330001', ['a31a-25'], '2025'],
      ['flood-max-4100340001', ['a31a-24'], '2024'],
    ])
    expect(manifest.sources.map(({ id }) => id)).toEqual(['a31a-24', 'a31a-25', 'n03-2022'])
  })

  it('has one layer without a river where none reaches the area, and it answers', async () => {
    const { manifest, answer } = await buildMadeUp({ [riverPath('41', '10')]: none, ...others })
    expect(states(manifest.layers)).toEqual(FLOOD_MEASURES.map((measure) => `${measure} built`))
    expect(answer('flood', [130.11, 33.11])).toMatchObject({ answer: 'noZonePublished' })
  })

  it.each(FLOOD_MEASURES.filter((measure) => measure !== 'flood-max'))(
    'never calls %s built when a zip has no folder of it',
    async (lost) => {
      const rest = FLOOD_MEASURES.filter((measure) => measure !== lost)
      const { manifest } = await buildMadeUp({
        [riverPath('41', '10')]: aRiverZip(A, rest),
        ...others,
      })
      const mine = manifest.layers.filter(({ draws }) => draws === lost)
      expect(mine.map(({ id, state, file }) => [id, state, file])).toEqual([
        [`${lost}-4100340001`, 'missing', null],
        [lost, 'missing', null],
      ])
      expect(mine[0]?.missing).toEqual([
        expect.stringMatching(new RegExp(`^https:.*A31a-25_41_10_.*no file of ${lost} for the river 鹿島川`)),
      ])
      expect(mine[1]?.missing).toContain(`https://${riverPath('41', '10')}: no folder of ${lost} in it`)
      expect(manifest.layers.find(({ draws }) => draws === 'flood-max')?.state).toBe('built')
    },
  )

  it('says of which river a file is not there, and gives no answer where it might reach', async () => {
    const flowOfB = (measure: FloodMeasure, river: string): boolean =>
      measure === 'houseCollapse-flow' && river === '4100330001'
    const zones = [...A, ...B.filter(({ measure, river }) => !flowOfB(measure, river))]
    const rivers = ['4100340001', '4100330001']
    const had = await buildMadeUp({
      [riverPath('41', '10')]: aRiverZip(zones, FLOOD_MEASURES, rivers),
      ...others,
    })
    expect(had.answer('houseCollapse', [130.118, 33.118])).toMatchObject({ answer: 'noZonePublished' })
    const { manifest, answer } = await buildMadeUp({
      [riverPath('41', '10')]: aRiverZip(zones, FLOOD_MEASURES, rivers, flowOfB),
      ...others,
    })
    const flow = manifest.layers.filter(({ draws }) => draws === 'houseCollapse-flow')
    expect(flow.map(({ id, state, river }) => [id, state, river?.name])).toEqual([
      ['houseCollapse-flow-4100340001', 'built', '鹿島川'],
      ['houseCollapse-flow-4100330001', 'missing', '塩田川'],
      ['houseCollapse-flow', 'missing', undefined],
    ])
    expect(answer('houseCollapse', [130.118, 33.118])).toMatchObject({
      answer: 'dataUnavailable',
      why: 'partial',
    })
  })

  it('fills up from A31b where A31a is short, measure by measure', async () => {
    const { manifest, answer } = await buildMadeUp({
      [riverPath('41', '10')]: aRiverZip(A, ['flood-max', 'flood-duration']),
      ...others,
      [meshPath('4930', '10')]: aMeshZip(
        [zone('flood-design', 2), zone('houseCollapse-flow', 1)],
        ['flood-max', 'flood-design', 'houseCollapse-flow'],
      ),
      [meshPath('4930', '20')]: aMeshZip([], ['flood-max', 'flood-design', 'houseCollapse-flow']),
    })
    expect(states(manifest.layers)).toEqual([
      'flood-max-4100340001 built',
      'flood-design built',
      'flood-duration-4100340001 built',
      'houseCollapse-flow built',
      'houseCollapse-erosion-4100340001 missing',
      'houseCollapse-erosion missing',
    ])
    expect(answer('flood', [130.118, 33.118], 'design')).toMatchObject({ answer: 'noZonePublished' })
    expect(answer('houseCollapse', [130.107, 33.107])).toMatchObject({ answer: 'hazard', complete: false })
    expect(answer('houseCollapse', [130.118, 33.118])).toMatchObject({ answer: 'dataUnavailable' })
  })
})
