/** One bit that outlives the page. */
export type Marker = { isSet(): boolean; set(): void; clear(): void }

/** A bit in `localStorage`. Where that is refused it remembers nothing, and is never set. */
export function createMarker(
  key: string,
  storage: () => Storage | undefined = () => globalThis.localStorage,
): Marker {
  const attempt = <T>(action: (store: Storage | undefined) => T): T | null => {
    try {
      return action(storage())
    } catch {
      return null
    }
  }
  return {
    isSet: () => attempt((store) => store?.getItem(key) === '1') === true,
    set: () => void attempt((store) => store?.setItem(key, '1')),
    clear: () => void attempt((store) => store?.removeItem(key)),
  }
}
