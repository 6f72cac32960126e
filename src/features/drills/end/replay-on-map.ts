import { shutPlaces } from '#domain/drills/coming-injects.ts'
import { minuteOfSeries, shareAt } from '#domain/drills/drill-water.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import {
  fillWater,
  frameAt,
  openReplay,
  riseClasses,
  type Replay,
  type ReplayFrame,
} from '#domain/drills/replay.ts'
import { paintWater } from '#domain/drills/replay-picture.ts'
import type { Ended } from '#domain/drills/replay-story.ts'
import type { DrillRun } from '#domain/drills/drill-run.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { isWaterKind } from '#domain/hazards/hazard-kind.ts'
import { hatchUnknown, waterLooks, waterPaint, waterPixels } from '#map/drill-looks.ts'
import type { DrillOnMap, MapTheme } from '#map/map-view.ts'

type Water = DrillOnMap['water']

/** What is seen of a minute: on the map, and as plain facts for words. */
export type Seen = {
  readonly onMap: DrillOnMap
  readonly own: ReplayFrame
  /** Of somebody with another choice; null = nobody is shown. */
  readonly other: ReplayFrame | null
}

/**
 * Draws the minutes of a replay. What did not change from one to the next stays the same value, so that nothing is sent to the map
 * twice; the water is painted into the same buffers each time.
 * @param other the run of somebody who is shown beside; null = nobody
 */
export function drawReplay(
  world: DrillWorld,
  ended: Ended,
  other: DrillRun | null,
  theme: MapTheme,
): (minute: number) => Seen {
  const replay = openReplay(ended.run)
  const beside = other === null ? null : openReplay(other)
  const [ownTrail, otherTrail] = [trailOf(replay), beside === null ? null : trailOf(beside)]
  const water = drawWater(world, theme)
  const shutAt = keepBy((count: number) => shutPlaces(ended.told.slice(0, count)))
  const { goal } = ended.run
  const place = world.sites.find(({ id }) => id === goal)?.at ?? null
  return (minute) => {
    const own = frameAt(replay, minute, world.water)
    const theirs = beside === null ? null : frameAt(beside, minute, world.water)
    return {
      own,
      other: theirs,
      onMap: {
        trail: ownTrail(own),
        at: own.at,
        isLost: own.isLost,
        goal: place,
        other: theirs === null ? null : { trail: otherTrail?.(theirs) ?? [], at: theirs.at },
        shut: shutAt(ended.told.filter((one) => one.minute <= minute).length),
        wrong: ended.wentWrong,
        water: water(minute),
      },
    }
  }
}

/** Gives the same value again as long as it is asked for the same. */
function keepBy<Value>(make: (key: number) => Value): (key: number) => Value {
  let last: { readonly key: number; readonly value: Value } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) }
    return last.value
  }
}

function trailOf({ run }: Replay): (frame: ReplayFrame) => readonly LngLat[] {
  const upTo = keepBy((passed: number) => run.track.slice(0, passed).map(({ at }) => at))
  return ({ passed }) => upTo(passed)
}

function drawWater({ source }: DrillWorld, theme: MapTheme): (minute: number) => Water {
  const { water, series } = source
  const looks = waterLooks(theme)
  if (water.kind === 'rise') {
    const paints = looks.map(waterPaint)
    const hasZones = water.hazards.some((kind) => !isWaterKind(kind))
    let last: Water = null
    return (minute) => {
      const colours = riseClasses(water, minute).map((place) => paints[place] as string)
      const zones = hasZones && shareAt(water, minute) >= 1 ? (paints[4] as string) : null
      const now = { kind: 'ranks', hazards: water.hazards, colours, zones } as const
      const isSame =
        last?.kind === 'ranks' && last.zones === zones && String(last.colours) === String(colours)
      if (!isSame) last = now
      return last
    }
  }
  if (water.kind !== 'series' || series === null) return () => null
  const { columns, rows, west, south, cellLng, cellLat } = series
  const classes = new Uint8Array(columns * rows)
  const rgba = new Uint8ClampedArray(classes.length * 4)
  const colours = waterPixels(looks)
  let frame = 0
  return (minute) => {
    fillWater(series, minuteOfSeries(water, minute), classes)
    paintWater(classes, columns, colours, rgba)
    hatchUnknown(classes, columns, rgba)
    frame += 1
    return {
      kind: 'picture',
      frame,
      width: columns,
      height: rows,
      rgba,
      bounds: [west, south, west + columns * cellLng, south + rows * cellLat],
    }
  }
}
