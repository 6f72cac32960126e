import { createStore, type StoreApi } from 'zustand/vanilla'

export const SCREENS = [
  'home',
  'answer',
  'search',
  'sites',
  'site',
  'layers',
  'offline',
  'settings',
  'about',
  'text',
  'readCheck',
  'online',
  'words',
  'report',
  'closures',
  'alerts',
  'ways',
  'escape',
  'drills',
  'drillJoin',
  'drill',
  'drillEnd',
  'drillHost',
  'drillBoard',
  'drillRoll',
  'drillPaper',
  'plan',
  'myMap',
  'myThing',
  'interview',
  'timeline',
  'whatNow',
  'kit',
  'share',
  'received',
  'paper',
] as const
export type Screen = (typeof SCREENS)[number]

/**
 * `map`: the map with a sheet of words beside it. `text`: a plain document, and no map at all. Screens that are about the
 * map belong to the one, `text` to the other; the rest stays in whichever a person came from.
 */
export type Layout = 'map' | 'text'

type DrillScreen = Extract<Screen, `drill${string}`>
export const isDrillScreen = (screen: Screen): screen is DrillScreen => screen.startsWith('drill')

const LAYOUTS: { readonly [screen in Screen]: Layout | null } = {
  home: 'map',
  answer: 'map',
  search: 'map',
  sites: 'map',
  site: 'map',
  layers: 'map',
  offline: null,
  settings: null,
  about: null,
  text: 'text',
  readCheck: null,
  online: null,
  words: null,
  report: null,
  closures: null,
  alerts: null,
  ways: null,
  escape: null,
  drills: null,
  drillJoin: null,
  drill: null,
  drillEnd: null,
  drillHost: null,
  drillBoard: null,
  drillRoll: null,
  drillPaper: null,
  plan: null,
  myMap: null,
  myThing: null,
  interview: null,
  timeline: null,
  whatNow: null,
  kit: null,
  share: null,
  received: null,
  paper: null,
}
/** What lies over a screen. `draw`: the person draws on the map, and the screen waits behind it as it was. */
export const DIALOGS = ['menu', 'language', 'draw'] as const
export type DialogName = (typeof DIALOGS)[number]

export type Route = {
  readonly screen: Screen
  readonly layout: Layout
  readonly dialog: DialogName | null
  /** False when the hand is on the map and the focus should stay there. */
  readonly moveFocus: boolean
}

/** The part of the browser's history that is needed; a test hands in its own. */
export type HistoryLike = Pick<History, 'pushState' | 'replaceState' | 'back' | 'state'>

type Kept = Omit<Route, 'moveFocus'> & { readonly depth: number }

export type Routes = {
  readonly store: StoreApi<Route>
  /** Opens a screen. `replace` takes the place of the present one, so that Back passes it by. */
  go(screen: Screen, how?: { readonly replace?: boolean; readonly moveFocus?: boolean }): void
  openDialog(dialog: DialogName): void
  /** Closes what is on top: the same as the Back key. */
  close(): void
  /** The browser went back or forward to this state. */
  onPopState(state: unknown): void
}

const isScreen = (value: unknown): value is Screen => SCREENS.some((screen) => screen === value)

const readKept = (state: unknown): Kept => {
  const { screen, layout, dialog, depth } = (
    typeof state === 'object' && state !== null ? state : {}
  ) as Record<string, unknown>
  const known = isScreen(screen) ? screen : 'home'
  return {
    screen: known,
    layout: LAYOUTS[known] ?? (layout === 'text' ? 'text' : 'map'),
    dialog: DIALOGS.find((name) => name === dialog) ?? null,
    depth: typeof depth === 'number' ? depth : 0,
  }
}

/** Screens that show something picked before: no address holds it (it stays on the device), so they lead home. */
const NEEDS_PICKED: readonly Screen[] = ['answer', 'site', 'myThing']

/** What links of ours carry in their fragment, and the screen that asks what to do with it: a plan, a drill, a result of one. */
const CODES: readonly (readonly [before: string, screen: Screen])[] = [
  ['#/p/', 'received'],
  ['#/d/', 'drillJoin'],
  ['#/r/', 'drillBoard'],
]

/** True for a link that carries a code. What it is worth is asked when it is read. */
export const isCode = (hash: string): boolean => CODES.some(([before]) => hash.startsWith(before))

/** The screen that an address asks for. */
export function screenOf(hash: string): Screen {
  const name = hash.replace(/^#\/?/, '')
  const code = CODES.find(([before]) => hash.startsWith(before))
  if (code !== undefined) return code[1]
  return isScreen(name) && !NEEDS_PICKED.includes(name) ? name : 'home'
}

/** Where a layout begins, and where closing its last screen leads. */
const firstOf = (layout: Layout): Screen => (layout === 'text' ? 'text' : 'home')

/**
 * Screens and dialogs as entries of the browser's history, so that the Back key of a phone closes them one by one.
 * @param starts the layout of a start that names no screen
 */
export function createRoutes(history: HistoryLike, hash: string, starts: Layout = 'map'): Routes {
  const asked = screenOf(hash)
  const first = asked === 'home' ? firstOf(starts) : asked
  const layout = LAYOUTS[first] ?? starts
  const store = createStore<Route>(() => ({ screen: first, layout, dialog: null, moveFocus: true }))
  // A code leaves the address as soon as it was read: the history of the browser is no place for it.
  const address = isCode(hash) ? [`#/${first}`] : []
  history.replaceState({ screen: first, layout, dialog: null, depth: 0 } satisfies Kept, '', ...address)

  const enter = (next: Pick<Kept, 'screen' | 'dialog'>, replace: boolean, moveFocus: boolean) => {
    const { depth } = readKept(history.state)
    const route = { ...next, layout: LAYOUTS[next.screen] ?? store.getState().layout }
    const kept: Kept = { ...route, depth: replace ? depth : depth + 1 }
    const address = next.screen === 'home' ? '#/' : `#/${next.screen}`
    if (replace) history.replaceState(kept, '', address)
    else history.pushState(kept, '', address)
    store.setState({ ...route, moveFocus })
  }

  return {
    store,
    go(screen, { replace = false, moveFocus = true } = {}) {
      const now = store.getState()
      if (now.screen === screen && now.dialog === null && !replace) return store.setState({ moveFocus })
      enter({ screen, dialog: null }, replace || now.dialog !== null, moveFocus)
    },
    openDialog(dialog) {
      enter({ screen: store.getState().screen, dialog }, store.getState().dialog !== null, false)
    },
    close() {
      if (readKept(history.state).depth > 0) history.back()
      else enter({ screen: firstOf(store.getState().layout), dialog: null }, true, true)
    },
    onPopState(state) {
      const { screen, layout, dialog } = readKept(state)
      store.setState({ screen, layout, dialog, moveFocus: store.getState().screen !== screen })
    },
  }
}
