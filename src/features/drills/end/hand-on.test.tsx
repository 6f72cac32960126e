import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { readArrival } from '#domain/drills/roll-call.ts'
import { readReport } from '#domain/drills/report-code.ts'
import { endDrill, leaveHome, type Drill } from '#domain/drills/drill.ts'
import type { DrillResult } from '#domain/drills/drill-run.ts'
import { activePlan } from '#features/plan/index.ts'
import type { Finished, Running } from '../state.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { drillTools } from '#tests/support/drill-tools.ts'
import { plansInMemory } from '#tests/support/plan-tools.ts'
import { someFacts } from '#tests/support/some-facts.ts'
import { aRun, CAUGHT } from '#tests/support/what-a-drill-taught.ts'
import { ArrivalCode } from './ArrivalCode.tsx'
import { Certificate } from './Certificate.tsx'
import { PlanPart } from './PlanPart.tsx'
import { ReportPart } from './ReportPart.tsx'

let screen: Screen
afterEach(() => screen.leave())

const toPark = (drill: Drill, { world, minute }: Running): Drill | null => {
  const left = world === null ? null : leaveHome(drill, world, minute, 'park')
  return left?.ok === true ? endDrill(left.value, minute) : null
}

/** A drill that is over, with the result of somebody who was caught. */
async function ended(result: Partial<DrillResult> = {}, withPlan = true) {
  const plan = aPlan()
  const plans = plansInMemory(withPlan ? plan : null)
  const world = drillTools(withPlan ? { plans, plan: { plan, facts: someFacts(plan) } } : { plans })
  screen = await aScreen('en')
  await act(async () => {
    await world.join({ scenario: aDrill({ minutes: 300 }) })
    world.tools.drills.commands.act(toPark)
    await world.settle()
  })
  const found = world.tools.drills.store.getState().finished
  if (found === null) throw new Error('it did not end')
  const finished: Finished = {
    ...found,
    drill: { ...found.drill, run: aRun(), who: 'i2' },
    result: { ...CAUGHT, ...result },
    wentWrong: [135.001, 30.001],
  }
  return { ...world, plans, plan, finished }
}
const press = (words: string) => act(() => screen.find('button', words).click())
const switches = () => [...document.querySelectorAll<HTMLInputElement>('[role="switch"]')]

describe('what a drill changes in the plan', () => {
  it('is nothing until somebody agreed, chose and pressed; then it is one step of undo', async () => {
    const { tools, finished, plans, plan } = await ended()
    const before = JSON.stringify(plan)
    const now = () => activePlan(plans.store.getState())
    screen.show(<PlanPart tools={tools} finished={finished} />)
    expect(switches()).toEqual([])
    press('Compare with the plan')
    expect(switches().length).toBeGreaterThan(1)
    expect(switches().every(({ checked }) => !checked)).toBe(true)
    press('Nothing is chosen yet.')
    expect(JSON.stringify(now())).toBe(before)
    act(() => switches()[0]?.click())
    act(() => switches()[1]?.click())
    act(() => switches()[1]?.click())
    expect(JSON.stringify(now())).toBe(before)
    press('Change the plan by the 1 chosen')
    expect(JSON.stringify(now())).not.toBe(before)
    expect(screen.words()).toContain('1 change was made in the plan.')
    const [record] = tools.drills.store.getState().history.records
    expect(record?.accepted).toBe(1)
    expect(record?.proposed).toBeGreaterThan(1)
    press('Undo')
    expect(now()).toEqual({ ...plan, changedAt: now()?.changedAt })
  })

  it('is offered to be begun where there is no plan', async () => {
    const { tools, finished, went } = await ended({}, false)
    screen.show(<PlanPart tools={tools} finished={finished} />)
    press('Make a plan')
    expect(went).toEqual(['plan'])
  })

  it('says so where nothing would change, and not that the plan is right', async () => {
    const { tools, finished } = await ended({ outcome: 'unknown', margin: null, speed: null, prepared: null })
    screen.show(
      <PlanPart
        tools={tools}
        finished={{ ...finished, drill: { ...finished.drill, run: aRun({ left: null }) }, wentWrong: null }}
      />,
    )
    press('Compare with the plan')
    expect(screen.words()).toContain('That does not mean that the plan is right.')
  })
})

describe('the report for the organiser', () => {
  const sent = (handed: readonly string[]) => {
    const read = readReport(handed.at(-1)?.replace('copy ', '') ?? '')
    if (!read.ok) throw new Error(read.reason)
    return read.value
  }

  it('holds what the screen says, and the square only as long as it is wanted', async () => {
    const { tools, finished, handed } = await ended()
    screen.show(<ReportPart tools={tools} finished={finished} />)
    expect(screen.words()).toContain('Caught on the way')
    expect(screen.words()).toContain('-10 min')
    press('Show the QR code')
    await act(async () => screen.find('button', 'Copy as text').click())
    expect(sent(handed)).toMatchObject({
      outcome: 'caught',
      margin: -10,
      needsHelp: false,
      language: 'en',
      drill: finished.drill.token,
      nonce: finished.drill.nonce,
    })
    expect(sent(handed).cell).not.toBeNull()
    expect(screen.words()).toContain('Included')
    act(() => switches()[0]?.click())
    act(() => switches()[1]?.click())
    await act(async () => screen.find('button', 'Copy as text').click())
    expect(sent(handed)).toMatchObject({ needsHelp: true, cell: null })
    expect(screen.words()).toContain('Left out')
  })

  it('has no square for who was not caught on the way', async () => {
    const { tools, finished } = await ended({ outcome: 'tooLate' })
    screen.show(<ReportPart tools={tools} finished={finished} />)
    expect(switches()).toHaveLength(1)
  })
})

it('shows an arrival that counts once, whatever is changed in it', async () => {
  const { tools, finished, handed } = await ended()
  screen.show(<ArrivalCode tools={tools} drill={finished.drill} site="S0001" />)
  const type = async (index: number, text: string) => {
    const field = document.querySelectorAll('input')[index]
    if (field === undefined) throw new Error('no field')
    await act(async () => {
      field.focus()
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      set?.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.blur()
    })
    await act(async () => screen.find('button', 'Copy as text').click())
    const read = readArrival(handed.at(-1)?.replace('copy ', '') ?? '')
    if (!read.ok) throw new Error(read.reason)
    return read.value
  }
  const first = await type(0, '４')
  expect(first).toMatchObject({ people: 4, needHelp: 0, site: 'S0001' })
  const second = await type(1, '9')
  expect(second).toMatchObject({ people: 4, needHelp: 4, nonce: first.nonce })
})

it('prints no result on a certificate unless it is wanted, and keeps no name', async () => {
  const { tools } = await ended()
  screen.show(<Certificate tools={tools} />)
  expect(screen.words()).toContain('Took part in an evacuation drill.')
  expect(screen.words()).not.toContain('Time to spare')
  act(() => switches()[0]?.click())
  expect(screen.words()).toContain('Time to spare')
})
