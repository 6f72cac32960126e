import type { LngLat } from '../geo/lng-lat.ts'

export const CLOSURE_STATES = ['closed', 'one_lane', 'restricted', 'open'] as const
export type ClosureState = (typeof CLOSURE_STATES)[number]

export const CLOSURE_REASONS = [
  'flooding',
  'landslide',
  'rockfall',
  'fallen_tree',
  'collapse',
  'bridge_damage',
  'storm_surge',
  'tsunami',
  'snow_ice',
  'pre_emptive_rain',
  'accident',
  'construction',
  'event',
  'fire',
  'other',
  'unknown',
] as const
export type ClosureReason = (typeof CLOSURE_REASONS)[number]

export const MODES = ['foot', 'wheelchair', 'bicycle', 'car', 'truck', 'emergency'] as const
export type Mode = (typeof MODES)[number]

/** Milliseconds since 1970 everywhere; in the file ISO 8601 with an offset. */
export type Closure = {
  readonly id: string
  readonly shape:
    | { readonly kind: 'line'; readonly lines: readonly (readonly LngLat[])[] }
    | { readonly kind: 'point'; readonly at: LngLat }
    | { readonly kind: 'area'; readonly rings: readonly (readonly LngLat[])[] }
  readonly state: ClosureState
  readonly status: 'planned' | 'active' | 'lifted' | 'unconfirmed'
  readonly reason: ClosureReason
  readonly start: number
  /** null = until further notice. */
  readonly end: number | null
  /** Along the order of the points of a line. */
  readonly direction: 'both' | 'forward' | 'backward'
  /** null = not known, which is never read as allowed where water or earth is the reason. */
  readonly access: Readonly<Record<Mode, boolean | null>>
  readonly depth: number | null
  readonly road: {
    readonly name: string | null
    readonly ref: string | null
    readonly class: string
    readonly from: string | null
    readonly to: string | null
  } | null
  /** Own words of the publisher, by language tag; shown beside our sentences, never instead. */
  readonly title: Readonly<Record<string, string>>
  readonly detour: Readonly<Record<string, string>>
  readonly source: {
    readonly kind: 'city' | 'prefecture' | 'mlit' | 'police' | 'jartic' | 'resident' | 'import'
    readonly name: string
    readonly url: string | null
  }
  readonly confidence: 'official' | 'confirmed' | 'reported'
  readonly updated: number
  /** When somebody last looked whether it still holds. */
  readonly checked: number | null
}

export type ClosureFeed = {
  readonly area: string
  readonly publisher: string
  readonly licence: string
  /** Grows with every issue of one key. */
  readonly sequence: number
  readonly issued: number
  /** After this the closures are old: they stay, and no road opens by it. */
  readonly expires: number
  readonly closures: readonly Closure[]
}

/** How far what is known of closures can be trusted; the age is told in each of them. There is no state "all open". */
export type FeedState =
  | { readonly kind: 'never' }
  | { readonly kind: 'current' | 'ageing' | 'old'; readonly feed: ClosureFeed; readonly fetched: number }
