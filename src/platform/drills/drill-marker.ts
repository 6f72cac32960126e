import type { DrillMarker } from '../ports.ts'

const KEY = 'mhm-in-drill'

/** Where `localStorage` is refused it remembers nothing: then a drill that was cut off is found when drills are opened. */
export function createDrillMarker(
  storage: () => Storage | undefined = () => globalThis.localStorage,
): DrillMarker {
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
