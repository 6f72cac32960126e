import { createStore } from 'zustand/vanilla'
import type { AlertFeed } from '#domain/alerts/alert.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { inForceOf } from '#domain/closures/in-force.ts'
import { alertsOfDrill, closuresOfDrill } from '#domain/drills/drill-feeds.ts'
import { momentOfEvent } from '#domain/drills/drill.ts'
import { placeAt } from '#domain/drills/coming-injects.ts'
import { closuresNow } from '#features/closures/index.ts'
import type { Drills, Running } from '#features/drills/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { createRiskCommands } from '#features/risk/index.ts'
import { createSettings } from '#features/settings/index.ts'
import { createPlanStore } from '#platform/plans/plan-store.ts'
import { copyPlans } from '#platform/plans/copy-plans.ts'
import type { CityFeedState, Clock, Locator, Settings, SettingsStore } from '#platform/ports.ts'
import { makeActs } from './acts.ts'
import type { Parts, Services } from './parts.ts'
import { createPlanDoor } from './plan-door.ts'

/**
 * The app as it is while a drill runs: another clock, the orders and closures of the drill, a copy of the plans, a voice that says
 * first that it is a drill. No screen knows of it. The real plans are read once and never written; nothing of the city is asked for.
 * @param sender who says what the city says in it
 * @returns the parts, and what ends their following the drill
 */
export function swapParts(
  real: Parts,
  drills: Drills,
  sender: string,
): { readonly parts: Parts; readonly end: () => void } {
  const running = () => drills.store.getState().running
  const clock: Clock = {
    now() {
      const now = running()
      return now === null ? real.services.clock.now() : momentOfEvent(now.drill, now.minute)
    },
  }
  const keeper = settingsOver(real.services.settings)
  const services: Services = {
    ...real.services,
    clock,
    settings: keeper,
    locator: running()?.drill.run.mode === 'walk' ? real.services.locator : atTheTable(running),
    feedsOf: () => Promise.resolve('noKeys'),
  }
  const settings = createSettings(keeper)
  const over: Omit<Parts, 'act'> = {
    ...real,
    services,
    settings: {
      ...settings,
      change: (some: Settings) => {
        settings.change(some)
        const others = Object.entries(some).filter(([name]) => !OWN.includes(name))
        if (others.length > 0) real.settings.change(Object.fromEntries(others))
      },
    },
    risk: {
      store: real.risk.store,
      commands: createRiskCommands(
        real.risk.store,
        () => areaOf(real.areas.store.getState()),
        services.locator,
      ),
    },
    closures: createStore<CityFeedState<ClosureFeed>>(() => ({ status: 'waiting', reading: null })),
    alerts: createStore<CityFeedState<AlertFeed>>(() => ({ status: 'waiting', reading: null })),
    prelude: (t) => [t('drills:speech')],
    askCity: createStore<{ readonly now: (() => Promise<void>) | null }>(() => ({ now: null })),
    plan: createPlanDoor(services, async (given) =>
      (await import('./plan-house.ts')).makePlanHouse(given, copyPlans(createPlanStore())),
    ),
  }
  const parts: Parts = { ...over, act: makeActs(over) }
  const tell = () => tellCity(real, parts, running(), sender)
  tell()
  return { parts, end: drills.store.subscribe(tell) }
}

/** As often a phone with a network hears in a drill that nothing is new, milliseconds of the event; the real one asks every 45 s. */
const ASKED_EVERY = 5 * 60_000

/** What the city of the drill says, written when it says something else, or was heard again. */
function tellCity(real: Parts, parts: Parts, running: Running | null, sender: string): void {
  if (running?.told == null || running.world === null) return
  const { drill, told, world } = running
  const now = closuresNow(real.closures.getState(), real.services.clock.now())
  const moment = (minute: number) => momentOfEvent(drill, minute)
  const about = { drill, told, sites: world.sites, moment, sender }
  write(
    parts.closures,
    closuresOfDrill({ ...about, real: now.reckoned === null ? [] : inForceOf(now.reckoned) }),
    told.hasNetwork,
    told.minute,
  )
  write(parts.alerts, alertsOfDrill(about), told.hasNetwork, told.minute)

  function write<F extends ClosureFeed | AlertFeed>(
    store: { getState(): CityFeedState<F>; setState(state: CityFeedState<F>, replace: true): void },
    feed: F,
    hasNetwork: boolean,
    minute: number,
  ): void {
    const before = store.getState().reading
    const isSame =
      before?.kept != null &&
      moment(minute) - before.kept.fetched < ASKED_EVERY &&
      (before.trouble === null) === hasNetwork &&
      JSON.stringify({ ...before.kept.feed, issued: 0, expires: 0 }) ===
        JSON.stringify({ ...feed, issued: 0, expires: 0 })
    // Without a network nothing new comes: what was there grows old.
    if (isSame || (!hasNetwork && before?.kept != null && before.trouble !== null)) return
    const kept =
      hasNetwork || before?.kept == null ? { feed, fetched: moment(minute), isTrusted: true } : before.kept
    store.setState(
      {
        status: 'open',
        reading: {
          kept,
          trouble: hasNetwork ? null : { kind: 'network', why: 'dead' },
          isAsking: false,
          isStored: true,
          lostMemory: false,
          alarms: [],
          clocks: null,
        },
      },
      true,
    )
  }
}

/** Which plan and which home were chosen stays in the drill; all other settings are those of the person. */
const OWN: readonly string[] = ['plan', 'home'] satisfies readonly (keyof Settings)[]

function settingsOver(real: SettingsStore): SettingsStore {
  let own: Settings = {}
  return {
    read: () => ({ ...real.read(), ...own }),
    write(change) {
      const some = Object.entries(change).filter(([name]) => OWN.includes(name))
      own = { ...own, ...Object.fromEntries(some) }
      return { kept: true }
    },
  }
}

/** At a table people are where they have come to in the drill. */
const atTheTable = (running: () => Running | null): Locator => ({
  locate(signal) {
    signal.throwIfAborted()
    const now = running()
    return Promise.resolve(
      now === null
        ? { ok: false, why: 'unavailable' }
        : { ok: true, at: placeAt(now.drill.run, now.minute), accuracy: 0 },
    )
  },
})
