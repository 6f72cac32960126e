import type { OpenedSites } from '#domain/alerts/alerts-state.ts'

/** What the city says of open sites, and the time of now. */
export type Opened = { readonly sites: OpenedSites | null; readonly now: number }

/** The city says nothing. */
export const NONE_OPENED: Opened = { sites: null, now: 0 }
