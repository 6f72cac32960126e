import { describe, expect, it } from 'vitest'
import type { Step, Timeline } from '../plan/plan.ts'
import type { StepCode } from './step-code.ts'
import { levelsOf, stepsDue, type Now } from './steps-due.ts'
import type { TriggerId } from './trigger.ts'

const step = (trigger: TriggerId, code: StepCode | null, done = false): Step => ({
  id: `${code ?? 'own'}${done ? 'done' : ''}`.toLowerCase().slice(0, 12),
  trigger,
  what: code === null ? { type: 'own', text: 'x' } : { type: 'code', code },
  who: [],
  done,
})

const RAIN: Timeline = {
  hazard: 'flood',
  steps: [
    step('forecast3d', 'packBag'),
    step('forecast3d', 'checkForecast', true),
    step('forecast2d', 'clearDrains'),
    step('jma2', null),
    step('jma3', 'getDressed'),
    step('city3', 'leaveNeedsTime'),
    step('city4', 'leaveAll'),
    step('ownSigns', 'leaveOnSigns'),
    step('city5', 'level5Upstairs'),
    step('lifted', 'waitForAllClear'),
  ],
}
const SEA: Timeline = {
  hazard: 'tsunami',
  steps: [
    step('beforehand', 'fixFurniture'),
    step('shaking', 'protectHead'),
    step('shakingStops', 'openDoor'),
    step('shakingStops', 'leaveToHeight'),
    step('tsunamiAdvisory', 'leaveSea'),
    step('tsunamiWarning', 'notBack'),
    step('lifted', 'checkWayBack'),
  ],
}

const due = (timeline: Timeline, now: Now) => {
  const { overdue, now: present, next, lapsed } = stepsDue(timeline, now)
  const names = (steps: readonly Step[]) =>
    steps.map(({ what, done }) => `${what.type === 'code' ? what.code : 'own'}${done ? '*' : ''}`).join(' ')
  return { overdue: names(overdue), now: names(present), next: names(next), lapsed: names(lapsed) }
}

describe('what is due', () => {
  it.each<[Now, ReturnType<typeof due>]>([
    [1, { overdue: '', now: 'packBag checkForecast* clearDrains', next: 'own', lapsed: '' }],
    [2, { overdue: 'packBag clearDrains', now: 'own', next: 'getDressed', lapsed: '' }],
    ['jma2', { overdue: 'packBag clearDrains', now: 'own', next: 'getDressed', lapsed: '' }],
    [
      3,
      { overdue: 'packBag own', now: 'getDressed leaveNeedsTime', next: 'leaveAll', lapsed: 'clearDrains' },
    ],
    [
      4,
      {
        overdue: 'packBag own getDressed leaveNeedsTime',
        now: 'leaveAll',
        next: 'leaveOnSigns',
        lapsed: 'clearDrains',
      },
    ],
    [
      'ownSigns',
      {
        overdue: 'packBag own getDressed leaveNeedsTime leaveAll',
        now: 'leaveOnSigns',
        next: 'level5Upstairs',
        lapsed: 'clearDrains',
      },
    ],
    [
      5,
      {
        overdue: '',
        now: 'level5Upstairs',
        next: 'waitForAllClear',
        lapsed: 'packBag clearDrains own getDressed leaveNeedsTime leaveAll leaveOnSigns',
      },
    ],
  ])('in rain at %s', (now, expected) => expect(due(RAIN, now)).toEqual(expected))

  it.each<[Now, ReturnType<typeof due>]>([
    ['shaking', { overdue: '', now: 'protectHead', next: 'openDoor leaveToHeight', lapsed: 'fixFurniture' }],
    [
      'shakingStops',
      { overdue: '', now: 'openDoor leaveToHeight', next: 'leaveSea', lapsed: 'fixFurniture protectHead' },
    ],
    [
      'tsunamiWarning',
      {
        overdue: 'leaveToHeight',
        now: 'notBack',
        next: 'checkWayBack',
        lapsed: 'fixFurniture protectHead openDoor leaveSea',
      },
    ],
  ])('after an earthquake at %s', (now, expected) => expect(due(SEA, now)).toEqual(expected))

  it('is not what was done', () => {
    const ticked = { ...RAIN, steps: RAIN.steps.map((one) => ({ ...one, done: true })) }
    expect(due(ticked, 4)).toMatchObject({ overdue: '', now: 'leaveAll*', lapsed: '' })
  })

  it('lies all ahead at a level that the danger does not have', () => {
    expect(due(SEA, 4)).toMatchObject({ overdue: '', now: '', next: 'fixFurniture' })
  })
})

it('has levels for rain, and none for a tsunami', () => {
  expect(levelsOf('landslide')).toEqual([1, 2, 3, 4, 'ownSigns', 5, 'lifted'])
  expect(levelsOf('tsunami')).toEqual([
    'beforehand',
    'shaking',
    'shakingStops',
    'tsunamiAdvisory',
    'tsunamiWarning',
    'lifted',
  ])
})
