import type { StoreApi } from 'zustand/vanilla'
import type { Alert, AlertFeed } from '#domain/alerts/alert.ts'
import type { Closure, ClosureFeed } from '#domain/closures/closure.ts'
import type { AreasCommands, AreasStore } from '#features/offline-areas/index.ts'
import type { Clock, NoFeeds, PackStore, TileReader } from '#platform/ports.ts'
import type { CityDesk } from '#platform/staff/open-desk.ts'
import type { StaffDatabase } from '#platform/staff/staff-database.ts'
import type { DrillDesk } from './drill-desk.ts'
import type { Ledger } from './ledger.ts'
import type { OfficerKeys } from './officer-keys.ts'
import type { StaffRoutes } from './routes.ts'

/** The real adapters, or in tests the ones of the test. */
export type StaffServices = {
  readonly clock: Clock
  readonly packs: PackStore
  readonly database: StaffDatabase
  /** null = this page is not secure, or the browser has no Web Crypto: nothing can be signed here. */
  readonly subtle: SubtleCrypto | null
  tilesOf(code: string): TileReader
  deskOf(code: string): Promise<CityDesk | NoFeeds>
  /** Gives a file to the person. */
  save(name: string, content: Uint8Array | string): void
}

export type City = {
  readonly desk: CityDesk
  readonly closures: Ledger<Closure, ClosureFeed>
  readonly alerts: Ledger<Alert, AlertFeed>
  readonly keys: OfficerKeys
}

/** `waiting` the pack of the city is on its way. */
export type CityState =
  { readonly status: 'waiting' | NoFeeds | 'failed' } | { readonly status: 'open'; readonly city: City }

/** What is set once on this device. */
export type StaffSettings = {
  /** Who publishes, as it stands below every closure and order. */
  readonly office: string
  /** How long a new issue counts as current. Hours. */
  readonly lifeHours: number
  /** After so long somebody has to look again whether a closure still holds. Hours. */
  readonly remindHours: number
}

export type StaffParts = {
  readonly services: StaffServices
  readonly routes: StaffRoutes
  readonly areas: { readonly store: AreasStore; readonly commands: AreasCommands }
  readonly city: StoreApi<CityState>
  readonly settings: StoreApi<StaffSettings>
  readonly drill: StoreApi<DrillDesk>
  /** Kept on the device too. */
  setUp(change: Partial<StaffSettings>): void
}
