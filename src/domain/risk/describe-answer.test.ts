import { describe, expect, it } from 'vitest'
import { someCollapse, someLandslide, someWater } from '#tests/support/an-answer.ts'
import { DEPTH_BANDS, type DepthRank } from '../hazards/depth-band.ts'
import { HAZARD_KINDS } from '../hazards/hazard-kind.ts'
import type { PackManifest } from '../packs/area-pack.ts'
import { describeRisk } from './describe-answer.ts'
import type { HazardAnswer } from './hazard-answer.ts'

const MANIFEST: PackManifest = {
  schema: 2,
  area: { code: '99999', name: { ja: '見本市', en: 'Mihon City', kana: 'みほんし' }, kind: 'sample' },
  bounds: [130, 33, 131, 34],
  dataDate: '2025',
  boundary: null,
  layers: [],
  coverage: [
    {
      id: 'flood-east',
      kind: 'flood',
      scenario: 'max',
      state: 'notAssessed',
      rank: 1,
      file: 'c.bin.packed',
      note: { ja: '東の川は調べられていません。', en: 'The eastern rivers were not studied.' },
      source: '市の説明',
      asOf: '2020',
    },
  ],
  series: [],
  sources: [
    {
      id: 'a31',
      title: { ja: '洪水' },
      publisher: { ja: '国' },
      credit: '「洪水データ」（国）',
      licence: { name: 'CC BY 4.0', url: null },
      edition: null,
      asOf: '2024',
      urls: [],
    },
  ],
  files: [],
}

const flood = { kind: 'flood', scenario: 'max', sources: ['a31'], asOf: '2023' } as const
const zone = (rank: DepthRank, complete = true): HazardAnswer => ({ ...someWater(rank), ...flood, complete })
const report = (...hazards: HazardAnswer[]) =>
  describeRisk({ at: [130.5, 33.5], area: '99999', hazards }, MANIFEST)
const only = (hazard: HazardAnswer) => {
  const [one] = report(hazard).reports
  if (one === undefined) throw new Error('no report')
  return one
}
const keys = (phrases: readonly { readonly key: string }[]) => phrases.map(({ key }) => key)

describe('a flood zone', () => {
  it('says how deep, what to do by level, and whose fact it is', () => {
    expect(only(zone(2))).toEqual({
      kind: 'flood',
      scenario: 'max',
      tone: 'hazard',
      rank: 2,
      bounds: { min: 0.5, max: 3 },
      look: { layer: 'flood-max', rank: 2 },
      name: { key: 'hazards:name.flood.max' },
      headline: { key: 'risk:headline.flood.between', params: { min: 0.5, max: 3 } },
      depth: { key: 'hazards:depth.rank2' },
      facts: [],
      actions: [
        { key: 'risk:action.depth.rank2' },
        { key: 'risk:action.level3' },
        { key: 'risk:action.level4' },
        { key: 'risk:action.level5' },
        { key: 'risk:action.walkInWater' },
      ],
      unknowns: [{ key: 'risk:unknown.duration' }],
      provenance: [{ credit: '「洪水データ」（国）', asOf: '2023' }],
    })
  })

  it('says first that data are missing, where they are', () => {
    expect(keys(only(zone(1, false)).unknowns)).toEqual(['risk:unknown.incomplete', 'risk:unknown.duration'])
  })

  it('of a smaller scale says that more can come', () => {
    expect(keys(only({ ...someWater(1), scenario: 'design' }).unknowns)).toContain('risk:unknown.worse')
    expect(keys(only(zone(1)).unknowns)).not.toContain('risk:unknown.worse')
  })

  it('tells how long the water stays and of which river it is', () => {
    const duration = { answer: 'hours', rank: 3, hours: { min: 24, max: 72 } } as const
    const river = { id: '9', name: '見本川' }
    const reach = { river, rank: 1, depth: DEPTH_BANDS[1], duration } as const
    const one = only(someWater(1, { duration, river, rivers: [reach] }))
    expect(one.facts).toEqual([
      { key: 'risk:fact.duration.rank3' },
      { key: 'risk:fact.river.below', params: { 'river@ja': '見本川', 'river@kana': '', max: 0.5 } },
    ])
    expect(keys(one.unknowns)).not.toContain('risk:unknown.duration')
  })

  it('says own bounds as they are, with the body and the house instead of the sentence of an official class', () => {
    const one = only(someWater(3, { kind: 'tsunami', depth: { min: 2, max: 5 } }))
    expect(one.headline).toEqual({ key: 'risk:headline.tsunami.between', params: { min: 2, max: 5 } })
    expect([one.depth, one.bounds]).toEqual([
      { key: 'stay:depth.most.eaves', params: { max: 5 } },
      { min: 2, max: 5 },
    ])
    expect(only(someWater(6)).headline).toEqual({ key: 'risk:headline.flood.above', params: { min: 20 } })
  })
})

it('keeps the order of the answer, and heads it with the first zone', () => {
  const tsunami: HazardAnswer = {
    kind: 'tsunami',
    scenario: 'max',
    sources: [],
    asOf: null,
    answer: 'noZonePublished',
  }
  const both = report(tsunami, zone(3))
  expect(both.reports.map(({ kind }) => kind)).toEqual(['tsunami', 'flood'])
  expect(both.headline.key).toBe('risk:headline.flood.between')
})

it('never says "nothing found" while something is not known', () => {
  const none: HazardAnswer = { ...flood, answer: 'noZonePublished' }
  const missing: HazardAnswer = { ...flood, kind: 'tsunami', answer: 'dataUnavailable', why: 'missing' }
  expect(report(none).headline.key).toBe('risk:overall.none')
  expect(report(none, missing).headline.key).toBe('risk:overall.unknown')
  expect(report().headline.key).toBe('risk:overall.unknown')
})

it('tells "studied, outside" and "not studied" and "not known whether studied" apart, in word and tone', () => {
  const answers: HazardAnswer[] = [
    { ...flood, answer: 'assessedNone', coverage: 'flood-east' },
    { ...flood, answer: 'noZonePublished' },
    { ...flood, answer: 'notAssessed', coverage: 'flood-east' },
    { ...flood, answer: 'dataUnavailable', why: 'notBuilt' },
  ]
  const { reports } = report(...answers)
  expect(new Set(keys(reports.map(({ headline }) => headline))).size).toBe(4)
  expect(reports.map(({ tone }) => tone)).toEqual(['none', 'none', 'unknown', 'unknown'])
})

it('gives the note of the coverage in every language it has, with its source', () => {
  const one = only({ ...flood, sources: [], asOf: null, answer: 'notAssessed', coverage: 'flood-east' })
  expect(one.unknowns[0]).toEqual({
    key: 'risk:unknown.note',
    params: { 'note@ja': '東の川は調べられていません。', 'note@en': 'The eastern rivers were not studied.' },
  })
  expect(one.provenance).toEqual([{ credit: '市の説明', asOf: '2020' }])
})

it('outside the pack names the area, and asks the city', () => {
  const one: HazardAnswer = { ...flood, sources: [], asOf: null, answer: 'outsidePack' }
  expect(report(one).headline).toEqual({
    key: 'risk:headline.outsidePack',
    params: { 'area@ja': '見本市', 'area@en': 'Mihon City', 'area@kana': 'みほんし' },
  })
  expect(keys(only(one).actions)).toEqual(['risk:action.askCity'])
})

it('a source without a date of the answer has its own', () => {
  expect(only({ ...someWater(1), ...flood, asOf: null }).provenance).toEqual([
    { credit: '「洪水データ」（国）', asOf: '2024' },
  ])
})

it('a landslide zone has no depth, and a tsunami has no levels to wait for', () => {
  const landslide = only(someLandslide({ zone: 'special', phenomenon: 'debrisFlow' }))
  expect([landslide.depth, landslide.rank, landslide.headline.key, landslide.look]).toEqual([
    null,
    null,
    'risk:headline.landslide.special.debrisFlow',
    { layer: 'landslide-debrisFlow', rank: 6 },
  ])
  expect(keys(only(someWater(1, { kind: 'tsunami' })).actions)).toEqual([
    'risk:action.tsunami',
    'risk:action.tsunamiDepth',
  ])
})

it('tells every landslide zone of the place, and that the red one was not surveyed', () => {
  const worst = {
    phenomenon: 'debrisFlow',
    zone: 'special',
    planned: true,
    specialUnsurveyed: false,
  } as const
  const other = { ...worst, phenomenon: 'slide', zone: 'warning', specialUnsurveyed: true } as const
  expect(keys(only(someLandslide(worst, { zones: [worst, other] })).facts)).toEqual([
    'risk:headline.landslide.warning.slide',
    'risk:fact.planned',
    'risk:fact.specialUnsurveyed',
  ])
})

it('where a house is carried away, upstairs is no help and nobody waits', () => {
  const one = only(someCollapse('both'))
  expect(one.headline.key).toBe('risk:headline.houseCollapse.both')
  expect(keys(one.actions)[0]).toBe('risk:action.houseCollapse')
  expect(one.look).toEqual({ layer: 'houseCollapse-flow', rank: 1 })
})

it('says under every answer that it is not an alarm', () => {
  for (const kind of HAZARD_KINDS)
    expect(keys(report({ ...flood, kind, answer: 'noZonePublished' }).always)).toContain(
      'risk:always.notAlarm',
    )
})
