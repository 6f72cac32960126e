import type { ReactNode } from 'react'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { DrillOnMap, MapTheme } from '#map/map-view.ts'
import type { Paint } from '#map/zone-looks.ts'
import type {
  Attention,
  Clock,
  DrillShelf,
  Locator,
  PositionWatch,
  QrReader,
  Relay,
  Sharer,
} from '#platform/ports.ts'
import type { PlansFeature } from '../plan/index.ts'
import type { Drills } from './state.ts'
import type { WalkWatch } from './walk/watch-state.ts'

/** The screens of drills, as the app's routes name them. */
export type DrillScreen =
  'drills' | 'drillJoin' | 'drill' | 'drillEnd' | 'drillHost' | 'drillBoard' | 'drillRoll' | 'drillPaper'

/** What is printed on the screen `drillPaper`. */
export type DrillPaper = 'poster' | 'certificate' | 'board' | 'rollCall'

/** What every screen of drills is given. */
export type DrillTools = {
  readonly drills: Drills
  /** The area that is open; null = none: then no drill can begin. */
  readonly area: Area | null
  /** The other areas of this host; not there where none can be opened. */
  readonly areas?: {
    /** The name by language tag; null = this host does not offer it, or it is not known what it offers. */
    readonly nameOf: (code: string) => Readonly<Partial<Record<string, string>>> | null
    /** Opens it in the place of the one that is open. False = it cannot be had, and the former one is open again. */
    readonly open: (code: string) => Promise<boolean>
  }
  /** The real clock: that of the event is in `running.minute`. */
  readonly clock: Clock
  /** Device parts for those who walk. */
  readonly watch: PositionWatch
  readonly attention: Attention
  /** Follows who walks, whichever screen they look at; not there where nobody can be followed. */
  readonly walking?: WalkWatch
  /** The optional relay of an organiser on the local network; not there where none can be reached. Off until it is switched on. */
  readonly relay?: Relay
  readonly locator: Locator
  readonly reader: QrReader
  readonly sharer: Sharer
  /** Boards and receptions of an organiser are kept here, by keys of their own. */
  readonly shelf: DrillShelf
  readonly randomBytes: (count: number) => Uint8Array
  /** The real plans of this device, also while a drill runs; null = they cannot be had. Only `drillEnd` changes them, by consent. */
  readonly plans: PlansFeature | null
  /** The plan that is being looked at, and what the area tells about it; null = there is none. */
  readonly plan: { readonly plan: Plan; readonly facts: PlanFacts } | null
  /** The language of the reader. */
  readonly language: string
  /** The address of the app, without question and fragment: what links begin with. */
  readonly address: string
  readonly paint: Paint
  /** The theme of the map, for the colours of the water; absent = `day`. */
  readonly theme?: MapTheme
  /** The place that was asked about last on the map or in the search; null = none. */
  readonly asked: { readonly at: LngLat; readonly name: string } | null
  /** Shows the drill on the map (position, trail, water); null takes it away. Does nothing where there is no map. */
  readonly showOnMap: (shown: DrillOnMap | null) => void
  /** Brings something into view; null where no map is on the screen. */
  readonly fit: ((bounds: Bounds) => void) | null
  readonly go: (
    screen: DrillScreen | 'plan' | 'search' | 'home' | 'timeline',
    how?: { readonly replace?: boolean },
  ) => void
  readonly back: () => void
  /** What `drillPaper` prints, chosen by whoever leads there. */
  readonly paper: DrillPaper
  readonly choosePaper: (paper: DrillPaper) => void
  /** A computed flood of the area by its name; null = it is not on this device. */
  readonly readSeries: (name: string) => Promise<Uint8Array | null>
  readonly emergency: ReactNode
}
