import { createStore } from 'zustand/vanilla'
import { minuteAt } from '#domain/drills/drill-clock.ts'
import { takeFix, type FixFate } from '#domain/drills/track.ts'
import type { Attention, Clock, Fix, PositionWatch } from '#platform/ports.ts'
import type { Drills, Running } from '../state.ts'
import { isLost, siteReached } from './site-reached.ts'
import { recentSpeed } from './recent-speed.ts'
import { walkAlerts, type WalkAlert } from './walk-alerts.ts'
import { NOT_WATCHING, type WalkWatch, type WalkWatchState } from './watch-state.ts'

/** Whether the page is seen. */
export type PageSight = {
  readonly isSeen: () => boolean
  /** Calls back when it is hidden or seen again. The result ends it. */
  readonly onChange: (changed: () => void) => () => void
}

export type WalkWatchDeps = {
  readonly drills: Drills
  readonly watch: PositionWatch
  readonly attention: Attention
  /** The real one. */
  readonly clock: Clock
  readonly page: PageSight
}

/** Who stays so long at the place that they go to has arrived, milliseconds. */
export const THERE_MS = 60_000
/** Own choice: nobody walks more slowly for long who is not looking where they go (津波避難: 1.0 m/s). Metres per second. */
const FAST = 1
/** Between two reminders to look up. */
const LOOK_UP_MS = 60_000
/** So long the page has to be hidden before it is told, milliseconds: as long as a position may be missing (`track.ts`). */
const AWAY_MS = 30_000
/** Positions whose moment is farther from the clock than a day are of devices whose two clocks differ: then only their order counts. */
const DAY_MS = 24 * 60 * 60_000

/** Milliseconds of vibration and of rest. Three long ones cannot be taken for a message. */
const PATTERNS = { told: [200, 100, 200], urgent: [500, 150, 500, 150, 500] } as const

type Desk = {
  readonly deps: WalkWatchDeps
  readonly store: WalkWatch['store']
  /** The run that is followed, by its nonce; null = none. */
  nonce: string | null
  /** What was told in it. */
  told: Set<string>
  /** It was interrupted: what was told before is known already. */
  isTakenUp: boolean
  /** Sites at which they said that they are not. */
  notThere: Set<string>
  /** Came while the page was hidden: a phone does not vibrate then. */
  missed: WalkAlert[]
  hidden: number | null
  endWatch: (() => void) | null
  /** Ends keeping the screen on. */
  sleep: (() => void) | null
  isAskingToStay: boolean
}

/**
 * Follows the position of somebody who walks a drill, as long as it runs, whichever screen of the app they look at, and makes the
 * phone noticed when something comes. A position goes into the run and nowhere else.
 */
export function createWalkWatch(deps: WalkWatchDeps): WalkWatch {
  const store = createStore<WalkWatchState>(() => NOT_WATCHING)
  const desk: Desk = {
    deps,
    store,
    nonce: null,
    told: new Set(),
    isTakenUp: false,
    notThere: new Set(),
    missed: [],
    hidden: null,
    endWatch: null,
    sleep: null,
    isAskingToStay: false,
  }
  const ends = [
    deps.drills.store.subscribe(() => look(desk)),
    deps.page.onChange(() => seeOrHide(desk)),
    () => stop(desk),
  ]
  look(desk)
  return {
    store,
    commands: {
      again: () => {
        if (desk.endWatch !== null) follow(desk)
      },
      read: () => store.setState({ alerts: [], away: null }),
      notThere: () => {
        const { there } = store.getState()
        if (there !== null) desk.notThere.add(there.id)
        store.setState({ there: null })
      },
      setSound: (sound) => {
        deps.attention.ready()
        store.setState({ sound })
        if (sound) deps.attention.sound('told')
      },
      setVibration: (vibration) => {
        store.setState({ vibration })
        if (vibration) deps.attention.vibrate(PATTERNS.told)
      },
    },
    end: () => ends.forEach((end) => end()),
  }
}

/** A drill that waits to be taken up, or that another page does, is followed by nobody here. */
function look(desk: Desk): void {
  const { running } = desk.deps.drills.store.getState()
  const isOurs = running?.drill.run.mode === 'walk' && running.drill.run.ended === null
  if (running === null || !isOurs || running.isElsewhere) return stop(desk)
  if (desk.nonce !== running.drill.nonce) {
    stop(desk)
    desk.nonce = running.drill.nonce
    desk.isTakenUp = running.isInterrupted
  }
  if (running.isInterrupted) return
  if (desk.endWatch === null) begin(desk)
  notice(desk, running)
}

function begin(desk: Desk): void {
  desk.hidden = desk.deps.page.isSeen() ? null : desk.deps.clock.now()
  follow(desk)
  stayOn(desk)
}

/** One watch at a time, however often it is asked for. */
function follow(desk: Desk): void {
  desk.endWatch?.()
  desk.endWatch = () => undefined
  desk.store.setState({ isWatching: true, failure: null })
  const nonce = desk.nonce
  const end = desk.deps.watch.watch(
    (fix) => {
      if (desk.nonce === nonce) take(desk, fix)
    },
    (failure) => {
      if (desk.nonce === nonce) desk.store.setState({ failure })
    },
  )
  if (desk.nonce === nonce) desk.endWatch = end
  else end()
}

function stop(desk: Desk): void {
  if (desk.nonce === null) return
  desk.nonce = null
  desk.endWatch?.()
  desk.endWatch = null
  desk.sleep?.()
  desk.sleep = null
  desk.told = new Set()
  desk.notThere = new Set()
  desk.missed = []
  const { sound, vibration } = desk.store.getState()
  desk.store.setState({ ...NOT_WATCHING, sound, vibration })
}

/** Before the drill has begun nothing is tracked: all its positions would stand at its first minute. */
function take(desk: Desk, fix: Fix): void {
  const { deps, store } = desk
  const now = deps.clock.now()
  const when = Math.abs(now - fix.when) > DAY_MS ? now : Math.min(fix.when, now)
  let fate: FixFate | null = null
  deps.drills.commands.act((drill) => {
    const minute = minuteAt(drill.clock, when)
    if (drill.track === null || minute <= 0) return null
    const taken = takeFix(drill.track, { minute, at: fix.at, accuracy: fix.accuracy })
    fate = taken.fate
    return taken.track === drill.track ? null : { ...drill, track: taken.track }
  })
  const isTaken = fate === 'moved' || fate === 'standing'
  store.setState({
    failure: null,
    ...(fate === null ? {} : { last: { fate, accuracy: fix.accuracy } }),
    ...(isTaken ? { heard: now } : {}),
  })
}

/** Makes noticed what is new, and looks whether they have arrived. */
function notice(desk: Desk, running: Running): void {
  const { deps, store } = desk
  const now = deps.clock.now()
  if (running.told === null) return
  const fresh = walkAlerts(running).filter(({ key }) => !desk.told.has(key))
  for (const { key } of fresh) desk.told.add(key)
  if (desk.isTakenUp) desk.isTakenUp = false
  else if (fresh.length > 0) {
    store.setState({ alerts: [...store.getState().alerts, ...fresh] })
    if (deps.page.isSeen()) rouse(desk, fresh)
    else {
      desk.missed.push(...fresh)
      sound(desk, fresh)
    }
  }
  arrive(desk, running, now)
  remind(desk, running, now)
}

function rouse(desk: Desk, alerts: readonly WalkAlert[]): void {
  sound(desk, alerts)
  if (desk.store.getState().vibration) desk.deps.attention.vibrate(PATTERNS[loudest(alerts)])
}

function sound(desk: Desk, alerts: readonly WalkAlert[]): void {
  if (desk.store.getState().sound) desk.deps.attention.sound(loudest(alerts))
}

const loudest = (alerts: readonly WalkAlert[]): 'urgent' | 'told' =>
  alerts.some(({ isUrgent }) => isUrgent) ? 'urgent' : 'told'

/** At the place that they go to the drill ends by itself after a minute; at others only by their word. */
function arrive(desk: Desk, running: Running, now: number): void {
  const { store, deps } = desk
  const reached = siteReached(running)
  const before = store.getState().there
  if (reached === null) desk.notThere.clear()
  if (reached === null || desk.notThere.has(reached.id)) {
    if (before !== null) store.setState({ there: null })
    return
  }
  const isSame = before?.id === reached.id && before.isGoal === reached.isGoal
  if (!isSame) store.setState({ there: { ...reached, since: now } })
  else if (reached.isGoal && now - before.since >= THERE_MS) {
    const { nonce } = desk
    // Not within the change of the drill that is being told of.
    queueMicrotask(() => {
      if (desk.nonce === nonce && store.getState().there !== null) deps.drills.commands.finish()
    })
  }
}

/** Whoever walks fast with the screen lit is asked to look up, once a minute at most. */
function remind(desk: Desk, running: Running, now: number): void {
  const { track, run } = running.drill
  const { lookUp } = desk.store.getState()
  if (track === null || isLost(running) || !desk.deps.page.isSeen()) return
  if (lookUp !== null && now - lookUp < LOOK_UP_MS) return
  const speed = recentSpeed(run.track, running.minute, track.secondsPerMinute)
  if (speed !== null && speed >= FAST) desk.store.setState({ lookUp: now })
}

/** Some phones follow no position any more after their screen was off: it is asked for anew. */
function seeOrHide(desk: Desk): void {
  const { deps, store } = desk
  if (desk.endWatch === null) return
  const now = deps.clock.now()
  if (!deps.page.isSeen()) {
    desk.hidden ??= now
    return
  }
  const { hidden, missed } = desk
  if (hidden === null) return
  desk.hidden = null
  if (now - hidden >= AWAY_MS) {
    store.setState({ away: { from: hidden, till: now } })
    follow(desk)
  }
  stayOn(desk)
  look(desk)
  desk.missed = []
  if (missed.length > 0) rouse(desk, missed)
}

function stayOn(desk: Desk): void {
  if (desk.sleep !== null || desk.isAskingToStay) return
  const { nonce, deps, store } = desk
  desk.isAskingToStay = true
  const told = (staysOn: boolean) => {
    if (desk.nonce === nonce) store.setState({ staysOn })
  }
  void deps.attention.stayAwake(told).then((end) => {
    desk.isAskingToStay = false
    if (desk.nonce !== nonce) {
      end?.()
      // Another run has begun meanwhile, and was not asked for.
      if (desk.endWatch !== null) stayOn(desk)
      return
    }
    desk.sleep = end
    if (end === null) store.setState({ staysOn: false })
  })
}
