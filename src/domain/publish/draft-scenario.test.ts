import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseScenario } from '../drills/parse-scenario.ts'
import { INJECT_KINDS, type Scenario } from '../drills/scenario.ts'
import { SCENARIOS, shippedScenario } from '../drills/scenarios.ts'
import { writeScenario } from '../drills/write-scenario.ts'
import { anyScenario } from '#tests/support/any-scenario.ts'
import {
  carried,
  emptyScenario,
  finishDraft,
  newInject,
  withKind,
  type ScenarioDraft,
} from './draft-scenario.ts'

const stand = shippedScenario('stand')!
const faultOf = (change: Partial<ScenarioDraft>) => finishDraft({ ...stand, ...change }, '99201').fault
const inject = newInject('roadShut', [])

it('leaves a shipped scenario what it is, and gives what was made of it an id of its own', () => {
  for (const shipped of SCENARIOS) {
    const { scenario } = finishDraft(shipped, '99201')
    expect(scenario).toEqual(shipped)
    expect(scenario === null ? null : carried(scenario)).toBe(shipped.id)
    const changed = finishDraft({ ...shipped, seed: 1 }, '99201').scenario
    expect(changed?.id).toMatch(/^own-[0-9a-f]{8}$/)
    expect(changed === null ? null : carried(changed)).toEqual(changed)
    expect(finishDraft({ ...shipped, seed: 2 }, '99201').scenario?.id).not.toBe(changed?.id)
  }
  expect(finishDraft({ ...stand, id: 'ours', seed: 1 }, '99201').scenario?.id).toBe('ours')
})

it('takes every scenario that can be read, and binds to the area what names a place', () => {
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      const { scenario: done } = finishDraft(scenario, scenario.area ?? '99201')
      const isBound = scenario.area !== null || done?.area === '99201'
      expect(done).toEqual(
        isBound
          ? { ...scenario, area: scenario.area ?? '99201', id: done?.id }
          : { ...scenario, id: done?.id },
      )
    }),
  )
  const at: Scenario['injects'] = [{ ...inject, at: [135, 30] }]
  expect(finishDraft({ ...stand, injects: at }, '99201').scenario?.area).toBe('99201')
  expect(finishDraft(stand, '99201').scenario?.area).toBeNull()
})

it('lets an empty one through, and every kind of inject', () => {
  expect(finishDraft(emptyScenario(7), '99201').fault).toBeNull()
  const all = INJECT_KINDS.reduce<Scenario['injects']>(
    (known, kind) => [...known, newInject(kind, known)],
    [],
  )
  expect(finishDraft({ ...emptyScenario(7), injects: all }, '99201').fault).toBeNull()
  const twice = [inject, newInject('roadShut', [inject])]
  expect(twice.map(({ id }) => id)).toEqual(['roadShut', 'roadShut-2'])
  for (const from of INJECT_KINDS)
    for (const to of INJECT_KINDS) {
      const full = { ...newInject(from, []), ...(from === 'siteFull' ? { site: 'E1' } : {}) }
      expect(
        finishDraft({ ...stand, injects: [withKind(full, to)] }, '99201').fault,
        `${from} ${to}`,
      ).toBeNull()
    }
})

it('says at which field a number is none', () => {
  const signals = [{ minute: NaN, trigger: 'jma3' as const }]
  const rise = (share: number) => ({
    kind: 'rise' as const,
    hazards: ['flood' as const],
    curve: [{ minute: 1, share }],
  })
  const when = (change: object) => [
    { ...inject, at: [135, 30] as const, when: { ...inject.when, ...change } },
  ]
  expect([
    faultOf({ minutes: 0 }),
    faultOf({ speed: 601 }),
    faultOf({ seed: -1 }),
    faultOf({ startsAt: 24 }),
    faultOf({ signals }),
    faultOf({ water: rise(NaN) }),
    faultOf({ water: { kind: 'series', name: 'flood-max', fromMinute: 0.5 } }),
    faultOf({ injects: when({ fromMinute: NaN }) }),
    faultOf({ injects: when({ withinMetres: 0 }) }),
    faultOf({ injects: when({ share: 1.5 }) }),
    faultOf({ injects: [{ ...newInject('neighbour', []), minutes: 0 }] }),
  ]).toEqual([
    { field: 'minutes', why: 'number', least: 1, most: 4320 },
    { field: 'speed', why: 'number', least: 1, most: 600 },
    { field: 'seed', why: 'number', least: 0, most: 4294967295 },
    { field: 'startsAt', why: 'number', least: 0, most: 23 },
    { field: 'signals.0.minute', why: 'number', least: 0, most: 4320 },
    { field: 'water.curve.0.share', why: 'number', least: 0, most: 100 },
    { field: 'water.fromMinute', why: 'number', least: -4320, most: 4320 },
    { field: 'injects.0.when.fromMinute', why: 'number', least: 0, most: 4320 },
    { field: 'injects.0.when.withinMetres', why: 'number', least: 1, most: 5000 },
    { field: 'injects.0.when.share', why: 'number', least: 0, most: 100 },
    { field: 'injects.0.minutes', why: 'number', least: 1, most: 120 },
  ])
})

it('says at which row a rule is broken that several fields keep together', () => {
  const signal = (minute: number, trigger: 'jma3' | 'city4' | 'shaking') => ({ minute, trigger })
  const curve = (...points: readonly (readonly [number, number])[]) => ({
    kind: 'rise' as const,
    hazards: ['flood' as const],
    curve: points.map(([minute, share]) => ({ minute, share })),
  })
  const many = <T>(one: T, count: number) => Array.from({ length: count }, () => one)
  expect(
    [
      faultOf({ signals: [signal(5, 'jma3'), signal(4, 'city4')] }),
      faultOf({ signals: [signal(5, 'jma3'), signal(6, 'shaking')] }),
      faultOf({ signals: [signal(5, 'jma3'), signal(6, 'jma3')] }),
      faultOf({ signals: [signal(5, 'jma3'), signal(61, 'city4')] }),
      faultOf({ signals: many(signal(0, 'jma3'), 25) }),
      faultOf({ water: curve() }),
      faultOf({ water: curve([5, 0.5], [5, 0.6]) }),
      faultOf({ water: curve([5, 0.5], [6, 0.4]) }),
      faultOf({ water: curve([5, 0.5], [61, 0.6]) }),
      faultOf({ water: { ...curve([5, 1]), hazards: [] } }),
      faultOf({ injects: [{ ...inject, when: { ...inject.when, withinMetres: 50 } }] }),
      faultOf({ injects: [{ ...inject, when: { ...inject.when, fromMinute: 61 } }] }),
      faultOf({ modes: [] }),
      faultOf({ groups: [] }),
      faultOf({ title: { ja: ' ' } }),
      faultOf({ injects: INJECT_KINDS.flatMap((kind) => [newInject(kind, []), newInject(kind, [])]) }),
    ].map((fault) => `${fault?.field} ${fault?.why}`),
  ).toEqual([
    'signals.1.minute order',
    'signals.1.trigger otherHazard',
    'signals.1.trigger twice',
    'signals.1.minute late',
    'signals.1.trigger twice',
    'water.curve none',
    'water.curve.1.minute order',
    'water.curve.1.share falls',
    'water.curve.1.minute late',
    'water.hazards none',
    'injects.0.at noPlace',
    'injects.0.when.fromMinute late',
    'modes none',
    'groups none',
    'title.ja text',
    'injects tooMany',
  ])
})

it('tells a fault for whatever cannot be read, and none for what can', () => {
  fc.assert(
    fc.property(anyScenario, fc.nat(), fc.boolean(), (scenario, minutes, isNone) => {
      const draft = { ...scenario, minutes: isNone ? NaN : minutes }
      const { scenario: done, fault } = finishDraft(draft, scenario.area ?? '99201')
      expect((done === null) !== (fault === null)).toBe(true)
      if (done !== null) expect(parseScenario(JSON.parse(writeScenario(done))).ok).toBe(true)
    }),
  )
})
