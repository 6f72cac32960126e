import { createStore } from 'zustand/vanilla'
import { ALERT_BOOK, CLOSURE_BOOK } from '#domain/publish/books.ts'
import { createAreasCommands, createAreasStore } from '#features/offline-areas/index.ts'
import { createDrillDesk } from './drill-desk.ts'
import { Ledger } from './ledger.ts'
import { createOfficerKeys } from './officer-keys.ts'
import type { CityState, StaffParts, StaffServices, StaffSettings } from './parts.ts'
import type { StaffRoutes } from './routes.ts'

/** This page has no service worker of its own and fetches nothing ahead. */
const NO_SHELL = {
  facts: async () => ({
    installed: null,
    persisted: null,
    shellReady: false,
    mapCodeReady: false,
    usedBytes: null,
    quotaBytes: null,
  }),
  askToPersist: async () => null,
  keepLaterCode: async () => true,
}

const FIRST_SETTINGS: StaffSettings = { office: '', lifeHours: 24, remindHours: 6 }

/** Puts stores and services together, and opens the desk of every area that is opened. */
export function makeStaffParts(services: StaffServices, routes: StaffRoutes): StaffParts {
  const store = createAreasStore()
  const settings = createStore<StaffSettings>(() => FIRST_SETTINGS)
  const parts: StaffParts = {
    services,
    routes,
    areas: { store, commands: createAreasCommands(store, services.packs, NO_SHELL) },
    city: createStore<CityState>(() => ({ status: 'waiting' })),
    settings,
    drill: createDrillDesk(),
    setUp(change) {
      settings.setState(change)
      // Where nothing can be kept it holds until the page is closed.
      void services.database.set('settings', settings.getState()).catch(() => undefined)
    },
  }
  void readSettings(parts)
  let opened = ''
  store.subscribe(({ open }) => {
    if (open.status !== 'open' || open.code === opened) return
    opened = open.code
    void openCity(parts, open.code)
  })
  return parts
}

async function readSettings({ services, settings }: StaffParts): Promise<void> {
  const kept = await services.database.setting('settings').catch(() => null)
  if (typeof kept !== 'object' || kept === null) return
  const { office, lifeHours, remindHours } = kept as Partial<Record<keyof StaffSettings, unknown>>
  settings.setState({
    ...(typeof office === 'string' ? { office } : {}),
    ...(typeof lifeHours === 'number' && lifeHours > 0 ? { lifeHours } : {}),
    ...(typeof remindHours === 'number' && remindHours > 0 ? { remindHours } : {}),
  })
}

async function openCity({ services, city }: StaffParts, code: string): Promise<void> {
  city.setState({ status: 'waiting' }, true)
  const desk = await services.deskOf(code).catch(() => 'failed' as const)
  if (typeof desk === 'string') return city.setState({ status: desk }, true)
  const now = () => services.clock.now()
  const common = { desk, database: services.database, now }
  const keys = createOfficerKeys(services.database, () => desk.ring(), services.subtle, now)
  const closures = new Ledger({ ...common, book: CLOSURE_BOOK, feed: desk.closures })
  const alerts = new Ledger({ ...common, book: ALERT_BOOK, feed: desk.alerts })
  city.setState({ status: 'open', city: { desk, closures, alerts, keys } }, true)
  await Promise.all([keys.read(), closures.refresh(), alerts.refresh()])
}
