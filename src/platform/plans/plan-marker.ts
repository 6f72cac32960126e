const KEY = 'mhm-had-plans'

/**
 * Remembers outside the database that plans were saved, so that an empty database tells whether the system emptied it.
 * Where `localStorage` is refused it remembers nothing: then nothing is claimed.
 */
export type PlanMarker = { isSet(): boolean; set(): void; clear(): void }

export function createPlanMarker(
  storage: () => Storage | undefined = () => globalThis.localStorage,
): PlanMarker {
  const attempt = <T>(action: (store: Storage | undefined) => T): T | null => {
    try {
      return action(storage())
    } catch {
      return null
    }
  }
  return {
    isSet: () => attempt((store) => store?.getItem(KEY) === '1') === true,
    set: () => void attempt((store) => store?.setItem(KEY, '1')),
    clear: () => void attempt((store) => store?.removeItem(KEY)),
  }
}
