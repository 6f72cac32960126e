import type { Alert } from './alert.ts'

/** The level at which an order was told to this person, by area and id. */
export type Told = ReadonlyMap<string, number>

/** What has to be told now, and what was told then. */
export type News = {
  /** New or raised: told at once. */
  readonly raised: readonly Alert[]
  /** Lifted since it was told. */
  readonly lifted: readonly Alert[]
  readonly told: Told
}

/** What is new in these orders for somebody who was told the others. Each is told once at each level, and once when it is lifted. */
export function newsIn(told: Told, area: string, alerts: readonly Alert[]): News {
  const keyOf = ({ id }: Alert): string => `${area} ${id}`
  const raised = alerts.filter((one) => one.lifted === null && (told.get(keyOf(one)) ?? 0) < one.level)
  const lifted = alerts.filter((one) => one.lifted !== null && told.has(keyOf(one)))
  const next = new Map(told)
  for (const one of raised) next.set(keyOf(one), one.level)
  for (const one of lifted) next.delete(keyOf(one))
  return { raised, lifted, told: next }
}
