import { JAPAN_OFFSET } from '../closures/time.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Profile } from '../routes/profiles.ts'
import {
  minuteAt,
  moveClock,
  pauseClock,
  resumeClock,
  speedOf,
  startClock,
  type DrillClock,
} from './drill-clock.ts'
import type { Decision, DrillNow, DrillRun } from './drill-run.ts'
import type { DrillWorld } from './drill-world.ts'
import { growTrack } from './grow-track.ts'
import type { DrillInvitation, DrillMode, Scenario } from './scenario.ts'
import type { Rating } from './self-rating.ts'
import { tableNow } from './table-now.ts'
import { advanceTo, beginTable, trackOfTable, type TableWalk } from './table-move.ts'
import { newTrack, trackTill, type Track } from './track.ts'

/** A drill that somebody is doing: plain data, and all that is kept of it while it lasts. */
export type Drill = {
  readonly v: 1
  /** Drawn anew for each run; it is that of the report and of the history. */
  readonly nonce: string
  /** Short hash of the invitation, that of the reports. */
  readonly token: string
  readonly invitation: DrillInvitation
  readonly clock: DrillClock
  readonly run: DrillRun
  /** At a table, from leaving on. */
  readonly walk: TableWalk | null
  /** On foot. */
  readonly track: Track | null
  /** The member of the plan who walks, by id; null = not told. */
  readonly who: string | null
  /** Whether their building allows to stay; null = not known. */
  readonly mayStay: boolean | null
  readonly before: Rating | null
  /** When it was joined, milliseconds since 1970. */
  readonly joined: number
}

/** Who joins what, how and from where. */
export type Joining = Pick<Drill, 'nonce' | 'token' | 'invitation' | 'who' | 'mayStay' | 'before'> & {
  readonly scenario: Scenario
  readonly mode: DrillMode
  readonly profile: Profile
  /** 0…65535 */
  readonly number: number
  readonly home: LngLat
}

/**
 * A drill from its first moment. It begins at the hour of the invitation, or now; whoever joins later comes into the middle of it,
 * as the others are. In a class the event stands still until somebody goes on.
 */
export function beginDrill(joining: Joining, now: number): Drill {
  const { nonce, token, invitation, scenario, mode, profile, number, home, who, mayStay, before } = joining
  const speed = speedOf(scenario, mode)
  const run: DrillRun = {
    scenario,
    mode,
    profile,
    number,
    home,
    left: null,
    goal: null,
    track: [],
    decisions: [],
    gaps: [],
    ended: null,
  }
  return {
    v: 1,
    nonce,
    token,
    invitation,
    clock: mode === 'class' ? startClock(now, 0) : startClock(invitation.begins ?? now, speed),
    run,
    walk: null,
    track: mode === 'walk' ? newTrack(speed) : null,
    who,
    mayStay,
    before,
    joined: now,
  }
}

/** The minute of the event; never after its end. */
export const minuteOfDrill = ({ clock, run }: Drill, now: number): number =>
  Math.min(minuteAt(clock, now), run.ended ?? Infinity, run.scenario.minutes)

/** True when the event is over, or the participant ended it. */
export const isDrillOver = (drill: Drill, now: number): boolean =>
  drill.run.ended !== null || minuteAt(drill.clock, now) >= drill.run.scenario.minutes

/** The drill with a decision at its end. */
export const decide = (
  drill: Drill,
  minute: number,
  kind: Decision['kind'],
  about: string | null,
): Drill => ({
  ...drill,
  run: { ...drill.run, decisions: [...drill.run.decisions, { minute, kind, about }] },
})

/**
 * Goes out of the door, to a site or to the nearest (null). Who has left is on the way already: then only the goal changes.
 * @returns `noWay` at a table where no way is near, or the pack knows none
 */
export function leaveHome(
  drill: Drill,
  world: DrillWorld,
  minute: number,
  goal: string | null,
): Result<Drill, 'noWay'> {
  const chosen = goal === null ? drill : decide(drill, minute, 'goal', goal)
  if (drill.run.left !== null) return ok({ ...chosen, run: { ...chosen.run, goal } })
  const left = decide(chosen, minute, 'leave', null)
  const run = { ...left.run, left: minute, goal }
  if (drill.run.mode !== 'table') return ok({ ...left, run })
  const start = world.ways?.start ?? null
  if (world.ways === null || start === null) return refuse('noWay')
  const walk = beginTable(world.ways.table([]), start, minute, goal)
  return ok({ ...left, run, walk })
}

/**
 * The drill at a later moment: at a table time passes along the ways, outdoors what was tracked stands in the run. The same
 * moment again changes nothing. Arriving and the end of the event end the run.
 * @param told what the participant was told until now: shut ways are not walked
 */
export function advanceDrill(drill: Drill, world: DrillWorld, told: DrillNow['injects'], now: number): Drill {
  const minute = minuteOfDrill(drill, now)
  if (drill.run.ended !== null) return drill
  const moved = moveOn(drill, world, told, minute)
  const isOver = minute >= moved.run.scenario.minutes || moved.walk?.arrived != null
  return isOver ? endDrill(moved, minute) : moved
}

function moveOn(drill: Drill, world: DrillWorld, told: DrillNow['injects'], minute: number): Drill {
  const { walk, track, run } = drill
  if (track !== null) return { ...drill, run: { ...run, ...trackTill(track, minute) } }
  if (walk === null || world.ways === null) return drill
  const table = tableNow({ ways: world.ways, sites: world.sites }, told)
  const moved = advanceTo(table, walk, minute)
  const site = world.sites.find(({ id }) => id === moved.arrived)
  const anew = trackOfTable(table, moved, site?.at ?? null)
  return { ...drill, walk: moved, run: { ...run, track: growTrack(run.track, anew) } }
}

/** The run ends here: they arrived, it is over, or they give up. */
export const endDrill = (drill: Drill, minute: number): Drill =>
  drill.run.ended === null ? { ...drill, run: { ...drill.run, ended: minute } } : drill

export const pauseDrill = (drill: Drill, now: number): Drill => ({
  ...drill,
  clock: pauseClock(drill.clock, now),
})
export const resumeDrill = (drill: Drill, now: number): Drill => ({
  ...drill,
  clock: resumeClock(drill.clock, now),
})

/**
 * The drill at a minute of its event, also an earlier one, at the speed that it had: a class goes from one question to the next and
 * back. Not before the beginning and not after the end.
 */
export function setMinute(drill: Drill, now: number, minute: number): Drill {
  const at = Math.max(0, Math.min(minute, drill.run.scenario.minutes))
  return { ...drill, clock: moveClock(drill.clock, now, at) }
}

/** Whether one's own drill may stand still and skip ahead: a group's runs for all, and who walks needs the time that it takes. */
export const ownsTime = ({ invitation, run }: Drill): boolean =>
  invitation.begins === null && run.mode !== 'walk'

/** The drill at a later minute, so that nobody waits where nothing happens; a minute that is past changes nothing. */
export const skipTo = (drill: Drill, now: number, minute: number): Drill =>
  ownsTime(drill) && minute > minuteOfDrill(drill, now) ? setMinute(drill, now, minute) : drill

/**
 * The drill as it is taken up again after the page was gone: one that a group does at an hour has gone on meanwhile, one of one's
 * own stood still from the moment at which it was kept last.
 */
export const takeUpDrill = (drill: Drill, keptAt: number): Drill =>
  drill.invitation.begins === null ? pauseDrill(drill, keptAt) : drill

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * The moment that a minute of the event stands for, milliseconds since 1970: on the day on which the drill began, at the hour of the
 * scenario, or as the clock was. What the app is told while a drill runs.
 */
export function momentOfEvent({ clock, run }: Pick<Drill, 'clock' | 'run'>, minute: number): number {
  const [{ since }] = clock
  const { startsAt } = run.scenario
  const offset = JAPAN_OFFSET * MINUTE_MS
  const midnight = Math.floor((since + offset) / DAY_MS) * DAY_MS - offset
  return Math.round((startsAt === null ? since : midnight + startsAt * HOUR_MS) + minute * MINUTE_MS)
}
