import type { StoreApi } from 'zustand/vanilla'

/** How far the code of a part of the app that comes later has come. */
export type HouseState<H> = {
  readonly status: 'closed' | 'opening' | 'open' | 'failed'
  readonly house: H | null
}

/**
 * Opens a house once, however often it is asked for; after a failure the next call tries again. Never rejects: the status tells.
 * @param load fetches its code and makes it
 */
export function openOnce<H>(
  store: Pick<StoreApi<HouseState<H>>, 'setState'>,
  load: () => Promise<H>,
): () => Promise<H | null> {
  let opening: Promise<H | null> | null = null
  const open = async (): Promise<H | null> => {
    store.setState({ status: 'opening' })
    try {
      const house = await load()
      store.setState({ status: 'open', house })
      return house
    } catch (error) {
      console.error(error)
      opening = null
      store.setState({ status: 'failed' })
      return null
    }
  }
  return () => (opening ??= open())
}
