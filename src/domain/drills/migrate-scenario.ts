import { SCENARIO_VERSION } from './scenario.ts'

/**
 * From one version to the next, in order: the first entry turns version 1 into version 2. A migration is pure, trusts nothing
 * in the record (it was not checked), and once an app was published with it, it is never edited.
 */
export type ScenarioMigration = (scenario: Readonly<Record<string, unknown>>) => Record<string, unknown>
const MIGRATIONS: readonly ScenarioMigration[] = []

/**
 * The record in the shape of the newest version, unchecked; null when a migration is missing or cannot read it.
 * @param migrations handed in by tests only
 */
export function migrateScenario(
  scenario: Readonly<Record<string, unknown>>,
  version: number,
  migrations: readonly ScenarioMigration[] = MIGRATIONS,
  newest: number = SCENARIO_VERSION,
): Record<string, unknown> | null {
  let migrated: Record<string, unknown> = { ...scenario }
  for (let from = version; from < newest; from += 1) {
    const migration = migrations[from - 1]
    if (migration === undefined) return null
    try {
      migrated = { ...migration(migrated), v: from + 1 }
    } catch {
      return null
    }
  }
  return migrated
}
