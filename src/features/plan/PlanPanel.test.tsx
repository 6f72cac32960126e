import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { QUESTIONS, type Plan } from '#domain/plan/plan.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import type { PlansFailure } from '#platform/ports.ts'
import { aMark, anEmptyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { aPlanDisk, type PlanDisk } from '#tests/support/a-plan-disk.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { addEntry, changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { createPlans } from './commands.ts'
import { PlanNotices } from './PlanNotices.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import type { PlansFeature } from './state.ts'
import type { PlanTools } from './tools.ts'
import { UndoBar } from './UndoBar.tsx'

let screen: Screen
let plans: PlansFeature
let went: string[] = []
let downloaded: { readonly name: string; readonly content: Blob }[] = []
afterEach(() => {
  plans.commands.close()
  screen.leave()
})

const settled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)))
let ids = 0

/** The desk over a disk, opened. */
async function show(disk: PlanDisk, tag: LanguageTag = 'en'): Promise<void> {
  screen = await aScreen(tag)
  went = []
  downloaded = []
  let active: string | null = null
  plans = createPlans(
    disk.tab(),
    { read: () => active, write: (id) => void (active = id) },
    { now: () => PLAN_MADE_AT },
    () => `new${String((ids += 1)).padStart(13, '0')}`,
  )
  const tools = {
    plans,
    area: null,
    now: () => PLAN_MADE_AT + 60_000,
    go: (to: string) => void went.push(to),
    sharer: {
      download(name: string, content: Blob) {
        downloaded.push({ name, content })
        return 'done'
      },
    },
  } as unknown as PlanTools
  await act(() => plans.commands.open())
  screen.show(
    <>
      <PlanNotices tools={tools} />
      <UndoBar plans={plans} />
      <PlanPanel tools={tools} />
    </>,
  )
}

function diskWith(...all: readonly Plan[]): PlanDisk {
  const disk = aPlanDisk()
  for (const plan of all) disk.records.set(plan.id, { plan, revision: 1, exported: null })
  return disk
}
const click = async (selector: string, words = '') => {
  act(() => screen.find(selector, words).click())
  await settled()
}
const type = async (selector: string, text: string) => {
  act(() => {
    const input = screen.find(selector) as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
  await settled()
}
const stepOf = (name: string) => screen.find('li', name)
const current = () => screen.find('[aria-current="step"]').textContent ?? ''

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every state has its words, and none of them comforts', async () => {
    const disk = diskWith(anEmptyPlan(), aPlan())
    disk.quarantined.push({ key: 'x', why: 'newerVersion', text: '{}' })
    disk.removedBySystem = true
    await show(disk, tag)
    const whys: readonly PlansFailure[] = ['noStorage', 'notAnswering', 'blocked', 'newer', 'full', 'lost']
    const told = new Set<string>()
    for (const trouble of whys) {
      act(() => plans.store.setState({ trouble, changedElsewhere: true, refused: 'full' }))
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(screen.words()).not.toMatch(COMFORT)
      told.add(screen.words())
    }
    expect(told.size).toBe(whys.length)
    act(() => plans.store.setState({ plans: [], active: null }))
    expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
  })
})

describe('the desk', () => {
  it('says what a plan is while there is none, and makes one', async () => {
    const disk = diskWith()
    await show(disk)
    expect(screen.words()).toContain('stays on this device')
    await click('button', 'Make our plan')
    expect(went).toEqual(['interview'])
    expect([...disk.records.values()][0]?.plan.name).toBe('Our home')
    expect(screen.words()).toContain('Saved on this device. Last change: ')
  })

  it('shows each step with its state, and the first that is not done is the next', async () => {
    await show(diskWith(anEmptyPlan()))
    expect(current()).toContain('0 of 11 questions')
    expect(screen.box.querySelectorAll('li')).toHaveLength(5)
    expect(stepOf('My Hazard Map').textContent).toContain('There is no destination yet')
    expect(stepOf('My Timeline').textContent).toContain('None yet')
    expect(stepOf('Paper').textContent).toContain('Not kept on paper or in a file yet')
    for (const [name, button, to] of [
      ['Questions', 'Answer', 'interview'],
      ['My Timeline', 'What now?', 'whatNow'],
      ['Paper', 'Print', 'paper'],
      ['Paper', 'Share', 'share'],
    ]) {
      const found = [...stepOf(name ?? '').querySelectorAll('button')].find(({ textContent }) =>
        textContent?.includes(button ?? ''),
      )
      act(() => found?.click())
      expect(went.at(-1)).toBe(to)
    }
  })

  it('goes on to paper before the bag is full, and warns when the plan changed since it left', async () => {
    const full = aPlan({ interview: { answered: [...QUESTIONS], skipped: [] } })
    const disk = diskWith(full)
    await show(disk)
    expect(stepOf('What to take').textContent).toContain('1 of 2 are ready')
    expect(current()).toContain('Paper and sharing')
    await act(() => plans.commands.noteExport(full.id))
    expect(stepOf('Paper').textContent).toContain('It has not changed since')
    expect(current()).toContain('What to take')
    act(() => void plans.commands.edit(addEntry('marks', aMark({ name: 'new' }))))
    await settled()
    expect(stepOf('Paper').textContent).toContain('The plan has changed since')
  })

  it('renames, adds, chooses and removes plans, and brings one back', async () => {
    const disk = diskWith(anEmptyPlan())
    await show(disk)
    await type('details input[type="text"]', '  海の家 ')
    expect(screen.find('h3').textContent).toBe('海の家')
    await click('button', 'Make it')
    expect(screen.find('h3').textContent).toBe('Parents’ home')
    await click('label', 'Another name')
    await click('button', 'Make it')
    expect(screen.find('details [role="alert"]').textContent).toContain('enter a name')
    act(() => {
      const select = screen.find('select') as HTMLSelectElement
      select.value = 'emptyplan0000001'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(screen.find('h3').textContent).toBe('海の家')
    await click('button', 'Remove this plan')
    expect(disk.records.size).toBe(1)
    expect(screen.words()).toContain('“海の家” was removed')
    expect(document.activeElement?.textContent).toBe('Undo')
    act(() => (document.activeElement as HTMLElement).click())
    await settled()
    expect(screen.find('h3').textContent).toBe('海の家')
    expect(disk.records.size).toBe(2)
  })
})

describe('the notices', () => {
  it('stand while nothing is kept, name the plan, lead out of it, and go when it is kept', async () => {
    const disk = diskWith(anEmptyPlan())
    await show(disk)
    expect(screen.box.querySelector('[role="status"] b')).toBeNull()
    disk.fault = 'full'
    act(() => void plans.commands.edit(addEntry('marks', aMark())))
    await settled()
    expect(screen.words()).toContain('This device is full')
    expect(screen.words()).toContain('Changes to “わが家” are not saved')
    expect(screen.words()).toContain('Not saved on this device yet')
    await click('button', 'Save outside this device')
    expect(went).toEqual(['share'])
    await click('button', 'Save again')
    expect(screen.words()).toContain('This device is full')
    disk.fault = null
    await click('button', 'Save again')
    expect(screen.words()).not.toContain('This device is full')
    expect(screen.words()).toContain('Saved on this device')
  })

  it('offer no export where there is nothing to export', async () => {
    const disk = diskWith()
    disk.fault = 'noStorage'
    await show(disk)
    expect(screen.words()).toContain('does not let the app keep anything')
    expect(screen.words()).not.toContain('Save outside this device')
  })

  it('hand out the text of a record that cannot be read', async () => {
    const disk = diskWith()
    disk.quarantined.push({ key: 'brokenplan000001', why: 'brokenPlan', text: '{"what":1}' })
    await show(disk)
    expect(screen.words()).toContain('is damaged and cannot be read')
    await click('button', 'Save its content')
    expect(downloaded[0]?.name).toBe('minna-plan-brokenplan000001.json')
    expect(await downloaded[0]?.content.text()).toBe('{"what":1}')
    expect(screen.words()).toContain('Saved as a file')
  })

  it('say that the system removed the plans, and lead to bringing them back', async () => {
    const disk = diskWith()
    disk.removedBySystem = true
    await show(disk)
    expect(screen.words()).toContain('are gone')
    await click('button', 'Bring in from a file')
    expect(went).toEqual(['share'])
  })

  it('say what another page did, and that an edit was not made', async () => {
    const disk = diskWith(anEmptyPlan())
    await show(disk)
    const other = disk.tab()
    await other.save(anEmptyPlan({ name: '別の名' }), 1)
    await settled()
    expect(screen.words()).toContain('changed or removed on another page')
    expect(screen.find('h3').textContent).toBe('別の名')
    act(() => void plans.commands.edit(changeEntry('marks', 'i9', { name: 'x' })))
    expect(screen.find('[role="alert"]').textContent).toContain('The last change was not made')
    act(() => void plans.commands.edit(addEntry('marks', aMark())))
    await settled()
    expect(screen.find('[role="alert"]').textContent).toBe('')
    expect(screen.words()).not.toContain('on another page')
  })
})

describe('undo', () => {
  const marks = () => plans.store.getState().plans[0]?.plan.marks.length
  const keys = (init: KeyboardEventInit, on: EventTarget = document.body) =>
    act(() => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
      on.dispatchEvent(event)
    })

  it('goes back and forward by buttons, and says so', async () => {
    await show(diskWith(anEmptyPlan()))
    expect(screen.words()).not.toContain('Undo')
    for (let time = 0; time < 2; time += 1) act(() => void plans.commands.edit(addEntry('marks', aMark())))
    await click('button', 'Undo')
    expect(marks()).toBe(1)
    expect(screen.find('[aria-live]').textContent).toBe('Undone. 1 more step can be undone.')
    await click('button', 'Undo')
    await click('button', 'Undo')
    expect(marks()).toBe(0)
    expect(screen.find('button', 'Undo').getAttribute('aria-disabled')).toBe('true')
    await click('button', 'Redo')
    expect(marks()).toBe(1)
    expect(screen.find('[aria-live]').textContent).toBe('Redone. 1 more step can be redone.')
  })

  it('goes by keys, but not while somebody types', async () => {
    await show(diskWith(anEmptyPlan()))
    act(() => void plans.commands.edit(addEntry('marks', aMark())))
    keys({ key: 'z', ctrlKey: true }, screen.find('input'))
    keys({ key: 'z' })
    keys({ key: 'z', ctrlKey: true, altKey: true })
    expect(marks()).toBe(1)
    keys({ key: 'z', metaKey: true })
    expect(marks()).toBe(0)
    keys({ key: 'Z', ctrlKey: true, shiftKey: true })
    expect(marks()).toBe(1)
    keys({ key: 'z', ctrlKey: true })
    keys({ key: 'y', ctrlKey: true })
    expect(marks()).toBe(1)
    await settled()
  })
})
