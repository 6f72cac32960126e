import { closuresNow } from '../closures/index.ts'
import type { EscapeTools } from './escape-tools.ts'

/** Two states with the same key have the same closures, so that a map is not worked out anew whenever the city was asked. */
export function closuresKey(city: ReturnType<EscapeTools['closures']['getState']>, now: number): string {
  const { state, reckoned, isTrusted } = closuresNow(city, now)
  if (state.kind === 'never' || reckoned === null) return 'never'
  const inForce = reckoned.closures.filter(({ start, end }) => start <= now && (end === null || end > now))
  const { sequence, issued } = state.feed
  return [sequence, issued, state.kind, isTrusted, ...inForce.map(({ id }) => id)].join(' ')
}
