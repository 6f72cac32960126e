import { openDrillWorld } from '#domain/drills/drill-world.ts'
import { createDrills, type DrillDeps, type DrillTools, type Running } from '#features/drills/index.ts'
import type { DrillOnMap } from '#map/map-view.ts'
import { lookOf } from '#map/zone-looks.ts'
import type { Attention, DrillShelf, Sharer } from '#platform/ports.ts'
import { anAsked, DRILL_NOON } from './a-drill.ts'
import { aDrillTown, anAbout } from './a-drill-town.ts'

const MINUTE = 60_000
const never = (): never => {
  throw new Error('not part of this test')
}

/** A shelf in memory; what it is given may be looked at by `kept`. */
export function aDrillShelf(): DrillShelf & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>()
  return {
    kept,
    read: async (key) => ({ ok: true, value: structuredClone(kept.get(key) ?? null) }),
    write: async (key, value) => {
      kept.set(key, structuredClone(value))
      return true
    },
    remove: async (key) => kept.delete(key),
  }
}

/** A device that shares, copies and saves everything; `handed` tells what, `downloads` holds the files. */
function aSharer(handed: string[], downloads: Map<string, Blob>): Sharer {
  return {
    canShare: () => true,
    shareFile: async (name, _, content) => {
      handed.push(`share ${name}`)
      downloads.set(name, content)
      return 'done'
    },
    shareLink: async (_, url) => {
      handed.push(`link ${url}`)
      return 'done'
    },
    shareText: async (text) => {
      handed.push(`text ${text}`)
      return 'done'
    },
    copy: async (text) => {
      handed.push(`copy ${text}`)
      return 'done'
    },
    download: (name, content) => {
      handed.push(`save ${name}`)
      downloads.set(name, content)
      return 'done'
    },
    print: () => void handed.push('print'),
  }
}

/** A phone that can do everything to be noticed; `noticed` tells what it did. */
const anAttention = (noticed: string[]): Attention => ({
  can: { vibrate: true, sound: true, stayAwake: true },
  ready: () => void noticed.push('ready'),
  vibrate: (pattern) => noticed.push(`vibrate ${pattern.join()}`) > 0,
  sound: (what) => noticed.push(`sound ${what}`) > 0,
  stayAwake: async () => () => undefined,
})

/** Drills over memory, in the drill town, at noon; time passes when the test says so. */
export function drillsInMemory(deps: Partial<DrillDeps> = {}) {
  const device = { now: DRILL_NOON, ticks: [] as (() => void)[] }
  const drills = createDrills({
    shelf: aDrillShelf(),
    marker: { isSet: () => false, set: () => undefined, clear: () => undefined },
    clock: { now: () => device.now },
    openWorld: async ({ run, mayStay }) =>
      openDrillWorld(aDrillTown(), run.scenario, anAbout({ home: run.home, profile: run.profile, mayStay })),
    areaCode: () => '41207',
    randomBytes: (count) => Uint8Array.from({ length: count }, (_, index) => 17 * index),
    hold: async () => () => undefined,
    every: (_, then) => {
      device.ticks.push(then)
      return () => void (device.ticks = device.ticks.filter((one) => one !== then))
    },
    onLeaving: () => () => undefined,
    ...deps,
  })
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    drills,
    device,
    settle,
    /** Begins a drill at a table of the drill town, whose world is there. */
    join: async (changes: Parameters<typeof anAsked>[0] = {}): Promise<void> => {
      drills.commands.join(anAsked(changes))
      await settle()
    },
    /** Lets minutes of the real clock pass. */
    pass: async (minutes: number): Promise<void> => {
      device.now += minutes * MINUTE
      for (const tick of device.ticks) tick()
      await settle()
    },
  }
}

/**
 * What a screen of drills is given, over memory and the drill town. `went` the screens that it led to, `shown` what it put on the
 * map, `handed` and `downloads` what it gave away, `noticed` what the phone did to be noticed. Wrap `join` and `pass` into `act`.
 */
export function drillTools(changes: Partial<DrillTools> = {}, deps: Partial<DrillDeps> = {}) {
  const memory = drillsInMemory(deps)
  const went: string[] = []
  const shown: (DrillOnMap | null)[] = []
  const handed: string[] = []
  const noticed: string[] = []
  const downloads = new Map<string, Blob>()
  const tools: DrillTools = {
    drills: memory.drills,
    area: aDrillTown(),
    clock: { now: () => memory.device.now },
    watch: { watch: never },
    attention: anAttention(noticed),
    locator: { locate: never },
    reader: { readPicture: never, watch: never },
    sharer: aSharer(handed, downloads),
    shelf: aDrillShelf(),
    randomBytes: (count) => new Uint8Array(count),
    plans: null,
    plan: null,
    language: 'en',
    address: 'https://map.example/',
    paint: (layer, rank) => lookOf(layer, rank, 'day', 'official'),
    asked: null,
    showOnMap: (one) => void shown.push(one),
    fit: null,
    go: (screen) => void went.push(screen),
    back: () => void went.push('back'),
    paper: 'poster',
    choosePaper: (paper) => void went.push(`paper ${paper}`),
    readSeries: async () => null,
    emergency: null,
    ...changes,
  }
  const running = (): Running => {
    const now = tools.drills.store.getState().running
    if (now === null) throw new Error('no drill is running')
    return now
  }
  return { ...memory, tools, went, shown, handed, noticed, downloads, running }
}
