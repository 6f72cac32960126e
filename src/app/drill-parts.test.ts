import { expect, it } from 'vitest'
import { decide } from '#domain/drills/drill.ts'
import type { Settings } from '#platform/ports.ts'
import { aClosure, aFeed } from '#tests/support/a-closure.ts'
import { DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { corner } from '#tests/support/a-drill-town.ts'
import { drillsInMemory } from '#tests/support/drill-tools.ts'
import { swapParts } from './drill-parts.ts'
import { makeParts } from './make-parts.ts'
import type { Services } from './parts.ts'

const never = (): never => {
  throw new Error('a drill asks for none of it')
}

/** The app over settings in memory; all else of it is not to be asked. */
function anApp() {
  let kept: Settings = { language: 'vi', plan: 'real', home: null }
  const services = {
    clock: { now: () => DRILL_NOON + 999 },
    locator: { locate: never },
    packs: { index: never, open: never, complete: never, mapFile: never, seriesFile: never, selfTest: never },
    shell: {
      start: never,
      applyUpdate: never,
      keepLaterCode: never,
      readIn: never,
      facts: never,
      askToPersist: never,
    },
    settings: {
      read: () => kept,
      write: (change: Settings) => {
        kept = { ...kept, ...change }
        return { kept: true }
      },
    },
    speaker: never,
    official: { host: '', template: never, answerAt: never },
    installer: { facts: never, ask: never, onChange: never },
    tilesOf: never,
    feedsOf: never,
    ways: never,
  } as unknown as Services
  const history = {
    state: null,
    pushState: () => undefined,
    replaceState: () => undefined,
    back: () => undefined,
  }
  const device = {
    theme: 'day',
    offline: false,
    updateReady: false,
    languageFailed: null,
    languageLoading: null,
    reportFrom: '',
  } as const
  return { real: makeParts(services, { history, hash: '', device }), kept: () => kept }
}

const scenario = aDrill({
  minutes: 60,
  startsAt: 2,
  signals: [
    { minute: 0, trigger: 'jma3' },
    { minute: 5, trigger: 'city4' },
  ],
  injects: [
    {
      id: 'shut',
      kind: 'roadShut',
      when: { fromMinute: 6, onTheWay: null, withinMetres: null, share: 1 },
      at: corner(2, 0),
      site: null,
      minutes: null,
    },
    {
      id: 'gone',
      kind: 'networkGone',
      when: { fromMinute: 8, onTheWay: null, withinMetres: null, share: 1 },
      at: null,
      site: null,
      minutes: null,
    },
    {
      id: 'later',
      kind: 'roadShut',
      when: { fromMinute: 9, onTheWay: null, withinMetres: null, share: 1 },
      at: corner(2, 2),
      site: null,
      minutes: null,
    },
  ],
})

async function swapped(injects = scenario.injects) {
  const { real, kept } = anApp()
  const memory = drillsInMemory()
  await memory.join({ scenario: { ...scenario, injects }, home: corner(0, 0) })
  return { real, kept, ...memory, ...swapParts(real, memory.drills, '訓練') }
}

it('has the time of the event and its place, and asks neither the device nor the city', async () => {
  const { parts, real, pass } = await swapped()
  await pass(5)
  expect(new Date(parts.services.clock.now()).toISOString()).toBe('2026-11-22T17:05:00.000Z')
  expect(await parts.services.locator.locate(new AbortController().signal)).toEqual({
    ok: true,
    at: corner(0, 0),
    accuracy: 0,
  })
  expect(await parts.services.feedsOf('41207')).toBe('noKeys')
  expect(parts.askCity.getState().now).toBeNull()
  expect(real.services.clock.now()).toBe(DRILL_NOON + 999)
})

it('tells the orders and closures of the drill as those of the city, and none of them to the real app', async () => {
  const { parts, real, pass } = await swapped()
  await pass(1)
  expect(parts.alerts.getState().reading?.kept?.feed.alerts).toEqual([])
  await pass(6)
  expect(parts.alerts.getState().reading?.kept?.feed.alerts).toMatchObject([{ level: 4, sender: '訓練' }])
  expect(parts.closures.getState().reading?.kept?.feed.closures).toMatchObject([
    { shape: { kind: 'point', at: corner(2, 0) } },
  ])
  expect(real.alerts.getState().reading).toBeNull()
  expect(real.closures.getState().reading).toBeNull()
})

it('takes over those of the city that are in force, and none that is planned or over', async () => {
  const { parts, real, pass } = await swapped()
  const closures = [
    aClosure({ id: 'now', start: DRILL_NOON - 60_000, end: null }),
    aClosure({ id: 'tomorrow', start: DRILL_NOON + 86_400_000, end: null }),
    aClosure({ id: 'over', start: DRILL_NOON - 86_400_000, end: DRILL_NOON - 60_000 }),
  ]
  const feed = aFeed({ issued: DRILL_NOON - 30_000, expires: DRILL_NOON + 3_600_000, closures })
  const reading = {
    kept: { feed, fetched: DRILL_NOON - 30_000, isTrusted: true },
    trouble: null,
    isAsking: false,
    isStored: true,
    lostMemory: false,
    alarms: [],
    clocks: null,
  }
  real.closures.setState({ status: 'open', reading })
  await pass(1)
  expect(parts.closures.getState().reading?.kept?.feed.closures.map(({ id }) => id)).toEqual(['now'])
})

it('hears nothing new once the network is gone, and says so', async () => {
  const { parts, pass } = await swapped()
  await pass(7)
  await pass(5)
  const { reading } = parts.closures.getState()
  expect(reading?.trouble).toEqual({ kind: 'network', why: 'dead' })
  expect(reading?.kept?.feed.closures).toHaveLength(1)
})

it('hears now and then that nothing is new, and writes nothing in between', async () => {
  const { parts, pass } = await swapped([])
  await pass(6)
  let written = 0
  parts.alerts.subscribe(() => {
    written += 1
  })
  await pass(1)
  await pass(1)
  expect(written).toBe(0)
  await pass(20)
  const fetched = parts.alerts.getState().reading?.kept?.fetched
  expect(parts.services.clock.now() - (fetched ?? 0)).toBeLessThan(5 * 60_000)
})

it('keeps to itself which plan and which home are chosen, and hands on all else', async () => {
  const { parts, real, kept } = await swapped()
  parts.settings.change({ plan: 'other' })
  parts.services.settings.write({ plan: 'other' })
  parts.settings.change({ theme: 'night', language: 'ne' })
  expect(parts.settings.store.getState().chosen).toMatchObject({
    plan: 'other',
    theme: 'night',
    language: 'ne',
  })
  expect(parts.services.settings.read().plan).toBe('other')
  expect(kept()).toEqual({ language: 'ne', plan: 'real', home: null, theme: 'night' })
  expect(real.settings.store.getState().chosen).toMatchObject({ plan: 'real', theme: 'night' })
})

it('follows the drill until it is ended', async () => {
  const { parts, end, pass, drills } = await swapped()
  end()
  await pass(7)
  drills.commands.act((drill, { minute }) => decide(drill, minute, 'stay', null))
  expect(parts.alerts.getState().reading?.kept?.feed.alerts).toEqual([])
})
