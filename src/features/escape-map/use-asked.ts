import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { goalsFor } from '#domain/routes/goals.ts'
import { mannerOfMinutes } from '#domain/routes/cost.ts'
import { closingZones, comesAsWater, seriesFor } from '#domain/routes/coming-water.ts'
import type { FrontQuestion } from '#domain/routes/ways-question.ts'
import { closuresKnown, walksByNight } from '../ways/index.ts'
import { escapeQuestion, type Asked, type EscapeView, type FrontChoice } from './escape-question.ts'
import type { EscapeTools } from './escape-tools.ts'
import { closuresKey } from './closures-key.ts'
import type { SeriesState } from './use-series.ts'

/** The middle of the area: the sun stands for all of it as it stands there. */
const middleOf = ({ manifest }: EscapeTools['area']): LngLat => {
  const [west, south, east, north] = manifest.bounds
  return [(west + east) / 2, (south + north) / 2]
}

/** A value that is made anew only when its key becomes another. */
function useHeld<T>(key: string, make: () => T): T {
  const [held, setHeld] = useState(() => ({ key, value: make() }))
  if (held.key === key) return held.value
  const next = { key, value: make() }
  setHeld(next)
  return next.value
}

type Choices = {
  readonly view: EscapeView
  readonly front: FrontChoice
  readonly series: SeriesState
}

/** Everything that is asked now, the same value until something of it changes; null = it cannot be asked yet, or not at all. */
export function useAsked(tools: EscapeTools, { view, front, series }: Choices) {
  const { area, at } = tools
  const hazard = useStore(tools.shelters, (state) => state.hazard)
  const walker = useStore(tools.ways)
  const { profile } = walker
  const manner = mannerOfMinutes(walker.manner)
  const city = useStore(tools.closures)
  const now = tools.now()
  const night = walksByNight(walker, middleOf(area), now)
  const reckoned = useHeld(closuresKey(city, now), () => closuresKnown(city, now).reckoned)
  const goals = useMemo(() => goalsFor(area, hazard).goals, [area, hazard])
  const flood = seriesFor(area, hazard).find(({ file }) => file === front.series) ?? null
  const when = useMemo((): FrontQuestion | 'no' | null => {
    if (view === 'reach') return null
    if (!comesAsWater(hazard)) return 'no'
    if (flood === null)
      return { kind: 'arrivesIn', hazards: closingZones(area, hazard), seconds: front.arrival * 60 }
    if (typeof series === 'string') return 'no'
    return { kind: 'series', hazard: flood.kind, series, minute: front.minute }
  }, [view, area, hazard, front, flood, series])
  const asked = useMemo(
    (): Asked | null =>
      when === 'no' || area.sites === null
        ? null
        : {
            question: escapeQuestion(hazard, goals, { profile, manner, night, closures: reckoned }),
            front: when,
            flood,
            at,
            now: tools.now(),
          },
    [when, flood, area, hazard, goals, profile, manner, night, reckoned, at, tools],
  )
  return { asked, hazard, night }
}
