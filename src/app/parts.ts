import type { LanguageTag } from '#i18n/index.ts'
import type { AlertFeed } from '#domain/alerts/alert.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { MapTheme } from '#map/map-view.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { SearchHit } from '#domain/places/search-places.ts'
import type {
  AppShell,
  CityFeeds,
  CityFeedState,
  Clock,
  Installer,
  Locator,
  NoFeeds,
  OfficialTiles,
  PackStore,
  SettingsStore,
  TileReader,
  WayFinder,
} from '#platform/ports.ts'
import type { ClosurePickStore } from '#features/closures/index.ts'
import type { AreasCommands, AreasStore } from '#features/offline-areas/index.ts'
import type { LayersStore } from '#features/layers/index.ts'
import type { OnlineCommands, OnlineStore } from '#features/online/index.ts'
import type { RiskCommands, RiskStore } from '#features/risk/index.ts'
import type { SearchStore } from '#features/search/index.ts'
import type { SettingsFeature } from '#features/settings/index.ts'
import type { SheltersStore } from '#features/shelters/index.ts'
import type { WaysStore } from '#features/ways/index.ts'
import type { OpenSpeaker, Speech } from '#features/speech/index.ts'
import type { DrillDoor } from './drill-door.ts'
import type { MapStore } from './map-store.ts'
import type { PlanDoor } from './plan-door.ts'
import type { Routes } from './routes.ts'

/** The real adapters, or in tests the ones of the test. */
export type Services = {
  readonly clock: Clock
  readonly locator: Locator
  readonly packs: PackStore
  readonly shell: AppShell
  readonly settings: SettingsStore
  /** The device's voice, which comes when it is wanted for the first time. */
  readonly speaker: OpenSpeaker
  readonly official: OfficialTiles
  readonly installer: Installer
  tilesOf(code: string): TileReader
  /** What the city publishes for its area; the code for it comes when it is wanted, and rejects when it cannot be had. */
  feedsOf(code: string): Promise<CityFeeds | NoFeeds>
  /** Finds ways on foot; comes when it is wanted for the first time. */
  readonly ways: () => Promise<WayFinder>
}

/** What the device tells about itself and what waits for the person. */
export type DeviceState = {
  readonly theme: MapTheme
  /** True only where the browser is sure to have no network; false proves nothing. */
  readonly offline: boolean
  readonly updateReady: boolean
  /** A language could not be fetched: the app stayed in the one it had. */
  /** The language whose words could not be had, until another is chosen. */
  readonly languageFailed: LanguageTag | null
  /** The screen on which a person found a mistake in the words. */
  readonly reportFrom: string
  /** The language whose words are being fetched. */
  readonly languageLoading: LanguageTag | null
}

/** Everything the screen is made of, put together once. */
export type Parts = {
  readonly services: Services
  readonly routes: Routes
  readonly device: StoreApi<DeviceState>
  readonly settings: SettingsFeature
  readonly areas: { readonly store: AreasStore; readonly commands: AreasCommands }
  readonly risk: { readonly store: RiskStore; readonly commands: RiskCommands }
  readonly shelters: SheltersStore
  readonly layers: LayersStore
  readonly search: SearchStore
  readonly online: { readonly store: OnlineStore; readonly commands: OnlineCommands }
  /** What the city says of closed roads, and what it orders. */
  readonly closures: StoreApi<CityFeedState<ClosureFeed>>
  readonly alerts: StoreApi<CityFeedState<AlertFeed>>
  /** Asks the city now; null = its feeds are not open, or it publishes none here. */
  readonly askCity: StoreApi<{ readonly now: (() => Promise<void>) | null }>
  /** Which closure the person came to see. */
  readonly closurePick: ClosurePickStore
  readonly ways: WaysStore
  readonly map: MapStore
  readonly plan: PlanDoor
  readonly drill: DrillDoor
  /** What is said before everything that is read aloud; null = nothing. */
  readonly prelude: Speech | null
  /** What a person can do that concerns more than one feature. */
  readonly act: Acts
}

export type Acts = {
  readonly pickOnMap: (at: readonly [number, number]) => void
  readonly pickSite: (id: string) => void
  /** Tells the way on foot to this site, by its id; null = to the nearest that people may be led to. */
  readonly wayTo: (site: string | null) => void
  /** Opens the list of closed roads at this one; null = at its beginning. */
  readonly pickClosure: (id: string | null) => void
  /** Answers for a hit of the search, and shows it where the person is: on the map or in the text. */
  readonly choosePlace: (hit: SearchHit) => void
  /** Asks the device for the position, then shows the answer for it. */
  readonly here: () => Promise<void>
  readonly chooseLanguage: (tag: string) => Promise<void>
  /** The words of this screen are wrong: write it down. */
  readonly report: () => void
  readonly chooseArea: (code: string) => Promise<void>
  /** Opens the plan's editor with this place as a new one; makes a plan where there is none. */
  readonly keepPlace: (at: LngLat, name: string, newPlanName: string) => Promise<void>
  /** Shows what a link with a code brought: a plan, an invitation to a drill, a result of one. Nothing is kept of it. */
  readonly receive: (text: string) => void
  /** Opens something of one's own that was touched on the map. */
  readonly pickMine: (id: string) => void
}
