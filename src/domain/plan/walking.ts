import type { Member, Plan } from './plan.ts'

/**
 * Walking speeds in metres per second. `adult` 1.0, `impaired` 0.5 (people who walk with difficulty, and those who care for
 * them, so also `wheelchair`) and `stroller` 0.9: 宮城県 津波対策ガイドライン, 内閣府 津波避難; `older` 0.72 = 43 m/min with
 * slopes: 逃げ地図. `group`: 消防庁 measured 1.1–1.2 for a crowd, 1.0 for people who do not know the way; the lower counts.
 */
export const PACES = {
  adult: 1,
  group: 1,
  stroller: 0.9,
  older: 0.72,
  impaired: 0.5,
  wheelchair: 0.5,
} as const

/** At night people walk at 80 % of the speed by day (南海トラフ巨大地震対策検討 WG). */
export const NIGHT_SHARE = 0.8

/** A car in a jam of others that flee, metres per second: the speed of tsunami planning. By night no slower. */
const CAR = 3

/**
 * How many times longer the way is than the straight line, where no way is known: √2, the longest that a grid of streets can
 * make it. Own choice; to be replaced by a route along real streets.
 */
export const DETOUR = Math.SQRT2

/** The speed of one member: what a drill measured, else what the needs suggest. Pets are carried or keep up: null. */
export function paceOf({ kind, needs, speed }: Member): number | null {
  if (kind === 'pet') return null
  if (speed !== null) return speed
  if (needs.includes('disability')) return PACES.impaired
  if (needs.includes('elderly') || needs.includes('pregnant')) return PACES.older
  return kind === 'child' || needs.includes('infant') ? PACES.stroller : PACES.adult
}

/** The slowest of the household and their speed; an adult's while nobody was told. */
export function slowestOf({ household }: Plan): { readonly pace: number; readonly member: Member | null } {
  let slowest: { readonly pace: number; readonly member: Member | null } = { pace: PACES.adult, member: null }
  for (const member of household.members) {
    const pace = paceOf(member)
    if (pace !== null && (slowest.member === null || pace < slowest.pace)) slowest = { pace, member }
  }
  return slowest
}

/** Minutes for a way, rounded up. `pace` in metres per second by day. */
export const minutesFor = (
  metres: number,
  pace: number,
  by: 'walk' | 'car',
): { readonly minutes: number; readonly nightMinutes: number } => {
  const speed = by === 'car' ? CAR : pace
  const night = by === 'car' ? 1 : NIGHT_SHARE
  return { minutes: Math.ceil(metres / speed / 60), nightMinutes: Math.ceil(metres / speed / night / 60) }
}
