import { migrateRecord, type Migration } from '../migrate-record.ts'
import { PLAN_VERSION } from './plan.ts'

const MIGRATIONS: readonly Migration[] = []

/** A plan in the shape of the newest version, unchecked; null when a migration cannot read it. */
export const migratePlan = (plan: Readonly<Record<string, unknown>>, version: number) =>
  migrateRecord(plan, version, MIGRATIONS, PLAN_VERSION)
