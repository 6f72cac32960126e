import { createStore, type StoreApi } from 'zustand/vanilla'

export const STAFF_SCREENS = [
  'home',
  'closure',
  'alert',
  'review',
  'second',
  'keys',
  'history',
  'drill',
  'settings',
] as const
export type StaffScreen = (typeof STAFF_SCREENS)[number]

/** `what`: the closure or order that is edited, or the feed that is reviewed; '' = a new one. */
export type StaffRoute = { readonly screen: StaffScreen; readonly what: string }

export type StaffRoutes = {
  readonly store: StoreApi<StaffRoute>
  go(screen: StaffScreen, what?: string): void
  /** The address changed by itself: a step back, or a link. */
  follow(hash: string): void
}

/** `#/closure/2026-0012`. What cannot be read is the first screen. */
export function routeOf(hash: string): StaffRoute {
  const [, screen = '', what = ''] = /^#\/([a-z]+)(?:\/(.*))?$/.exec(hash) ?? []
  const known = STAFF_SCREENS.find((one) => one === screen)
  return known === undefined ? { screen: 'home', what: '' } : { screen: known, what: decoded(what) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Where the clerk is, as the address tells it: so a step back is a step back. */
export function createStaffRoutes(place: Pick<Location, 'hash'>): StaffRoutes {
  const store = createStore<StaffRoute>(() => routeOf(place.hash))
  return {
    store,
    go(screen, what = '') {
      place.hash = what === '' ? `#/${screen}` : `#/${screen}/${encodeURIComponent(what)}`
      store.setState({ screen, what })
    },
    follow: (hash) => store.setState(routeOf(hash)),
  }
}
