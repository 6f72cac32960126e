import type { SettingsStore } from '#platform/ports.ts'
import type { Layout } from './routes.ts'

/**
 * Where the app begins: `?text` in the address is a wish that is kept, so that the next visit begins in the same way;
 * `?text=0` takes it back; without either it is what was kept.
 * @param query the value of `text` in the address, null where the address does not name it
 */
export function startLayout(settings: SettingsStore, query: string | null): Layout {
  if (query !== null) settings.write({ start: query === '0' ? 'map' : 'text' })
  return settings.read().start ?? 'map'
}
