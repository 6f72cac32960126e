import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { OfficialLayerId } from '#domain/official-tiles/official-layer.ts'
import type { OfficialTiles } from '#platform/ports.ts'
import type { OnlineStore } from './store.ts'

export type OnlineCommands = {
  /** The person agrees, for as long as the page is open, that the official server is asked. */
  agree(): void
  /** Reads the official pictures at a place, if the person has agreed. `within`: how well the place is known, metres. */
  ask(at: LngLat, within: number | null): Promise<void>
  stop(): void
  /** The person went on: the place is forgotten, and nothing more is asked about it. */
  forget(): void
  /** Lays an official layer over the map, if the person has agreed; null takes it away. */
  show(layer: OfficialLayerId | null): void
  /** The map could not fetch pictures of the layer that lies over it. */
  overlayFailed(): void
}

/** @param isOffline true only where the browser is sure that there is no network */
export function createOnlineCommands(
  store: OnlineStore,
  tiles: OfficialTiles,
  isOffline: () => boolean,
): OnlineCommands {
  let asking = new AbortController()

  return {
    agree: () => store.setState({ agreed: true }),
    async ask(at, within) {
      asking.abort()
      if (!store.getState().agreed) return
      if (isOffline()) return store.setState({ question: { at, state: 'offline' } })
      asking = new AbortController()
      const { signal } = asking
      const tell = (done: number) => {
        if (!signal.aborted) store.setState({ question: { at, state: 'running', done } })
      }
      tell(0)
      const answer = await tiles
        .answerAt(at, { signal, onLayer: tell, ...(within === null ? {} : { within }) })
        .catch(unlessStopped(signal))
      if (answer === null || signal.aborted) return
      const { describeOnline } = await import('#domain/official-tiles/describe-online.ts')
      if (!signal.aborted)
        store.setState({ question: { at, state: 'answered', report: describeOnline(answer) } })
    },
    stop() {
      asking.abort()
      const { question } = store.getState()
      if (question?.state === 'running') store.setState({ question: { at: question.at, state: 'stopped' } })
    },
    forget() {
      asking.abort()
      store.setState({ question: null })
    },
    show(layer) {
      if (layer === null || store.getState().agreed) store.setState({ overlay: layer, overlayFailed: false })
    },
    overlayFailed() {
      if (store.getState().overlay !== null) store.setState({ overlayFailed: true })
    },
  }
}

/** A question that was stopped rejects: that is silence. Any other rejection is a mistake of ours and goes on. */
const unlessStopped = (signal: AbortSignal) => (reason: unknown) => {
  if (signal.aborted) return null
  throw reason
}
