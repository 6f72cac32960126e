import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/index.ts'
import { lookOf } from '#map/zone-looks.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { drawnRank, QUESTION_IDS, questionsOf, resultOf } from './questions.ts'
import { ReadCheck } from './ReadCheck.tsx'
import type { LookOf } from './QuizMap.tsx'

const looks: LookOf = (layer, rank) => lookOf(layer, rank, 'day', 'official')

let screen: Screen
afterEach(() => screen.leave())

const groups = () => [...screen.box.querySelectorAll('fieldset')]
const choose = (question: number, option: number) => {
  const radio = groups()[question]?.querySelectorAll('input')[option]
  act(() => radio?.click())
}
const check = (question: number) => {
  const button = screen.find(`section:nth-of-type(${question + 1}) button`)
  act(() => button.click())
}
/** What is said after the answer to a question. */
const said = (question: number) =>
  screen.box.querySelectorAll(`section:nth-of-type(${question + 1}) [role="status"]`)[0]?.textContent ?? ''

async function start(tag: Parameters<typeof aScreen>[0] = 'en') {
  screen = await aScreen(tag)
  screen.show(<ReadCheck looks={looks} />)
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('asks three questions, each a group with its question as its name, none answered beforehand', async () => {
    await start(tag)
    expect(groups()).toHaveLength(3)
    for (const group of groups()) {
      expect(group.querySelector('legend')?.textContent).toBeTruthy()
      expect(group.querySelectorAll('input[type="radio"]').length).toBeGreaterThan(2)
      expect(group.querySelector('input:checked')).toBeNull()
    }
    expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
  })

  it('has the pattern that the words name in the legend beside them', async () => {
    await start(tag)
    const figures = [...screen.box.querySelectorAll('figure')]
    for (const [index, figure] of figures.slice(0, 2).entries()) {
      const rank = drawnRank(QUESTION_IDS[index] ?? 'depth', 0)
      const caption = figure.querySelector('figcaption')?.textContent ?? ''
      const lines = [...figure.querySelectorAll('li')].map((line) => line.textContent ?? '')
      const named = lines.filter((line) =>
        caption.includes(line.split(/[:：៖]|\s[-–—]\s/u)[0]?.trim() ?? '?'),
      )
      expect(named, `${index} ${rank}`).toHaveLength(1)
    }
  })
})

it('explains after each answer, right or not, and never before', async () => {
  await start()
  expect(said(0)).toBe('')
  choose(0, 0)
  expect(said(0)).toBe('')
  check(0)
  expect(said(0)).toContain('3 m to 5 m deep')
  expect(said(0)).toContain('This is what the map means')
  choose(0, 2)
  expect(said(0)).toBe('')
  check(0)
  expect(said(0)).toContain('That is what this map means')
})

it('asks for a choice first, and says so only then', async () => {
  await start()
  check(1)
  expect(said(1)).toContain('Choose one')
  choose(1, 1)
  expect(said(1)).toBe('')
})

it('tells the result when all three were looked at, and asks another depth when tried again', async () => {
  await start()
  for (const [question, option] of [
    [0, 2],
    [1, 0],
    [2, 2],
  ] as const) {
    expect(screen.words()).not.toContain('of 3 as the map means')
    choose(question, option)
    check(question)
  }
  expect(screen.words()).toContain('You read 2 of 3')
  const before = screen.find('figcaption').textContent
  act(() => screen.find('button', 'Try again').click())
  expect(groups().some((group) => group.querySelector('input:checked'))).toBe(false)
  expect(screen.find('figcaption').textContent).not.toBe(before)
})

it('means by no colour that nothing is known, and by the red zone that nobody stays', () => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const questions = questionsOf(attempt)
    expect(questions.map(({ right }) => right)).toEqual([
      `rank${drawnRank('depth', attempt)}`,
      'unknown',
      'leave',
    ])
    for (const { options, right } of questions) expect(options).toContain(right)
    expect(resultOf(questions, { depth: { chosen: 'rank1', isChecked: true } })).toBeNull()
  }
})
