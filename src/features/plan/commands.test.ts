import { describe, expect, it } from 'vitest'
import { addEntry, changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { changePlanHead } from '#domain/plan/edits/edit-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { aMark, anEmptyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { aPlanDisk, type PlanDisk } from '#tests/support/a-plan-disk.ts'
import { createPlans } from './commands.ts'
import { MOST_STEPS_BACK } from './desk.ts'
import { activePlan, type PlansFeature } from './state.ts'
import { hasUnsaved } from './store.ts'

let ids = 0
const newId = () => `id${String((ids += 1)).padStart(14, '0')}`

type Tab = PlansFeature & { readonly chosen: (string | null)[]; readonly shown: () => Plan }

function aTab(disk: PlanDisk, wait?: () => Promise<void>, chosen: (string | null)[] = []): Tab {
  let time = PLAN_MADE_AT
  const settings = { read: () => chosen.at(-1) ?? null, write: (id: string | null) => void chosen.push(id) }
  const plans = createPlans(disk.tab(wait), settings, { now: () => (time += 1000) }, newId)
  const shown = () => {
    const plan = activePlan(plans.store.getState())
    if (plan === null) throw new Error('no plan is looked at')
    return plan
  }
  return { ...plans, chosen, shown }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
const mark = (name: string) => addEntry('marks', aMark({ name }))
const names = (plan: Plan | undefined) => plan?.marks.map(({ name }) => name)
const onDisk = (disk: PlanDisk, id: string) => disk.records.get(id)?.plan

/** A disk with one plan, and tabs that have opened it. */
async function tabsOver(plan: Plan, count: number): Promise<{ disk: PlanDisk; tabs: Tab[] }> {
  const disk = aPlanDisk()
  disk.records.set(plan.id, { plan, revision: 1, exported: null })
  const tabs = Array.from({ length: count }, () => aTab(disk))
  for (const tab of tabs) await tab.commands.open()
  return { disk, tabs }
}
async function oneTab(plan: Plan = anEmptyPlan()) {
  const { disk, tabs } = await tabsOver(plan, 1)
  return { disk, tab: tabs[0] as Tab, id: plan.id }
}
async function twoTabs(plan: Plan = anEmptyPlan()) {
  const { disk, tabs } = await tabsOver(plan, 2)
  return { disk, one: tabs[0] as Tab, other: tabs[1] as Tab, id: plan.id }
}

describe('a plan', () => {
  it('is made, looked at, saved, and found again', async () => {
    const disk = aPlanDisk()
    const tab = aTab(disk)
    await tab.commands.open()
    expect(tab.store.getState()).toMatchObject({ status: 'open', active: null, plans: [] })
    const id = tab.commands.create('  わが家 ', '41207')
    expect(tab.store.getState()).toMatchObject({ active: id, plans: [{ saved: 'saving', revision: null }] })
    await settled()
    expect(tab.store.getState()).toMatchObject({ trouble: null, plans: [{ saved: 'saved', revision: 1 }] })
    const again = aTab(disk, undefined, tab.chosen)
    await again.commands.open()
    expect(again.shown()).toMatchObject({ name: 'わが家', area: '41207' })
  })

  it('shows an edit at once, and many that come together are one save', async () => {
    const { disk, tab, id } = await oneTab()
    for (const name of ['a', 'b', 'c']) expect(tab.commands.edit(mark(name))).toBe(true)
    expect(names(tab.shown())).toEqual(['a', 'b', 'c'])
    expect(hasUnsaved(tab.store.getState())).toBe(true)
    await settled()
    expect(hasUnsaved(tab.store.getState())).toBe(false)
    expect(names(onDisk(disk, id))).toEqual(['a', 'b', 'c'])
    expect(disk.saves).toBe(1)
  })

  it('is opened once, though many ask', async () => {
    const { tab } = await oneTab()
    await Promise.all([tab.commands.open(), tab.commands.open()])
    expect(tab.store.getState().plans).toHaveLength(1)
  })

  it('tells an edit that is refused, until the next one', async () => {
    const { tab } = await oneTab()
    expect(tab.commands.edit(changeEntry('marks', 'i9', { name: 'x' }))).toBe(false)
    expect(tab.store.getState().refused).toBe('notThere')
    tab.commands.edit(mark('a'))
    expect(tab.store.getState().refused).toBeNull()
  })

  it('is chosen among several, and the choice is kept', async () => {
    const { disk, tab, id } = await oneTab()
    const other = tab.commands.create('実家', null)
    tab.commands.choose(id)
    expect(tab.shown().id).toBe(id)
    tab.commands.choose('nobodyknowsthis0')
    expect(tab.chosen).toEqual([other, id])
    await settled()
    const again = aTab(disk, undefined, [other])
    await again.commands.open()
    expect(again.shown().id).toBe(other)
  })

  it('is removed and brought back', async () => {
    const { disk, tab, id } = await oneTab(aPlan())
    const plan = tab.shown()
    await tab.commands.remove(id)
    expect(disk.records.size).toBe(0)
    expect(tab.store.getState()).toMatchObject({ plans: [], active: null, removed: plan })
    tab.commands.restore()
    await settled()
    expect(tab.shown()).toEqual(plan)
    expect(onDisk(disk, id)).toEqual(plan)
    expect(tab.store.getState().removed).toBeNull()
  })

  it('stays on the screen when it cannot be removed', async () => {
    const { disk, tab, id } = await oneTab()
    disk.fault = 'notAnswering'
    await tab.commands.remove(id)
    expect(tab.store.getState()).toMatchObject({ trouble: 'notAnswering', active: id })
  })

  it('knows when it was exported, and whether it changed since', async () => {
    const { disk, tab, id } = await oneTab()
    await tab.commands.noteExport(id)
    const { exported, plan } = tab.store.getState().plans[0] ?? {}
    expect(exported?.changedAt).toBe(plan?.changedAt)
    expect(disk.records.get(id)?.exported).toEqual(exported)
    tab.commands.edit(mark('a'))
    await settled()
    expect(disk.records.get(id)).toMatchObject({ exported, plan: { marks: [{ name: 'a' }] } })
    expect(tab.store.getState()).toMatchObject({ changedElsewhere: false, past: [{}] })
  })
})

describe('undo and redo', () => {
  it('go through the states, and are saved like edits', async () => {
    const { disk, tab, id } = await oneTab()
    for (const name of ['a', 'b']) tab.commands.edit(mark(name))
    tab.commands.undo()
    expect(names(tab.shown())).toEqual(['a'])
    expect(tab.store.getState()).toMatchObject({ past: [{}], future: [{}] })
    tab.commands.redo()
    expect(names(tab.shown())).toEqual(['a', 'b'])
    tab.commands.undo()
    tab.commands.undo()
    tab.commands.undo()
    await settled()
    expect(names(onDisk(disk, id))).toEqual([])
    tab.commands.edit(mark('c'))
    expect(tab.store.getState().future).toEqual([])
  })

  it('an edit that changes nothing is no step', async () => {
    const { disk, tab } = await oneTab()
    tab.commands.edit(changePlanHead({ name: tab.shown().name }))
    await settled()
    expect([tab.store.getState().past, disk.saves]).toEqual([[], 0])
  })

  it(`go back ${MOST_STEPS_BACK} steps at most, each plan its own`, async () => {
    const { tab, id } = await oneTab()
    for (let step = 0; step < MOST_STEPS_BACK + 5; step += 1) tab.commands.edit(mark(`m${step}`))
    expect(tab.store.getState().past).toHaveLength(MOST_STEPS_BACK)
    tab.commands.create('実家', null)
    expect(tab.store.getState().past).toEqual([])
    tab.commands.choose(id)
    expect(tab.store.getState().past).toHaveLength(MOST_STEPS_BACK)
  })
})

describe('a device that keeps nothing', () => {
  it('holds all in memory, says why as long as it lasts, and saves it when it can', async () => {
    const disk = aPlanDisk()
    disk.fault = 'noStorage'
    const tab = aTab(disk)
    await tab.commands.open()
    const id = tab.commands.create('わが家', null)
    tab.commands.edit(mark('a'))
    const photo = new Blob(['x'])
    expect(await tab.commands.keepPhoto({ id: 'photo00000000001', blob: photo, width: 1, height: 1 })).toBe(
      true,
    )
    await settled()
    expect(tab.store.getState()).toMatchObject({ trouble: 'noStorage', plans: [{ saved: 'unsaved' }] })
    expect(await tab.commands.photo('photo00000000001')).toBe(photo)
    await tab.commands.saveAgain()
    expect(tab.store.getState().trouble).toBe('noStorage')
    disk.fault = null
    await tab.commands.saveAgain()
    expect(tab.store.getState()).toMatchObject({ trouble: null, plans: [{ saved: 'saved' }] })
    expect(names(onDisk(disk, id))).toEqual(['a'])
    expect(disk.photos.get('photo00000000001')).toBe(photo)
  })

  it('tries again with the next edit', async () => {
    const { disk, tab, id } = await oneTab()
    disk.fault = 'full'
    tab.commands.edit(mark('a'))
    await settled()
    expect(tab.store.getState()).toMatchObject({ trouble: 'full', plans: [{ saved: 'unsaved' }] })
    disk.fault = null
    tab.commands.edit(mark('b'))
    await settled()
    expect(tab.store.getState()).toMatchObject({ trouble: null, plans: [{ saved: 'saved' }] })
    expect(names(onDisk(disk, id))).toEqual(['a', 'b'])
  })

  it('refuses a photo when it is full', async () => {
    const { disk, tab } = await oneTab()
    disk.fault = 'full'
    expect(await tab.commands.keepPhoto({ id: 'p', blob: new Blob(), width: 1, height: 1 })).toBe(false)
    expect(await tab.commands.takeIn(aPlan(), 'new', new Map([['p', new Blob()]]))).toBe(false)
    expect(tab.store.getState().plans).toHaveLength(1)
  })

  it('does no edit twice that was written though it was told as lost', async () => {
    const { disk, tab, id } = await oneTab()
    disk.isNextLost = true
    tab.commands.edit(mark('a'))
    await settled()
    expect(tab.store.getState().trouble).toBe('lost')
    tab.commands.edit(mark('b'))
    await settled()
    expect(names(onDisk(disk, id))).toEqual(['a', 'b'])
    expect(tab.store.getState()).toMatchObject({ trouble: null, changedElsewhere: false })
  })

  it('says that the system removed plans until a new one is kept', async () => {
    const disk = aPlanDisk()
    disk.removedBySystem = true
    const tab = aTab(disk)
    await tab.commands.open()
    expect(tab.store.getState().removedBySystem).toBe(true)
    tab.commands.create('わが家', null)
    await settled()
    expect(tab.store.getState().removedBySystem).toBe(false)
  })
})

describe('two tabs', () => {
  it('see what the other one did; it cannot be undone here', async () => {
    const { one, other } = await twoTabs()
    other.commands.edit(mark('b'))
    await settled()
    one.commands.edit(mark('a'))
    await settled()
    expect(names(other.shown())).toEqual(['b', 'a'])
    expect(other.store.getState()).toMatchObject({ changedElsewhere: true, past: [], future: [] })
    expect(one.store.getState()).toMatchObject({ past: [{}] })
    other.commands.edit(mark('c'))
    expect(other.store.getState().changedElsewhere).toBe(false)
  })

  it('lose no edit that both made at the same time, and each id means one thing', async () => {
    const { disk, one, other, id } = await twoTabs()
    one.commands.edit(mark('a'))
    other.commands.edit(mark('b'))
    one.commands.edit(changeEntry('marks', 'i1', { note: 'of a' }))
    other.commands.edit(changeEntry('marks', 'i1', { note: 'of b' }))
    await settled()
    const notes = onDisk(disk, id)?.marks.map(({ name, note }) => `${name} ${note}`)
    expect(notes?.toSorted()).toEqual(['a of a', 'b of b'])
    expect(one.shown()).toEqual(other.shown())
  })

  it('an undo that meets an edit of the other one leaves that as it is', async () => {
    const { disk, one, other, id } = await twoTabs()
    one.commands.edit(mark('a'))
    one.commands.edit(changePlanHead({ name: '別の名' }))
    other.commands.edit(mark('b'))
    one.commands.undo()
    await settled()
    expect(onDisk(disk, id)).toMatchObject({ name: 'わが家' })
    expect(names(onDisk(disk, id))?.toSorted()).toEqual(['a', 'b'])
  })

  it('an edit whose thing the other one removed is told', async () => {
    const { one, other } = await twoTabs(aPlan())
    other.commands.edit(removeEntry('marks', 'i14'))
    one.commands.edit(changeEntry('marks', 'i14', { name: 'x' }))
    await settled()
    expect([one, other].map(({ store }) => store.getState().refused)).toContain('notThere')
  })

  it('a plan that the other one removed is gone here, and can be brought back from here', async () => {
    const { disk, one, other, id } = await twoTabs()
    await other.commands.remove(id)
    await settled()
    expect(one.store.getState()).toMatchObject({ plans: [], active: null, changedElsewhere: true })
    one.commands.restore()
    await settled()
    expect(disk.records.has(id)).toBe(true)
    expect(other.store.getState().plans).toHaveLength(1)
  })

  it('a plan that the other one removed while it was edited here is written anew', async () => {
    const { disk, one, id } = await twoTabs()
    const slow = aTab(disk, settled)
    await slow.commands.open()
    slow.commands.edit(mark('a'))
    await one.commands.remove(id)
    expect(disk.records.has(id)).toBe(false)
    for (let turn = 0; turn < 10; turn += 1) await settled()
    expect(names(onDisk(disk, id))).toEqual(['a'])
    expect(slow.store.getState()).toMatchObject({ trouble: null, plans: [{ saved: 'saved' }] })
    expect(one.store.getState().plans).toHaveLength(1)
  })

  it('a new plan of the other one stands in the list', async () => {
    const { one, other } = await twoTabs()
    other.commands.create('実家', null)
    await settled()
    expect(one.store.getState().plans.map(({ plan }) => plan.name)).toContain('実家')
    expect(one.shown().name).toBe('わが家')
  })

  it('show no older state because a reading came late', async () => {
    const { disk, id } = await oneTab()
    let isHeld = false
    let letGo = () => {}
    const held = () => (isHeld ? new Promise<void>((go) => void (letGo = go)) : Promise.resolve())
    const tab = aTab(disk)
    const late = disk.tab(held)
    const slow = createPlans(
      { ...disk.tab(), open: late.open },
      { read: () => null, write: () => undefined },
      { now: () => PLAN_MADE_AT + 9 },
      newId,
    )
    await tab.commands.open()
    await slow.commands.open()
    isHeld = true
    const reading = slow.commands.saveAgain()
    letGo()
    await settled()
    slow.commands.edit(mark('a'))
    await settled()
    expect(names(onDisk(disk, id))).toEqual(['a'])
    isHeld = false
    letGo()
    await reading
    expect(names(activePlan(slow.store.getState()) ?? undefined)).toEqual(['a'])
  })

  it('hear nothing more when they are closed', async () => {
    const { one, other } = await twoTabs()
    one.commands.close()
    other.commands.edit(mark('b'))
    await settled()
    expect(names(one.shown())).toEqual([])
  })
})

describe('a plan from elsewhere', () => {
  it('is a plan of its own, under another id when that is taken', async () => {
    const { disk, tab, id } = await oneTab(aPlan())
    const photos = new Map([['photo00000000001', new Blob(['x'])]])
    expect(await tab.commands.takeIn(aPlan({ name: '叔母' }), 'new', photos)).toBe(true)
    expect(tab.shown()).toMatchObject({ name: '叔母' })
    expect(tab.shown().id).not.toBe(id)
    expect(disk.records.size).toBe(2)
    expect(disk.photos.size).toBe(1)
  })

  it('replaces the one of its id, or is merged, and both are undone in one step', async () => {
    const { disk, tab, id } = await oneTab(anEmptyPlan())
    const theirs = aPlan()
    expect(await tab.commands.takeIn(theirs, 'replace', new Map())).toBe(false)
    expect(await tab.commands.takeIn({ ...theirs, id }, 'replace', new Map())).toBe(true)
    expect(onDisk(disk, id)).toMatchObject({ marks: theirs.marks, places: theirs.places })
    tab.commands.undo()
    expect(tab.shown().marks).toEqual([])
    expect(await tab.commands.takeIn(theirs, 'merge', new Map())).toBe(true)
    expect(names(tab.shown())).toEqual(names(theirs))
    expect(tab.shown().id).toBe(id)
  })
})
