import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/index.ts'
import type { InstallFacts, Installer } from '#platform/ports.ts'
import { anEmptyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { planTools } from '#tests/support/plan-tools.ts'
import { ExportReminder } from './ExportReminder.tsx'
import { InstallHint } from './InstallHint.tsx'

let screen: Screen
afterEach(() => screen.leave())

function installer(facts: Partial<InstallFacts>, agrees = true) {
  let now: InstallFacts = { installed: false, system: 'other', canAsk: false, ...facts }
  const listeners = new Set<() => void>()
  return {
    facts: () => now,
    ask: async () => agrees,
    onChange: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    become: (changes: Partial<InstallFacts>) =>
      act(() => {
        now = { ...now, ...changes }
        for (const tell of listeners) tell()
      }),
  } satisfies Installer & { become: (changes: Partial<InstallFacts>) => void }
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('has words and a picture for every step', async () => {
    screen = await aScreen(tag)
    for (const system of ['ios', 'android', 'other'] as const) {
      screen.show(<InstallHint key={system} installer={installer({ system })} />)
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      const steps = [...screen.box.querySelectorAll('ol > li')]
      expect(steps.length).toBeGreaterThan(1)
      for (const step of steps) expect(step.querySelector('svg')).not.toBeNull()
    }
  })
})

describe('the hint', () => {
  it('says on iOS that the added app begins empty', async () => {
    screen = await aScreen('en')
    screen.show(<InstallHint installer={installer({ system: 'ios' })} />)
    expect(screen.words()).toContain('begins empty')
    screen.show(<InstallHint key="a" installer={installer({ system: 'android' })} />)
    expect(screen.words()).not.toContain('begins empty')
  })

  it('asks the browser where it can be asked, and is gone once it is installed', async () => {
    screen = await aScreen('en')
    const device = installer({ system: 'android' }, false)
    screen.show(<InstallHint installer={device} />)
    expect(() => screen.find('button')).toThrow()
    device.become({ canAsk: true })
    await act(async () => screen.find('button', 'Put it on the home screen').click())
    expect(screen.find('[role="status"]').textContent).toContain('was not added')
    device.become({ installed: true })
    expect(screen.words()).toBe('This is the app from the home screen.')
  })
})

describe('the reminder', () => {
  const work = { changedAt: PLAN_MADE_AT + 11 * 60_000 }

  it.each([
    ['nothing', anEmptyPlan(work), {}, ''],
    ['a plan of a few minutes', aPlan(), {}, ''],
    ['a plan with some work in it', aPlan(work), {}, 'Keep a file or a paper'],
    ['the same where the system drops it', aPlan(work), { system: 'ios' }, 'not opened for 7 days'],
    [
      'the same on the home screen',
      aPlan(work),
      { system: 'ios', installed: true },
      'Keep a file or a paper',
    ],
  ] as const)('for %s', async (_, plan, facts, words) => {
    screen = await aScreen('en')
    const tools = planTools(plan, { installer: installer(facts), now: () => PLAN_MADE_AT })
    screen.show(<ExportReminder tools={tools} />)
    if (words === '') expect(screen.words()).toBe('')
    else expect(screen.words()).toContain(words)
    if (words === '') return
    act(() => screen.find('button').click())
    expect(tools.went).toEqual(['share'])
  })

  it('speaks at once where nothing is kept, and is silent after an export', async () => {
    screen = await aScreen('en')
    const tools = planTools(aPlan())
    screen.show(<ExportReminder tools={tools} />)
    expect(screen.words()).toBe('')
    act(() => tools.plans.store.setState({ trouble: 'noStorage' }))
    expect(screen.words()).toContain('before you close the page')
    act(() =>
      tools.plans.store.setState(({ plans }) => ({
        plans: plans.map((one) => ({ ...one, exported: { at: 1, changedAt: one.plan.changedAt } })),
      })),
    )
    expect(screen.words()).toBe('')
  })
})
