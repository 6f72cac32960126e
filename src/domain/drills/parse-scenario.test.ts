import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { migrateScenario, type ScenarioMigration } from './migrate-scenario.ts'
import { parseScenario, readScenarioFile } from './parse-scenario.ts'
import { MOST_IN_SCENARIO } from './scenario-schema.ts'
import type { Inject, Scenario } from './scenario.ts'
import { SCENARIOS, shippedScenario } from './scenarios.ts'
import { normalScenario, writeScenario } from './write-scenario.ts'

const flood = shippedScenario('school-day') ?? expect.unreachable()
const [someInject] = flood.injects as [Inject]
const at = [130.1, 33.1] as const

/** What is refused, or null. */
const fault = (changes: Record<string, unknown>): string | null => {
  const parsed = parseScenario({ ...flood, ...changes })
  return parsed.ok ? null : `${parsed.reason} ${parsed.detail ?? ''}`.trim()
}
const withInject = (changes: Partial<Inject>, area: string | null = '41207') =>
  fault({ area, injects: [{ ...someInject, ...changes }] })

/** The same content with all names in another order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  )
}

describe('a scenario in its file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(readScenarioFile(bytesOf(writeScenario(freezeDeep(scenario))))).toEqual({
          ok: true,
          value: scenario,
        })
      }),
    )
  })

  it('has one text, however it was put together', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const turned = {
          ...(reversed(scenario) as Scenario),
          modes: scenario.modes.toReversed(),
          groups: scenario.groups.toReversed(),
        }
        expect(writeScenario(turned)).toBe(writeScenario(scenario))
      }),
    )
    expect(writeScenario({ ...flood, title: { ja: 'あ', en: 'a' } })).toBe(
      writeScenario({ ...flood, title: { en: 'a', ja: 'あ' } }),
    )
  })

  it('with any fault is read as a whole scenario or refused, and leaves no trace', () => {
    fc.assert(
      fc.property(
        anyScenario.chain((scenario) => spoilt(bytesOf(writeScenario(scenario)))),
        (bytes) => {
          const read = withoutPollution(() => readScenarioFile(bytes))
          if (read.ok) expect(normalScenario(read.value)).toEqual(read.value)
        },
      ),
    )
  })

  it('may not be longer than any scenario', () => {
    expect(readScenarioFile(bytesOf(' '.repeat(70_000)))).toMatchObject({ reason: 'tooLarge' })
  })

  it('is what the program wrote, else the program is wrong', () => {
    expect(() => writeScenario({ ...flood, minutes: 0 })).toThrow('brokenScenario minutes')
  })
})

describe('what is no scenario', () => {
  it.each([
    null,
    1,
    'v',
    [],
    {},
    { v: 1 },
    { v: '1', signals: [] },
    { v: 0, signals: [] },
    { v: 1.5, signals: [] },
  ])('is refused: %j', (value) => {
    expect(parseScenario(value)).toEqual({ ok: false, reason: 'notAScenario' })
  })

  it('may be one of a newer app', () => {
    expect(fault({ v: 2 })).toBe('newerVersion version 2')
  })
})

describe('a scenario is refused whole', () => {
  const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['an unknown name', { more: 1 }, 'more'],
    ['no name', { seed: undefined }, 'seed'],
    ['an area that is none', { area: '4120' }, 'area'],
    ['no mode', { modes: [] }, 'modes'],
    ['a mode twice', { modes: ['walk', 'walk'] }, 'modes'],
    ['an unknown group', { groups: ['cats'] }, 'groups.0'],
    ['a title in no language', { title: { Japanese: 'x' } }, 'title'],
    [
      'a title under a name that a copy leaves out',
      JSON.parse('{"title":{"__proto__":"x"}}') as Record<string, unknown>,
      'title',
    ],
    ['an empty title', { title: { ja: '' } }, 'title.ja'],
    ['a title that turns the reading around', { title: { ja: 'a\u202eb' } }, 'title.ja'],
    ['a title without an end', { title: { ja: 'x'.repeat(61) } }, 'title.ja'],
    ['no time', { minutes: 0 }, 'minutes'],
    ['more than three days', { minutes: 4321 }, 'minutes'],
    ['half a speed', { speed: 0.5 }, 'speed'],
    ['an hour that is none', { startsAt: 24 }, 'startsAt'],
    ['a seed beyond 32 bits', { seed: 2 ** 32 }, 'seed'],
    ['an unknown signal', { signals: [{ minute: 0, trigger: 'bell' }] }, 'signals.0.trigger'],
    ['a signal behind the end', { signals: [{ minute: 91, trigger: 'city4' }] }, 'minutes'],
    ['a signal of another danger', { signals: [{ minute: 0, trigger: 'tsunamiWarning' }] }, 'signals'],
    [
      'signals out of order',
      {
        signals: [
          { minute: 5, trigger: 'city3' },
          { minute: 4, trigger: 'city4' },
        ],
      },
      'signals',
    ],
    [
      'a signal twice',
      {
        signals: [
          { minute: 5, trigger: 'city3' },
          { minute: 6, trigger: 'city3' },
        ],
      },
      'signals',
    ],
    [
      'too many injects',
      { injects: Array.from({ length: 13 }, (_, n) => ({ ...someInject, id: `i${n}` })) },
      'injects',
    ],
    ['one id for two', { injects: [someInject, someInject] }, 'ids'],
    ['no water kind', { water: { kind: 'wine' } }, 'water.kind'],
    ['a curve of nothing', { water: { kind: 'rise', hazards: ['flood'], curve: [] } }, 'water.curve'],
    [
      'water of nothing',
      { water: { kind: 'rise', hazards: [], curve: [{ minute: 0, share: 1 }] } },
      'water.hazards',
    ],
    [
      'more than all the water',
      { water: { kind: 'rise', hazards: ['flood'], curve: [{ minute: 0, share: 1.1 }] } },
      'water.curve.0.share',
    ],
    [
      'a curve behind the end',
      { water: { kind: 'rise', hazards: ['flood'], curve: [{ minute: 91, share: 1 }] } },
      'minutes',
    ],
    ['a series of any area', { water: { kind: 'series', name: 'kawabata', fromMinute: 0 } }, 'area'],
  ]
  it.each(cases)('%s', (_, changes, place) => {
    expect(fault(changes)).toBe(`brokenScenario ${place}`)
  })

  it.each([
    [
      [
        { minute: 5, share: 0.5 },
        { minute: 5, share: 0.6 },
      ],
    ],
    [
      [
        { minute: 5, share: 0.5 },
        { minute: 4, share: 0.6 },
      ],
    ],
    [
      [
        { minute: 5, share: 0.5 },
        { minute: 6, share: 0.4 },
      ],
    ],
  ])('a curve that does not rise: %j', (curve) => {
    expect(fault({ water: { kind: 'rise', hazards: ['flood'], curve } })).toBe('brokenScenario water.curve')
  })

  it('an inject that could never come, or says what is not its own', () => {
    expect(withInject({})).toBeNull()
    expect(withInject({ kind: 'roadShut', at })).toBeNull()
    expect(withInject({ kind: 'roadShut', at }, null)).toBe('brokenScenario area')
    expect(withInject({ kind: 'siteFull', site: 'E1' }, null)).toBe('brokenScenario area')
    expect(withInject({ kind: 'roadShut', site: 'E1' })).toBe('brokenScenario injects.0')
    expect(withInject({ kind: 'neighbour' })).toBe('brokenScenario injects.0')
    expect(withInject({ kind: 'roadShut', minutes: 5 })).toBe('brokenScenario injects.0')
    const near = { ...someInject.when, withinMetres: 50 }
    expect(withInject({ kind: 'roadShut', when: near })).toBe('brokenScenario injects.0')
    expect(withInject({ kind: 'roadShut', when: near, at })).toBeNull()
    expect(withInject({ kind: 'siteFull', when: near })).toBeNull()
    expect(withInject({ when: { ...near, fromMinute: 91 }, at })).toBe('brokenScenario minutes')
    expect(withInject({ at: [181, 0] })).toBe('brokenScenario injects.0.at.0')
  })

  it('never takes −0 for another number than 0', () => {
    const parsed = parseScenario({ ...flood, seed: -0 })
    expect(parsed.ok && Object.is(parsed.value.seed, 0)).toBe(true)
  })

  it('lets through what is as large as may be', () => {
    const curve = Array.from({ length: MOST_IN_SCENARIO.curve }, (_, n) => ({ minute: n, share: n / 100 }))
    expect(fault({ water: { kind: 'rise', hazards: ['flood'], curve } })).toBeNull()
  })
})

describe('an older scenario', () => {
  const rename: ScenarioMigration = ({ length, ...rest }) => ({ ...rest, minutes: length })
  const addSeed: ScenarioMigration = (old) => ({ ...old, seed: 0 })

  it('goes through every migration after its version, in order', () => {
    expect(migrateScenario(freezeDeep({ v: 1, length: 5 }), 1, [rename, addSeed], 3)).toEqual({
      v: 3,
      minutes: 5,
      seed: 0,
    })
    expect(migrateScenario({ v: 2, minutes: 5 }, 2, [rename, addSeed], 3)).toEqual({
      v: 3,
      minutes: 5,
      seed: 0,
    })
    expect(migrateScenario(freezeDeep({ ...flood }), 1)).toEqual(flood)
  })

  it('is refused when a migration cannot read it, or there is none', () => {
    const fails: ScenarioMigration = () => {
      throw new TypeError('no')
    }
    expect(migrateScenario({ v: 1 }, 1, [fails], 2)).toBeNull()
    expect(migrateScenario({ v: 1 }, 1, [rename], 3)).toBeNull()
  })
})

describe('the scenarios that come with the app', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    '%s holds, and is for any area',
    (id, scenario) => {
      expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario })
      expect(scenario.area).toBeNull()
      expect(shippedScenario(id)).toBe(scenario)
    },
  )

  it('bring their water after people were told to go', () => {
    for (const { id, signals, water } of SCENARIOS) {
      const first = water.kind === 'rise' ? water.curve.find(({ share }) => share > 0) : undefined
      expect([id, (first?.minute ?? 0) - (signals[0]?.minute ?? 0) >= 20]).toEqual([id, true])
    }
  })

  it('are drilled in half an hour at a table', () => {
    for (const { id, minutes, speed } of SCENARIOS) expect([id, minutes / speed <= 30]).toEqual([id, true])
  })

  it('have seeds of their own', () => {
    expect(new Set(SCENARIOS.map(({ seed }) => seed)).size).toBe(SCENARIOS.length)
  })
})
