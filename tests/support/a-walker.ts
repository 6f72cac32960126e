import { createDrills, type DrillDeps } from '#features/drills/index.ts'
import { createWalkWatch, type PageSight } from '#features/drills/walk/walk-watch.ts'
import { openDrillWorld } from '#domain/drills/drill-world.ts'
import { leaveHome, type Drill, type Joining } from '#domain/drills/drill.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Attention, Fix, LocateFailure, PositionWatch } from '#platform/ports.ts'
import { aJoining, DRILL_NOON } from './a-drill.ts'
import { aDrillTown, anAbout } from './a-drill-town.ts'
import { aDrillShelf } from './drill-tools.ts'

/** A position that the device is watched for, until it is let go. */
type Watching = { readonly onFix: (fix: Fix) => void; readonly onFailure: (why: LocateFailure) => void }

/** A phone on which somebody walks a drill in the drill town: its shelf and its clock outlive the page. */
export function aWalker(can: Partial<Attention['can']> = {}) {
  const shelf = aDrillShelf()
  const phone = {
    now: DRILL_NOON,
    isSeen: true,
    ticks: [] as (() => void)[],
    watching: [] as Watching[],
    /** Watches that were begun at all. */
    begun: 0,
    vibrated: [] as (readonly number[])[],
    sounded: [] as ('told' | 'urgent')[],
    screens: 0,
    refusesScreen: false,
    loseScreen: null as ((isOn: boolean) => void) | null,
    sights: new Set<() => void>(),
  }
  const watch: PositionWatch = {
    watch(onFix, onFailure) {
      const one = { onFix, onFailure }
      phone.watching.push(one)
      phone.begun += 1
      return () => void (phone.watching = phone.watching.filter((other) => other !== one))
    },
  }
  const attention: Attention = {
    can: { vibrate: true, sound: true, stayAwake: true, ...can },
    ready: () => undefined,
    vibrate: (pattern) => phone.vibrated.push(pattern) > 0,
    sound: (what) => phone.sounded.push(what) > 0,
    stayAwake: async (told) => {
      if (phone.refusesScreen || !phone.isSeen) return null
      phone.screens += 1
      phone.loseScreen = told ?? null
      told?.(true)
      return () => void (phone.screens -= 1)
    },
  }
  const page: PageSight = {
    isSeen: () => phone.isSeen,
    onChange: (changed) => {
      phone.sights.add(changed)
      return () => void phone.sights.delete(changed)
    },
  }
  const clock = { now: () => phone.now }
  const deps: DrillDeps = {
    shelf,
    marker: { isSet: () => false, set: () => undefined, clear: () => undefined },
    clock,
    openWorld: async ({ run }: Drill) =>
      openDrillWorld(aDrillTown(), run.scenario, anAbout({ home: run.home })),
    areaCode: () => '41207',
    randomBytes: (count) => new Uint8Array(count).fill(7),
    hold: async () => () => undefined,
    every: (_, then) => {
      phone.ticks.push(then)
      return () => void (phone.ticks = phone.ticks.filter((one) => one !== then))
    },
    onLeaving: () => () => undefined,
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  /** Opens a page; the former one is gone without a word. */
  const open = async () => {
    phone.ticks = []
    phone.watching = []
    phone.sights.clear()
    phone.screens = 0
    const drills = createDrills(deps)
    await drills.commands.open()
    await settle()
    const walk = createWalkWatch({ drills, watch, attention, clock, page })
    await settle()
    return { drills, walk }
  }
  /** Joins on foot, and waits until the world is there. */
  const join = async (changes: Partial<Joining> = {}) => {
    const opened = await open()
    opened.drills.commands.join(aJoining({ mode: 'walk', ...changes }))
    await settle()
    return opened
  }
  const pass = async (seconds: number) => {
    phone.now += seconds * 1000
    for (const tick of phone.ticks) tick()
    await settle()
  }
  const show = async (isSeen: boolean) => {
    phone.isSeen = isSeen
    for (const changed of phone.sights) changed()
    await settle()
  }
  return {
    phone,
    watch,
    attention,
    clock,
    open,
    join,
    settle,
    /** Time passes second by second, and the drill looks at it. */
    pass,
    show,
    /** The device tells where it is. */
    fix: async (at: LngLat, accuracy = 5, when = phone.now) => {
      for (const { onFix } of phone.watching) onFix({ at, accuracy, when })
      await settle()
    },
    fail: async (why: LocateFailure) => {
      for (const { onFailure } of phone.watching) onFailure(why)
      await settle()
    },
  }
}

/** They go out of the door, to a site or to the nearest. */
export const goOut = ({ commands }: ReturnType<typeof createDrills>, goal: string | null): boolean =>
  commands.act((drill, { world, minute }) => {
    const left = world === null ? null : leaveHome(drill, world, minute, goal)
    return left?.ok === true ? left.value : null
  })
