import { act } from 'react'
import { useStore } from 'zustand'
import { afterEach, describe, expect, it } from 'vitest'
import { dilemmasOf } from '#domain/drills/dilemmas.ts'
import type { LanguageTag } from '#i18n/index.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { drillTools } from '#tests/support/drill-tools.ts'
import { ClassScreen } from './ClassScreen.tsx'

let screen: Screen
afterEach(() => screen.leave())

const scenario = aDrill({
  area: '41207',
  modes: ['class'],
  hazard: 'tsunami',
  signals: [
    { minute: 0, trigger: 'shaking' },
    { minute: 10, trigger: 'tsunamiWarning' },
  ],
})

async function begin(tag: LanguageTag = 'en') {
  const group = drillTools()
  const { tools } = group
  const Now = () => {
    const running = useStore(tools.drills.store, (state) => state.running)
    return running === null ? null : <ClassScreen running={running} tools={tools} />
  }
  screen = await aScreen(tag)
  const show = (isThere: boolean) => screen.show(isThere ? <Now /> : null)
  show(true)
  await act(() => group.join({ scenario, mode: 'class' }))
  const press = (words: string) => act(async () => screen.find('button', words).click())
  return {
    ...group,
    show,
    press,
    /** Types a count, as a person does. */
    type: (answer: 'yes' | 'no', text: string) =>
      act(() => {
        const input = screen.find(`[data-answer="${answer}"] input`) as HTMLInputElement
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
        set?.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    answers: () => group.running().drill.run.decisions.map(({ about }) => about),
  }
}
const question = () => screen.find('h3[tabindex]').textContent
const input = (answer: 'yes' | 'no') => screen.find(`[data-answer="${answer}"] input`) as HTMLInputElement

describe('a class', () => {
  it('is asked one question, counts hands, and then sees what was chosen and what speaks for each', async () => {
    const { press, type, answers } = await begin()
    expect(question()).toContain('Evacuation Instruction')
    expect(screen.words()).toContain('Question 1 of 6')
    expect(screen.words()).not.toContain('What speaks for yes')
    await press('Yes: one more')
    await press('Yes: one more')
    await press('Yes: one fewer')
    type('no', '12')
    await press('Show what was chosen')
    expect(answers()).toEqual(['waitForOrder:1:12'])
    expect(screen.find('dl', '1 of 13').textContent).toContain('12 of 13')
    expect(screen.words()).toContain('What speaks for yes')
    expect(screen.words()).toContain('more than one right answer')
  })

  it('counts from 0 to 999, whatever is typed', async () => {
    const { press, type } = await begin()
    await press('No: one fewer')
    expect(input('no').value).toBe('0')
    type('yes', '5000')
    expect(input('yes').value).toBe('999')
    await press('Yes: one more')
    expect(input('yes').value).toBe('999')
    type('yes', '')
    expect(input('yes').value).toBe('0')
  })

  it('leads the focus to the question of each page', async () => {
    const { press } = await begin()
    await press('Show what was chosen')
    expect(document.activeElement?.textContent).toBe(question())
    await press('Next')
    expect(document.activeElement?.textContent).toBe('Do you go by car?')
  })

  it('stands still at the minute of its question, whatever the clock does', async () => {
    const { press, pass, running } = await begin()
    const [, second] = dilemmasOf(scenario)
    await act(() => pass(30))
    expect(running().minute).toBe(0)
    await press('Show')
    await press('Next')
    expect(running().minute).toBe(second?.minute)
    await act(() => pass(30))
    expect(running().minute).toBe(second?.minute)
  })

  it('goes back one page and corrects a count, and time goes back with it', async () => {
    const { press, answers, running } = await begin()
    await press('Yes: one more')
    await press('Show')
    await press('Next')
    await press('Show')
    await press('Next')
    const later = running().minute
    for (let turn = 0; turn < 4; turn += 1) await press('Back')
    expect(question()).toContain('Evacuation Instruction')
    expect(running().minute).toBeLessThan(later)
    expect(input('yes').value).toBe('1')
    await press('Yes: one more')
    await press('Show')
    expect(answers()).toEqual(['waitForOrder:1:0', 'byCar:0:0', 'waitForOrder:2:0'])
    expect(screen.words()).toContain('2 of 2')
  })

  it('goes on with the first question that was not counted when it was away', async () => {
    const { press, show } = await begin()
    await press('Show')
    await press('Next')
    show(false)
    show(true)
    expect(question()).toBe('Do you go by car?')
  })
})

describe('at its end', () => {
  it('tells all answers, which can be sent, saved and printed', async () => {
    const { press, handed, downloads, tools } = await begin()
    for (const [index, { id }] of dilemmasOf(scenario).entries()) {
      if (id === 'byCar') await press('Yes: one more')
      await press('Show')
      await press('Next')
      expect(index).toBeLessThan(6)
    }
    expect(question()).toBe('The answers of all')
    expect(screen.box.querySelectorAll('ol > li')).toHaveLength(6)
    expect(screen.words()).toContain('No hands were counted.')
    await press('Send as text')
    expect(handed[0]).toContain('Do you go by car?\nYes: 1\nNo: 0')
    expect(screen.find('[role="status"]', 'It was handed over.')).toBeTruthy()
    await press('Save to a file')
    expect(await downloads.get('drill-answers.csv')?.text()).toContain('Do you go by car?,1,0')
    await press('Print')
    expect(handed.slice(1)).toEqual(['save drill-answers.csv', 'print'])
    await press('End the drill')
    expect(tools.drills.store.getState()).toMatchObject({ running: null, finished: { result: null } })
  })
})
