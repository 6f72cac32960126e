import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRIGGER_IDS } from '../timeline/trigger.ts'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { textOf } from '#tests/support/source-files.ts'
import { readScenarioFile, parseScenario } from './parse-scenario.ts'
import { INJECT_KINDS } from './scenario.ts'
import { SCENARIOS, SCENARIOS_IN_CODE } from './scenarios.ts'
import { writeScenario } from './write-scenario.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type Schema = { readonly [name: string]: unknown }

const schema = JSON.parse(textOf('docs/drill-scenario-1.schema.json')) as Schema
const page = textOf('docs/scenario.md')
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as Record<string, Json>

const typeOf = (value: Json): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value

/** The words of JSON Schema that the published one uses; an unknown one is an error, so that none is passed over. */
const WORDS: Readonly<Record<string, (word: never, value: Json, rule: Schema) => boolean>> = {
  $schema: () => true,
  $id: () => true,
  title: () => true,
  description: () => true,
  $defs: () => true,
  $ref: (ref: string, value) =>
    fits(value, (schema['$defs'] as Record<string, Schema>)[ref.split('/')[2] ?? '']!),
  const: (only: Json, value) => value === only,
  enum: (all: readonly Json[], value) => all.includes(value),
  anyOf: (all: readonly Schema[], value) => all.some((one) => fits(value, one)),
  type: (types: string | readonly string[], value) =>
    [types].flat().some((type) => type === typeOf(value) || (type === 'number' && typeof value === 'number')),
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  minLength: (least: number, value) => typeof value !== 'string' || [...value].length >= least,
  maxLength: (most: number, value) => typeof value !== 'string' || [...value].length <= most,
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  uniqueItems: (_: boolean, value) => !Array.isArray(value) || new Set(value).size === value.length,
  prefixItems: (rules: readonly Schema[], value) =>
    !Array.isArray(value) || rules.every((rule, at) => at >= value.length || fits(value[at] as Json, rule)),
  items: (rule: Schema | false, value, { prefixItems = [] }) =>
    !Array.isArray(value) ||
    value
      .slice((prefixItems as readonly unknown[]).length)
      .every((one: Json) => rule !== false && fits(one, rule)),
  required: (names: readonly string[], value) =>
    !isRecord(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (rules: Readonly<Record<string, Schema>>, value) =>
    !isRecord(value) ||
    Object.entries(rules).every(
      ([name, rule]) => !Object.hasOwn(value, name) || fits(value[name] as Json, rule),
    ),
  additionalProperties: (rule: Schema | false, value, { properties = {} }) =>
    !isRecord(value) ||
    Object.entries(value).every(
      ([name, one]) => Object.hasOwn(properties as object, name) || (rule !== false && fits(one, rule)),
    ),
  propertyNames: (rule: Schema, value) =>
    !isRecord(value) || Object.keys(value).every((name) => fits(name, rule)),
  maxProperties: (most: number, value) => !isRecord(value) || Object.keys(value).length <= most,
}
const isRecord = (value: Json): value is { readonly [name: string]: Json } => typeOf(value) === 'object'

function fits(value: Json, rule: Schema): boolean {
  return Object.entries(rule).every(([name, word]) => {
    const check = WORDS[name]
    if (check === undefined) throw new Error(`the schema says ${name}, which this test does not read`)
    return check(word as never, value, rule)
  })
}

/** Every place in a document where a value stands, as the way to it. */
function waysIn(
  value: Json,
  way: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  const inside = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []
  return [way, ...inside.flatMap(([name, one]) => waysIn(one as Json, [...way, name]))]
}

function withAt(value: Json, [name, ...rest]: readonly (string | number)[], put: Json): Json {
  if (name === undefined) return put
  if (Array.isArray(value)) return value.with(Number(name), withAt(value[Number(name)] as Json, rest, put))
  return isRecord(value) ? { ...value, [name]: withAt(value[name] as Json, rest, put) } : value
}

describe('the page', () => {
  it('shows a scenario that is read, and that the schema knows', () => {
    expect(readScenarioFile(new TextEncoder().encode(JSON.stringify(example)))).toEqual({
      ok: true,
      value: example,
    })
    expect(fits(example, schema)).toBe(true)
  })

  it('names every field, trigger, kind and shipped scenario', () => {
    const names = [
      ...Object.keys(example),
      ...TRIGGER_IDS,
      ...INJECT_KINDS,
      ...SCENARIOS_IN_CODE,
      'fromMinute',
      'onTheWay',
      'withinMetres',
      'share',
      'series',
      'rise',
      'none',
    ]
    expect(names.filter((name) => !page.includes(name))).toEqual([])
  })
})

describe('the published schema', () => {
  it('knows whatever is a scenario', () => {
    for (const scenario of SCENARIOS)
      expect(fits(JSON.parse(writeScenario(scenario)) as Json, schema)).toBe(true)
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(fits(JSON.parse(writeScenario(scenario)) as Json, schema)).toBe(true)
      }),
    )
  })

  it('refuses what is no scenario for a single value, as the reader does', () => {
    const strange: readonly Json[] = [
      null,
      true,
      -1,
      0.5,
      1e6,
      5e9,
      'ALL',
      'x'.repeat(70),
      [],
      {},
      [1, 2, 3],
      { kind: 'none', a: 1 },
    ]
    const differ: string[] = []
    let refused = 0
    for (const way of waysIn(example))
      for (const put of strange) {
        const changed = withAt(example, way, put)
        const isKnown = fits(changed, schema)
        if (!isKnown) refused += 1
        // The reader keeps rules that a schema cannot tell; never the other way round.
        if (!isKnown && parseScenario(changed).ok) differ.push(`${way.join('.')}: ${JSON.stringify(put)}`)
      }
    expect(differ).toEqual([])
    expect(refused).toBeGreaterThan(300)
  })

  it('has the bounds of the reader', () => {
    const bounds: readonly (readonly [way: readonly (string | number)[], last: Json, over: Json])[] = [
      [['speed'], 600, 601],
      [['speed'], 1, 0],
      [['minutes'], 4320, 4321],
      [['startsAt'], 23, 24],
      [['seed'], 4294967295, 4294967296],
      [['title', 'ja'], 'x'.repeat(60), 'x'.repeat(61)],
      [['injects', 0, 'when', 'withinMetres'], 5000, 5001],
      [['injects', 1, 'minutes'], 120, 121],
      [
        ['injects', 0, 'at'],
        [180, 90],
        [180, 91],
      ],
      [['water', 'curve', 2, 'share'], 1, 1.01],
      [['id'], 'x'.repeat(40), 'x'.repeat(41)],
      [
        ['water'],
        { kind: 'series', name: 'a', fromMinute: -4320 },
        { kind: 'series', name: 'a', fromMinute: -4321 },
      ],
    ]
    for (const [way, last, over] of bounds) {
      const [within, beyond] = [withAt(example, way, last), withAt(example, way, over)]
      expect(
        [fits(within, schema), parseScenario(within).ok],
        `${way.join('.')} ${JSON.stringify(last)}`,
      ).toEqual([true, true])
      expect(
        [fits(beyond, schema), parseScenario(beyond).ok],
        `${way.join('.')} ${JSON.stringify(over)}`,
      ).toEqual([false, false])
    }
  })
})
