import { parseScenario } from './parse-scenario.ts'
import type { Scenario } from './scenario.ts'

/**
 * The normal form: names in the order of the schema, modes, groups and hazards in the order of their lists, titles by tag,
 * positions to 1e-6 degree. Throws for what is no scenario: then a program made it, and forgot a rule.
 */
export function normalScenario(scenario: Scenario): Scenario {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new TypeError(`${parsed.reason} ${parsed.detail ?? ''}`)
  return parsed.value
}

/** The text of a scenario, the same for the same drill however it was put together: files, links and hashes are made of it. */
export const writeScenario = (scenario: Scenario): string => JSON.stringify(normalScenario(scenario))
