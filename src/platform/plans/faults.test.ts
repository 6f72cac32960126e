import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { addEntry } from '#domain/plan/edits/edit-lists.ts'
import { createPlans, hasUnsaved, type PlansFeature } from '#features/plan/index.ts'
import { aMark, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { FAULTS, makeIndexedDbFaulty, type FaultyIndexedDb } from '#tests/support/faulty-indexed-db.ts'
import type { OtherTabs } from './other-tabs.ts'
import { createPlanStore } from './plan-store.ts'

/**
 * The stories of a family's plan in two tabs, with one call of IndexedDB going wrong, for every call and every fault. What
 * is said to be saved is there; what is not there is told; nothing that was shown is lost; no other plan is touched.
 */
const DEADLINES = { openMs: 250, workMs: 250 }
const OTHER = aPlan()
const PHOTO = {
  id: 'photo00000000009',
  blob: new Blob(['a photo'], { type: 'image/jpeg' }),
  width: 1,
  height: 1,
}

let faulty: FaultyIndexedDb
const unhandled: unknown[] = []
const note = (error: unknown) => void unhandled.push(error)
beforeAll(() => {
  faulty = makeIndexedDbFaulty()
  process.on('unhandledRejection', note)
})
afterAll(() => {
  faulty.restore()
  process.off('unhandledRejection', note)
})
beforeEach(() => unhandled.splice(0))
afterEach(() => faulty.plan())

let ids = 0
const newId = () => `n${String((ids += 1)).padStart(15, '0')}`
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Two tabs of one browser. */
function aBrowser() {
  const listeners = new Set<{ readonly tab: number; readonly changed: (id: string | null) => void }>()
  let marker = false
  const tabOf = (tab: number): PlansFeature => {
    const tabs: OtherTabs = {
      tell: (id) => listeners.forEach((one) => one.tab !== tab && setImmediate(() => one.changed(id))),
      listen(changed) {
        const one = { tab, changed }
        listeners.add(one)
        return () => void listeners.delete(one)
      },
      wake: () => undefined,
    }
    const store = createPlanStore({
      deadlines: DEADLINES,
      marker: { isSet: () => marker, set: () => void (marker = true), clear: () => void (marker = false) },
      tabs,
      persist: async () => undefined,
      now: () => PLAN_MADE_AT,
    })
    let active: string | null = null
    const settings = { read: () => active, write: (id: string | null) => void (active = id) }
    return createPlans(store, settings, { now: () => PLAN_MADE_AT }, newId)
  }
  return { tabOf, close: () => listeners.clear() }
}

/** Until nothing is being saved any more, in any tab. */
async function settled(...tabs: readonly PlansFeature[]): Promise<void> {
  const isBusy = () =>
    tabs.some(({ store }) => store.getState().plans.some(({ saved }) => saved === 'saving'))
  for (let quiet = 0; quiet < 25;) {
    await pause()
    quiet = isBusy() ? 0 : quiet + 1
  }
}
const add = (tab: PlansFeature, name: string) => tab.commands.edit(addEntry('marks', aMark({ name })))
const rawOther = async (): Promise<string> => {
  const database = await openDB('mhm-plans')
  const record: unknown = await database.get('plans', OTHER.id)
  database.close()
  return JSON.stringify(record)
}

type Told = { readonly id: string; readonly short: string; readonly isPhotoKept: boolean }

async function live(one: PlansFeature, two: PlansFeature): Promise<Told> {
  await one.commands.open()
  const id = one.commands.create('わが家', null)
  await settled(one)
  for (const name of ['a', 'b', 'c']) {
    expect(add(one, name)).toBe(true)
    await pause()
  }
  const isPhotoKept = await one.commands.keepPhoto(PHOTO)
  await settled(one)
  await two.commands.open()
  two.commands.choose(id)
  if (two.store.getState().active === id) add(two, 'd')
  await settled(one, two)
  const short = one.commands.create('すぐ消す', null)
  await settled(one, two)
  await one.commands.remove(short)
  one.commands.choose(id)
  await settled(one, two)
  return { id, short, isPhotoKept }
}

async function reloaded(browser: ReturnType<typeof aBrowser>): Promise<PlansFeature> {
  const fresh = browser.tabOf(9)
  await fresh.commands.open()
  return fresh
}
const planIn = ({ store }: PlansFeature, id: string) =>
  store.getState().plans.find(({ plan }) => plan.id === id)
const marksIn = (tab: PlansFeature, id: string) => planIn(tab, id)?.plan.marks.map(({ name }) => name) ?? []

/** What is said to be saved is there as it is shown; what is not is told. */
async function isToldTruly(
  browser: ReturnType<typeof aBrowser>,
  tabs: readonly PlansFeature[],
  short: string,
): Promise<void> {
  const now = await reloaded(browser)
  for (const { store } of tabs) {
    if (hasUnsaved(store.getState())) expect(store.getState().trouble).not.toBeNull()
    for (const { plan: shown, saved } of store.getState().plans)
      if (saved === 'saved') expect(planIn(now, shown.id)?.plan).toEqual(shown)
  }
  if (tabs[0] !== undefined && planIn(tabs[0], short) === undefined)
    expect(planIn(now, short)).toBeUndefined()
  now.commands.close()
}

async function runWith(plan: () => void): Promise<void> {
  globalThis.indexedDB = new IDBFactory()
  faulty.plan()
  await createPlanStore({ persist: async () => undefined }).save(OTHER, null)
  const before = await rawOther()
  const browser = aBrowser()
  const [one, two] = [browser.tabOf(1), browser.tabOf(2)]
  plan()
  const { id, short, isPhotoKept } = await live(one, two)
  const calls = faulty.calls()
  faulty.plan()

  // What is told must be true as soon as everything was heard; a reading that hangs takes its time.
  await vi.waitFor(() => isToldTruly(browser, [one, two], short), { timeout: 3_000, interval: 50 })
  expect(marksIn(one, id)).toEqual(expect.arrayContaining(['a', 'b', 'c']))
  expect(await rawOther()).toBe(before)

  // And once the device works again, all that was ever shown is kept.
  const wasAsked = marksIn(two, id).includes('d')
  await one.commands.saveAgain()
  await two.commands.saveAgain()
  await settled(one, two)
  const later = await reloaded(browser)
  for (const tab of [one, two]) expect(tab.store.getState()).toMatchObject({ trouble: null })
  expect(marksIn(later, id).toSorted()).toEqual(['a', 'b', 'c', ...(wasAsked ? ['d'] : [])])
  if (isPhotoKept) expect(await later.commands.photo(PHOTO.id)).not.toBeNull()
  expect(await rawOther()).toBe(before)
  expect(unhandled).toEqual([])
  for (const tab of [one, two, later]) tab.commands.close()
  browser.close()
  callsMade = calls
}
let callsMade = 0

it('goes well where nothing goes wrong, and makes the calls that are to be broken', async () => {
  await runWith(() => faulty.plan())
  expect(callsMade).toBeGreaterThan(40)
})

it.each(FAULTS)('holds when any one call goes wrong: %s', async (fault) => {
  await runWith(() => faulty.plan())
  const all = callsMade
  for (let at = 0; at < all; at += 1)
    await runWith(() => faulty.plan(at, fault)).catch((error: unknown) => {
      throw new Error(`call ${at} of ${all}`, { cause: error })
    })
})

it.each(['InvalidStateError', 'DataError'])('holds when any one call throws %s', async (name) => {
  await runWith(() => faulty.plan())
  const all = callsMade
  for (let at = 0; at < all; at += 1)
    await runWith(() => faulty.plan(at, 'throw', name)).catch((error: unknown) => {
      throw new Error(`call ${at} of ${all}`, { cause: error })
    })
})
