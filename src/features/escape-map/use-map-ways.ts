import { useEffect, useMemo } from 'react'
import { NO_WAYS, type MapWays } from '#map/map-view.ts'
import type { WaysStore } from '../ways/index.ts'
import type { Shown } from './use-escape.ts'

/** The roads in their colours. */
export const networkOf = (shown: Shown): MapWays['network'] =>
  shown.kind === 'reach'
    ? { kind: 'reach', pieces: shown.reach.pieces }
    : { kind: 'departure', pieces: shown.departures.pieces }

/** Keeps the picture on the map while it holds, and takes it away with the screen. */
export function useMapWays(ways: WaysStore, shown: Shown | null): void {
  const picture = useMemo(
    (): MapWays => (shown === null ? NO_WAYS : { routes: [], network: networkOf(shown) }),
    [shown],
  )
  useEffect(() => ways.setState({ shown: picture }), [ways, picture])
  useEffect(() => () => ways.setState({ shown: NO_WAYS }), [ways])
}
