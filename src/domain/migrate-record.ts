/**
 * From one version to the next, in order: the first entry turns version 1 into version 2. A migration is pure, trusts nothing in the
 * record (it was not checked), and once an app was published with it, it is never edited.
 */
export type Migration = (record: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** The record in the shape of the newest version, unchecked; null when a migration cannot read it, or there is none. */
export function migrateRecord(
  record: Readonly<Record<string, unknown>>,
  version: number,
  migrations: readonly Migration[],
  newest: number,
): Record<string, unknown> | null {
  let migrated: Record<string, unknown> = { ...record }
  for (let from = version; from < newest; from += 1) {
    const migration = migrations[from - 1]
    if (migration === undefined) return null
    try {
      migrated = { ...migration(migrated), version: from + 1 }
    } catch {
      return null
    }
  }
  return migrated
}
