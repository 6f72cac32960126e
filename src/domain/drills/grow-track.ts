import type { LngLat } from '../geo/lng-lat.ts'
import type { TrackPoint } from './drill-run.ts'

/**
 * The track of a run at a table with what came since, for every moment at which somebody is told something. What stands in it
 * stays: where they were seen then is asked for again at the end, while a track that is made anew (`trackOfTable`) knows only the
 * bends of the way, and an inject would have come elsewhere, or never. Who stands still adds nothing but time.
 *
 * Not for walks outdoors: their points come at the end anyway, as long as a position counts from when it was had (`trackTill`).
 * @param kept the track until now
 * @param anew all of it as it is known now; what is not later than the last point of `kept` is left out
 */
export function growTrack(kept: readonly TrackPoint[], anew: readonly TrackPoint[]): readonly TrackPoint[] {
  const till = kept.at(-1)?.minute ?? -Infinity
  const track = [...kept]
  for (const point of anew) {
    if (!(point.minute > till)) continue
    const [before, last] = [track.at(-2), track.at(-1)]
    if (isSame(before?.at, point.at) && isSame(last?.at, point.at)) track.pop()
    track.push(point)
  }
  return track
}

const isSame = (a: LngLat | undefined, b: LngLat): boolean => a?.[0] === b[0] && a[1] === b[1]
