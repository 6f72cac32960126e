import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS, triggerOf, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { parsePlan } from '../parse-plan.ts'
import { MOST, type Plan, type Step } from '../plan.ts'
import type { Edit } from './change-plan.ts'
import {
  addStep,
  changeStep,
  clearDone,
  moveStep,
  placeStep,
  removeStep,
  removeTimeline,
  setTimeline,
  type NewStep,
} from './edit-timeline.ts'

const NOW = PLAN_MADE_AT + 60_000
const plan = freezeDeep(aPlan())
const FLOOD = triggersOf('flood')
const STEP: NewStep = { trigger: 'jma2', what: { type: 'code', code: 'moveCar' }, who: [], done: false }

const done = (edit: Edit, from: Plan = plan): Plan => {
  const edited = edit(from, NOW)
  if (!edited.ok) throw new Error(`${edited.reason} ${edited.detail ?? ''}`)
  return edited.value
}

function triggersOf(hazard: TimelineHazard): Step['trigger'][] {
  return TRIGGER_IDS.filter((id) => triggerOf(id).hazards.includes(hazard))
}

/** `trigger:id` of each step, in order. */
const order = (of: Plan, hazard: TimelineHazard = 'flood') =>
  of.timelines.find((one) => one.hazard === hazard)?.steps.map(({ id, trigger }) => `${trigger}:${id}`)

const BEFORE = ['forecast3d:i18', 'jma2:i19', 'jma2:i20', 'city3:i21', 'city5:i22']

describe('a step', () => {
  it('is added to the end of its trigger, also to a danger without a timeline', () => {
    expect(order(done(addStep('flood', STEP)))).toEqual([
      ...BEFORE.slice(0, 3),
      'jma2:i25',
      ...BEFORE.slice(3),
    ])
    expect(order(done(addStep('tsunami', { ...STEP, trigger: 'shaking' })), 'tsunami')).toEqual([
      'shaking:i25',
    ])
  })

  it('is changed in its place; with another trigger it goes to the end of that', () => {
    const ticked = done(changeStep('flood', 'i19', { done: true }))
    expect(order(ticked)).toEqual(BEFORE)
    expect(ticked.timelines[0]?.steps[1]?.done).toBe(true)
    expect(order(done(changeStep('flood', 'i18', { trigger: 'jma2' })))).toEqual([
      'jma2:i19',
      'jma2:i20',
      'jma2:i18',
      'city3:i21',
      'city5:i22',
    ])
    expect(done(changeStep('flood', 'i19', { done: false }))).toBe(plan)
  })

  it('that is gone, is neither changed nor moved; removing it changes nothing', () => {
    const gone = { ok: false, reason: 'notThere' }
    expect(changeStep('flood', 'i99', { done: true })(plan, NOW)).toEqual(gone)
    expect(changeStep('tsunami', 'i19', { done: true })(plan, NOW)).toEqual(gone)
    expect(moveStep('flood', 'i99', 1, FLOOD)(plan, NOW)).toEqual(gone)
    expect(placeStep('flood', 'i99', 'jma2', null)(plan, NOW)).toEqual(gone)
    expect(done(removeStep('flood', 'i99'))).toBe(plan)
    expect(done(removeStep('tsunami', 'i19'))).toBe(plan)
    expect(order(done(removeStep('flood', 'i19')))).toEqual(BEFORE.filter((one) => one !== 'jma2:i19'))
  })

  it('is moved within its trigger, then over to the next', () => {
    const moved = (id: string, by: 1 | -1) => order(done(moveStep('flood', id, by, FLOOD)))
    expect(moved('i19', 1)).toEqual(['forecast3d:i18', 'jma2:i20', 'jma2:i19', 'city3:i21', 'city5:i22'])
    expect(moved('i20', 1)).toEqual(['forecast3d:i18', 'jma2:i19', 'river2:i20', 'city3:i21', 'city5:i22'])
    expect(moved('i21', -1)).toEqual(['forecast3d:i18', 'jma2:i19', 'jma2:i20', 'river3:i21', 'city5:i22'])
    expect(moved('i22', 1)?.at(-1)).toBe('lifted:i22')
    expect(done(moveStep('flood', 'i18', -1, FLOOD))).toBe(plan)
  })

  it('at a trigger that the danger does not have goes to the next one, not to the first', () => {
    const landslide = triggersOf('landslide')
    const odd = freezeDeep(
      aPlan({ timelines: [{ hazard: 'landslide', steps: [{ ...STEP, id: 'i90', trigger: 'river3' }] }] }),
    )
    expect(order(done(moveStep('landslide', 'i90', 1, landslide), odd), 'landslide')).toEqual(['city3:i90'])
    expect(order(done(moveStep('landslide', 'i90', -1, landslide), odd), 'landslide')).toEqual(['jma3:i90'])
  })

  it('is dragged before another one, or to the end of a trigger', () => {
    const placed = (id: string, trigger: Step['trigger'], before: string | null) =>
      order(done(placeStep('flood', id, trigger, before)))
    expect(placed('i18', 'jma2', 'i20')).toEqual([
      'jma2:i19',
      'jma2:i18',
      'jma2:i20',
      'city3:i21',
      'city5:i22',
    ])
    expect(placed('i18', 'jma2', null)).toEqual([
      'jma2:i19',
      'jma2:i20',
      'jma2:i18',
      'city3:i21',
      'city5:i22',
    ])
    expect(placed('i18', 'jma2', 'gone')).toEqual([
      'jma2:i19',
      'jma2:i20',
      'jma2:i18',
      'city3:i21',
      'city5:i22',
    ])
    expect(done(placeStep('flood', 'i19', 'jma2', 'i19'))).toBe(plan)
  })

  it('in the person’s own words is never empty', () => {
    const own = addStep('flood', { ...STEP, what: { type: 'own', text: '' } })
    expect(own(plan, NOW)).toMatchObject({ ok: false, reason: 'badValue' })
  })
})

describe('a timeline', () => {
  it('takes a whole draft under new ids, in the order of the axis', () => {
    const set = done(setTimeline('flood', [{ ...STEP, trigger: 'city4' }, STEP]))
    expect(order(set)).toEqual(['jma2:i26', 'city4:i25'])
    const many = Array.from({ length: MOST.steps + 1 }, () => STEP)
    expect(setTimeline('flood', many)(plan, NOW)).toMatchObject({ ok: false, reason: 'full' })
  })

  it('is taken out, once', () => {
    const without = done(removeTimeline('flood'))
    expect(without.timelines).toEqual([])
    expect(done(removeTimeline('flood'), without)).toBe(without)
  })

  it('has all its ticks taken off for the next time', () => {
    const cleared = done(clearDone)
    expect(cleared.timelines[0]?.steps.every((step) => !step.done)).toBe(true)
    expect(done(clearDone, cleared)).toBe(cleared)
  })
})

describe('of any timeline', () => {
  /** A plan with a step in it, and which one. */
  const anyStep = fc
    .tuple(anyPlan, fc.nat())
    .filter(([any]) => any.timelines.some(({ steps }) => steps.length > 0))
    .map(([any, pick]) => {
      const all = any.timelines.flatMap(({ hazard, steps }) => steps.map(({ id }) => ({ hazard, id })))
      return { any: freezeDeep(any), ...all[pick % all.length]! }
    })

  it('a moved step leaves all others in order, and moving it back undoes it', () => {
    fc.assert(
      fc.property(anyStep, fc.constantFrom(1 as const, -1 as const), ({ any, hazard, id }, by) => {
        const moved = done(moveStep(hazard, id, by, TRIGGER_IDS), any)
        const others = (of: Plan) => order(of, hazard)?.filter((one) => !one.endsWith(`:${id}`))
        expect(others(moved)).toEqual(others(any))
        if (moved === any) return
        const back = done(moveStep(hazard, id, by === 1 ? -1 : 1, TRIGGER_IDS), moved)
        expect(order(back, hazard)).toEqual(order(any, hazard))
      }),
    )
  })

  it('a dragged step stands where it was dropped, and all others stay in order', () => {
    const triggers = fc.constantFrom(...TRIGGER_IDS)
    fc.assert(
      fc.property(anyStep, triggers, fc.option(fc.nat()), ({ any, hazard, id }, trigger, pick) => {
        const rest = any.timelines.find((one) => one.hazard === hazard)!.steps.filter((one) => one.id !== id)
        const before = pick === null ? undefined : rest[pick % rest.length]
        const placed = done(placeStep(hazard, id, trigger, before?.id ?? null), any)
        const steps = placed.timelines.find((one) => one.hazard === hazard)!.steps
        const at = steps.findIndex((one) => one.id === id)
        expect(steps[at]?.trigger).toBe(trigger)
        expect(steps.filter((one) => one.id !== id)).toEqual(rest)
        if (before?.trigger === trigger) expect(steps[at + 1]?.id).toBe(before.id)
        if (before === undefined) expect(steps[at + 1]?.trigger).not.toBe(trigger)
        expect(parsePlan(structuredClone(placed))).toEqual({ ok: true, value: placed })
      }),
    )
  })
})

it('every danger has triggers to move a step along', () => {
  for (const hazard of TIMELINE_HAZARDS) expect(triggersOf(hazard).length).toBeGreaterThan(3)
})
