import * as v from 'valibot'
import { readJson, type JsonRefusal } from '../plan/read-json.ts'
import { ok, refuse, type Result } from '../result.ts'
import { migrateScenario } from './migrate-scenario.ts'
import { ScenarioShape } from './scenario-schema.ts'
import { SCENARIO_VERSION, type Scenario } from './scenario.ts'

/**
 * Why a scenario is refused. `notAScenario` = something else altogether · `newerVersion` = written by a newer app ·
 * `brokenScenario` = it says to be one and its content does not hold; `detail` names the field or the rule.
 */
export type ScenarioRefusal = 'notAScenario' | 'newerVersion' | 'brokenScenario'

/**
 * Reads a scenario from a file, a link or the device: brings an older version up to date, then checks every field and copies
 * what it knows, in the normal form. Refuses it whole, never half; what is unknown to the schema is refused too, because a
 * drill of which a part is left out would be another drill than that of the neighbours.
 */
export function parseScenario(value: unknown): Result<Scenario, ScenarioRefusal> {
  const version = versionOf(value)
  if (version === null) return refuse('notAScenario')
  if (version > SCENARIO_VERSION) return refuse('newerVersion', `version ${version}`)
  const migrated = migrateScenario(value as Record<string, unknown>, version)
  if (migrated === null) return refuse('brokenScenario', `version ${version}`)
  const parsed = v.safeParse(ScenarioShape, migrated, { abortEarly: true })
  return parsed.success ? ok(parsed.output) : refuse('brokenScenario', placeOf(parsed.issues[0]))
}

/** A file of an organiser: 64 KB hold every scenario that the schema lets through. */
const LIMITS = { bytes: 65_536, depth: 8, values: 2000 } as const

/** Reads the file of a scenario, as `writeScenario` writes it or as an organiser typed it. */
export function readScenarioFile(bytes: Uint8Array): Result<Scenario, ScenarioRefusal | JsonRefusal> {
  const json = readJson(bytes, LIMITS)
  return json.ok ? parseScenario(json.value) : json
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if (!Object.hasOwn(value, 'v') || !Object.hasOwn(value, 'signals')) return null
  const { v: version } = value as Record<string, unknown>
  return Number.isInteger(version) && (version as number) >= 1 ? (version as number) : null
}

/** `injects.3.kind`, or the rule that the whole breaks. */
const placeOf = (issue: v.BaseIssue<unknown>): string => v.getDotPath(issue) ?? issue.message.slice(0, 40)
