import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DRILL_MODES, type Scenario } from '#domain/drills/scenario.ts'
import { judgeInWorld } from '#domain/drills/judge-in-world.ts'
import type { DrillResult, DrillRun } from '#domain/drills/drill-run.ts'
import { openDrillWorld } from '#domain/drills/drill-world.ts'
import type { WaterSeries } from '#domain/water/water-series.ts'
import type { LanguageTag } from '#i18n/index.ts'
import { aBegunDrill } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { drillTools } from '#tests/support/drill-tools.ts'
import { EndScreen } from './EndScreen.tsx'
import type { DrillTools } from './index.ts'

let screen: Screen
let isStill = false
vi.stubGlobal('matchMedia', () => ({ matches: isStill }))
afterEach(() => {
  vi.useRealTimers()
  isStill = false
  screen.leave()
})

const RISE = {
  kind: 'rise',
  hazards: ['flood'],
  curve: [
    { minute: 10, share: 0 },
    { minute: 22, share: 1 },
  ],
} as const
const SCENARIO: Partial<Scenario> = {
  area: '41207',
  startsAt: 9,
  signals: [{ minute: 1, trigger: 'city3' }],
  water: RISE,
}
/** Over the southern bridge, and too late for it. */
const LATE: Partial<DrillRun> = {
  left: 10,
  goal: 'park',
  track: Array.from({ length: 21 }, (_, step) => ({
    minute: 10 + step,
    at: corner(step / 5, 0),
    accuracy: 0,
  })),
  decisions: [{ minute: 10, kind: 'leave', about: null }],
  ended: 30,
}

type Given = {
  readonly run?: Partial<DrillRun>
  readonly scenario?: Partial<Scenario>
  readonly result?: Partial<DrillResult>
  readonly series?: WaterSeries | null
  readonly before?: 1 | 3 | 5 | null
  readonly tools?: Partial<DrillTools>
  readonly tag?: LanguageTag
}

async function lookBack({
  run = LATE,
  scenario = {},
  result,
  series = null,
  before = null,
  tools: changes,
  tag = 'en',
}: Given = {}) {
  const made = drillTools(changes)
  const { tools } = made
  const told = aDrill({ ...SCENARIO, ...scenario })
  const begun = aBegunDrill({ scenario: told, before, ...(run.mode === undefined ? {} : { mode: run.mode }) })
  const drill = { ...begun, run: { ...begun.run, ...run } }
  const world = openDrillWorld(aDrillTown(), told, anAbout({ home: drill.run.home, series }))
  const judged = judgeInWorld(world, drill.run)
  tools.drills.store.setState({
    finished: {
      drill,
      world,
      ...judged,
      result: drill.run.mode === 'class' ? null : { ...judged.result, ...result },
      after: null,
    },
  })
  screen = await aScreen(tag)
  screen.show(<EndScreen tools={tools} />)
  return made
}
const press = (selector: string, words: string) => act(() => screen.find(selector, words).click())
const headings = () => [...screen.box.querySelectorAll('h3')].map(({ textContent }) => textContent)
const slider = () => screen.find('input[type="range"]') as HTMLInputElement
const minuteInWords = () => screen.find('[aria-atomic="true"]').textContent ?? ''

describe('looking back', () => {
  it('says that there is nothing to look back at, and leads to the drills', async () => {
    const { tools, went } = drillTools()
    screen = await aScreen('en')
    screen.show(<EndScreen tools={tools} />)
    expect(screen.words()).toContain('There is no drill to look back at yet.')
    press('button', 'To the drills')
    expect(went).toEqual(['drills'])
  })

  it('tells result, replay, other choices and the question how sure, in this order', async () => {
    await lookBack()
    expect(headings().slice(0, 5)).toEqual([
      'What came of it',
      'Your way and the water',
      'Minute by minute',
      'With other choices',
      'How sure are you now?',
    ])
  })

  it.each(DRILL_MODES)('calls nothing by a word for out of danger (%s)', async (mode) => {
    await lookBack({ run: { ...LATE, mode } })
    expect(screen.words()).not.toMatch(/\bsafe|well done|great/iu)
  })

  it('has no result where nobody walked', async () => {
    await lookBack({ run: { mode: 'class' } })
    expect(screen.words()).toContain('In front of one screen nobody walks')
    expect(screen.box.querySelectorAll('ol > li').length).toBeGreaterThan(0)
    expect(screen.box.querySelector('input[type="range"]')).toBeNull()
    expect(screen.words()).toContain('How sure are you now?')
  })
})

describe('the result', () => {
  it('says plainly and kindly that the water was first', async () => {
    await lookBack()
    expect(screen.words()).toContain('On your way, water or mud came before you were through.')
    expect(screen.words()).toMatch(/The way was cut \d+ minutes before you got there\./u)
    expect(screen.words()).toContain('You were on your way to 高台公園')
    expect(screen.words()).toContain('How far you walked in water')
  })

  it('names where they arrived', async () => {
    await lookBack({ result: { outcome: 'arrived', goal: 'park', margin: 12.7 } })
    expect(screen.words()).toContain('You arrived at 高台公園')
    expect(screen.words()).toContain('the way was cut 12 minutes after you had passed')
    expect(screen.words()).not.toContain('You were on your way')
  })

  it('says of a way of which nothing is known neither that it had water nor that it had none', async () => {
    await lookBack({
      result: { outcome: 'unknown', margin: null, metres: 600, unknownMetres: 600, wet: [] },
    })
    expect(screen.words()).toContain('The result is not known')
    expect(screen.words()).toContain('Of 600 m of your way nothing is known of water.')
    expect(screen.words()).not.toContain('you walked in no water')
  })
})

describe('the replay', () => {
  it('is put on the map with the water of the minute, and taken away when the screen goes', async () => {
    const { shown } = await lookBack()
    expect(shown.at(-1)).toMatchObject({ trail: [], at: corner(0, 0), wrong: expect.anything() })
    expect(shown.at(-1)?.water?.kind).toBe('ranks')
    screen.show(null)
    expect(shown.at(-1)).toBeNull()
  })

  it('steps by a minute, tells where they were and the water there, and keeps to the span', async () => {
    const { shown } = await lookBack()
    expect(minuteInWords()).toContain('Not out of the door yet.')
    expect((screen.find('button', '1 minute back') as HTMLButtonElement).disabled).toBe(true)
    for (let step = 0; step < 12; step += 1) press('button', '1 minute on')
    expect(slider().value).toBe('12')
    expect(slider().getAttribute('aria-valuetext')).toBe('9:12, minute 12 of 60')
    expect(minuteInWords()).toContain('60 m walked so far. In this drill, no water at that minute')
    expect(shown.at(-1)?.trail).toHaveLength(3)
    for (let step = 0; step < 30; step += 1) press('button', '1 minute on')
    expect(slider().value).toBe('30')
  })

  it('goes to where it went wrong', async () => {
    await lookBack()
    press('button', 'Go to where it went wrong')
    expect(minuteInWords()).toContain('Here the water or mud was first.')
    expect(minuteInWords()).toContain('50 cm of water or more')
  })

  it('plays to the end and begins anew from there; who wants less motion sees still pictures', async () => {
    isStill = true
    await lookBack()
    vi.useFakeTimers()
    press('button', 'Play')
    expect(screen.find('[aria-atomic="true"]').getAttribute('aria-live')).toBe('off')
    act(() => void vi.advanceTimersByTime(2000))
    expect(slider().value).toBe('10')
    press('input[type="radio"]', '')
    press('button', 'Pause')
    act(() => void vi.advanceTimersByTime(5000))
    expect(slider().value).toBe('10')
    press('button', 'Play')
    act(() => void vi.advanceTimersByTime(60_000))
    expect(slider().value).toBe('30')
    press('button', 'Play')
    expect(slider().value).toBe('0')
  })

  it('says that the water is assumed, and that it is not known where it is not', async () => {
    await lookBack()
    expect(screen.words()).toContain('The water and mud of this drill are assumed.')
    screen.leave()
    await lookBack({ scenario: { water: { kind: 'series', name: 'gone', fromMinute: 0 } } })
    expect(screen.words()).toContain('When water comes is not known in this drill.')
    expect(minuteInWords()).toContain('Whether water is there is not known')
  })

  it('paints a computed flood into one picture, frame after frame', async () => {
    const series: WaterSeries = {
      west: 135,
      south: 34,
      cellLng: 0.01,
      cellLat: 0.01,
      columns: 2,
      rows: 1,
      minutes: [0, 60],
      unknown: Uint8Array.of(0, 1),
      depths: [Uint8Array.of(0, 0), Uint8Array.of(20, 0)],
      speeds: [Uint8Array.of(0, 0), Uint8Array.of(0, 0)],
    }
    const { shown } = await lookBack({
      scenario: { water: { kind: 'series', name: 'one', fromMinute: 0 } },
      series,
    })
    const first = shown.at(-1)?.water
    expect(first).toMatchObject({ kind: 'picture', width: 2, height: 1, bounds: [135, 34, 135.02, 34.01] })
    const before = first?.kind === 'picture' ? [...first.rgba] : []
    press('button', '1 minute on')
    const next = shown.at(-1)?.water
    expect(next?.kind === 'picture' && first?.kind === 'picture' && next.rgba === first.rgba).toBe(true)
    expect(next?.kind === 'picture' ? [...next.rgba].slice(0, 4) : []).not.toEqual(before.slice(0, 4))
  })

  it('has a table for who has no map, and keeps it folded beside one', async () => {
    await lookBack()
    expect(screen.box.querySelectorAll('tbody tr')).toHaveLength(16)
    expect(screen.find('tbody').textContent).toContain('Here the water or mud was first.')
    expect(screen.box.querySelector('details table')).toBeNull()
    screen.leave()
    const fitted: unknown[] = []
    await lookBack({ tools: { fit: (bounds) => void fitted.push(bounds) } })
    expect(screen.box.querySelector('details table')).not.toBeNull()
    expect(screen.words()).toContain('What the map shows')
    expect(fitted).toHaveLength(1)
    press('details button', 'Out of the door.')
    expect(slider().value).toBe('10')
  })
})

describe('other choices', () => {
  it('are a sentence each, and are shown beside the own way', async () => {
    const { shown } = await lookBack()
    expect(screen.words()).toMatch(/\d+ minutes earlier, you would have arrived ahead/u)
    expect(shown.at(-1)?.other).toBeNull()
    press('button', 'Show it beside your own way')
    expect(screen.find('button', 'Show it beside your own way').getAttribute('aria-pressed')).toBe('true')
    expect(document.activeElement?.getAttribute('role')).toBe('group')
    for (let step = 0; step < 12; step += 1) press('button', '1 minute on')
    expect(minuteInWords()).toContain('With the other choice')
    expect(shown.at(-1)?.other?.trail.length).toBeGreaterThan(shown.at(-1)?.trail.length ?? 0)
    press('button', 'Show only your own way')
    expect(shown.at(-1)?.other).toBeNull()
  })

  it('are never left out as if all had been right', async () => {
    const { tools } = await lookBack()
    const { finished } = tools.drills.store.getState()
    act(() => tools.drills.store.setState({ finished: { ...finished!, others: [] } }))
    expect(screen.words()).toContain('That does not mean that everything was right.')
  })
})

describe('how sure they are now', () => {
  const rate = (rating: number) =>
    act(() =>
      [...screen.box.querySelectorAll<HTMLInputElement>('input[type="radio"]')].at(rating - 6)?.click(),
    )

  it('is told beside the answer of before; less sure is no failure', async () => {
    const { tools } = await lookBack({ before: 5 })
    expect(screen.words()).toContain('Your answer before the drill: 5')
    rate(2)
    expect(tools.drills.store.getState().finished?.after).toBe(2)
    expect(screen.words()).toContain('That is no failure')
    expect(screen.words()).not.toContain('But in this drill you were not in time.')
  })

  it('is told to be more than the drill allows', async () => {
    await lookBack({ before: 3 })
    rate(5)
    expect(screen.words()).toContain('You are surer than before.')
    expect(screen.words()).toContain('But in this drill you were not in time.')
  })
})
