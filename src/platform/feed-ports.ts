import type { FeedRefusal } from '#domain/feeds/check-feed.ts'
import type { AlertFeed } from '#domain/alerts/alert.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'

/**
 * How a network did not bring a feed. `dead` there is none, or the host is not to be reached · `slow` no answer, or not all of it,
 * in time · `signInPage` a network that wants something first answered in the host's place · `notTheFile` something came that
 * cannot be the file · `absent` the host has no such file (yet) · `serverError` · `tooLarge`.
 */
export type FeedNetworkFailure =
  'dead' | 'slow' | 'signInPage' | 'notTheFile' | 'absent' | 'serverError' | 'tooLarge'

/** Why what is shown of a feed is not what the city says now. It never takes away what is kept. */
export type FeedTrouble =
  | { readonly kind: 'network'; readonly why: FeedNetworkFailure }
  /** `takesBack`: what the refused feed would have opened, by id, when only one person signed it. */
  | { readonly kind: 'refused'; readonly why: FeedRefusal; readonly takesBack: readonly string[] }

/** The feed in use. */
export type KeptFeed<T> = {
  readonly feed: T
  /** When the host last sent it, or said that it is unchanged; milliseconds since 1970 by the clock of the device. */
  readonly fetched: number
  /** False = every key that signed it was revoked since: it is shown as old, whatever its age. */
  readonly isTrusted: boolean
}

/** All that is known of a feed at a moment. */
export type FeedReading<T> = {
  /** null = this device never got one. That says nothing about the roads. */
  readonly kept: KeptFeed<T> | null
  readonly trouble: FeedTrouble | null
  readonly isAsking: boolean
  /** False = what came will be gone with the page. */
  readonly isStored: boolean
  /** What was remembered could not be read, so that a replay cannot be told from news until a feed is accepted. */
  readonly lostMemory: boolean
  /** Names of keys that signed two different files under one number, since the page was opened. */
  readonly alarms: readonly string[]
  /** What the host's clock said with its last answer, and ours at that moment; null = it did not tell. */
  readonly clocks: { readonly host: number; readonly device: number } | null
}

/** The signed files of the city of the open area. */
export type CityFeeds = {
  readonly closures: SignedFeed<ClosureFeed>
  readonly alerts: SignedFeed<AlertFeed>
  /** Reads what is kept, asks the host, and keeps both fresh while the page is seen. The result ends it. */
  start(): () => void
}

/**
 * Why nothing that a city says can be believed here. `noKeys` the app knows no keys of this city: it publishes nothing here (yet)
 * · `noVerifier` this browser cannot verify signatures.
 */
export type NoFeeds = 'noKeys' | 'noVerifier'

/** How far a feed of the city has come. `waiting` it was not opened yet · `failed` its code could not be had. */
export type CityFeedState<T> = {
  readonly status: 'waiting' | NoFeeds | 'failed' | 'open'
  /** null unless `open`. */
  readonly reading: FeedReading<T> | null
}

/** A signed file of the city: fetched, verified, kept. No method rejects. */
export interface SignedFeed<T> {
  reading(): FeedReading<T>
  /** Reads what is kept on the device. */
  open(): Promise<FeedReading<T>>
  /** Asks the host once; while it is being asked, the same answer is waited for. */
  refresh(): Promise<FeedReading<T>>
  /** Refreshes now, when the page comes back into view or the network seems to, and now and then while it is seen. The result ends it. */
  keepFresh(): () => void
  onChange(changed: (reading: FeedReading<T>) => void): () => void
}
