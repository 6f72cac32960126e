import { describe, expect, it } from 'vitest'
import { aMark, aPlan } from '#tests/support/a-plan.ts'
import { aSite } from '#tests/support/an-area.ts'
import { someFacts } from '#tests/support/some-facts.ts'
import { aLesson, applied, aRun, CAUGHT, DRILL_DAY } from '#tests/support/what-a-drill-taught.ts'
import type { Plan } from '../plan/plan.ts'
import { orderOf } from '../timeline/trigger.ts'
import type { Counterfactual, DrillRun } from './drill-run.ts'
import { applyProposals, proposeChanges } from './plan-feedback.ts'
import type { Learned, Proposal, ProposalKind } from './proposal.ts'

const only = <K extends ProposalKind>(kind: K, from: Learned): Extract<Proposal, { kind: K }> | undefined =>
  proposeChanges(from).find((one): one is Extract<Proposal, { kind: K }> => one.kind === kind)

describe('leaving earlier', () => {
  it('is the latest signal from which they would have been out in time, with what is done before', () => {
    // Out by 110 - (30 + 10) = 70, ready 50 minutes: the signal at minute 20.
    const proposal = only('trigger', aLesson())
    expect(proposal).toMatchObject({ reason: 'caught', hazard: 'flood', to: 'jma2', steps: ['i21'] })
    const { steps } = applied(aPlan(), [proposal!]).timelines[0]!
    expect(steps.map(({ id, trigger }) => `${id} ${trigger}`)).toEqual([
      'i18 forecast3d',
      'i19 jma2',
      'i20 jma2',
      'i21 jma2',
      'i22 city5',
    ])
  })

  it('is one before all signals where none came so early', () => {
    expect(only('trigger', aLesson({ result: { ...CAUGHT, margin: -80 } }))?.to).toBe('forecast2d')
  })

  it('takes along what the same people do until then, but not what answers to signs', () => {
    const plan = aPlan()
    const [timeline] = plan.timelines
    const step = (
      id: string,
      trigger: 'jma3' | 'city3' | 'ownSigns' | 'city4',
      code: string,
      who: string[],
    ) => ({ id, trigger, what: { type: 'code', code }, who, done: false }) as Plan['timelines'][0]['steps'][0]
    timeline!.steps = [
      step('s0', 'jma3', 'stayAwayFromWater', ['i2']),
      step('s1', 'jma3', 'turnOffPower', ['i2']),
      step('s2', 'city3', 'tellNeighbours', ['i1']),
      step('s3', 'city3', 'leaveNeedsTime', ['i2', 'i3']),
      step('s4', 'city4', 'leaveAll', ['i1']),
      step('s5', 'ownSigns', 'leaveOnSigns', []),
    ]
    expect(only('trigger', aLesson({}, plan))?.steps).toEqual(['s1', 's3'])
    expect(only('trigger', aLesson({ who: 'i1' }, plan))?.steps).toEqual(['s2', 's4'])
    expect(only('trigger', aLesson({ who: null }, plan))?.steps).toEqual(['s1', 's2', 's3', 's4'])
  })

  it('is not proposed to who was early enough, nor in a tsunami, nor where nobody plans to leave', () => {
    const arrived = { ...CAUGHT, outcome: 'arrived', margin: 45 } as const
    const early = aRun({ left: 90 })
    const readyInTime = { ...arrived, prepared: 30, speed: 0.7 }
    expect(only('trigger', aLesson({ run: early, result: readyInTime }))).toBeUndefined()
    expect(only('trigger', aLesson({ run: early, result: { ...readyInTime, margin: null } }))).toBeUndefined()
    expect(only('trigger', aLesson({ run: early, result: { ...readyInTime, margin: 4 } }))).toMatchObject({
      reason: 'smallMargin',
    })
    // 30 minutes are enough, and nothing less is. Ready in 30, out by minute 88: level 3 at 60 is too late for any more.
    const with30 = (margin: number) =>
      only('trigger', aLesson({ run: aRun({ left: 88 }), result: { ...readyInTime, margin } }))
    expect([with30(30), with30(29.9)?.kind]).toEqual([undefined, 'trigger'])
    expect(only('trigger', aLesson({ run: aRun({}, { hazard: 'tsunami' }) }))).toBeUndefined()
    expect(only('trigger', aLesson({}, aPlan({ timelines: [] })))).toBeUndefined()
    for (const outcome of ['stayed', 'left', 'unknown'] as const)
      expect(only('trigger', aLesson({ run: early, result: { ...readyInTime, outcome } }))).toBeUndefined()
  })

  it('counts from the end of the drill for who never left', () => {
    const run = aRun({ left: null, ended: 300 })
    const result = { ...CAUGHT, outcome: 'tooLate', margin: -40, speed: null, prepared: null } as const
    // Out by 300 - 70 = 230, ready 40: the last signal in time is that at 180, which is later than planned: nothing to change.
    expect(only('trigger', aLesson({ run, result }))).toBeUndefined()
    expect(only('trigger', aLesson({ run, result: { ...result, margin: -180 } }))).toMatchObject({
      reason: 'tooLate',
      to: 'jma2',
    })
    // From the minute at which they ended it, where that was before the end of the event.
    const sooner = { run: aRun({ left: null, ended: 200 }), result: { ...result, margin: -80 } }
    expect(only('trigger', aLesson(sooner))?.to).toBe('jma2')
  })

  it('comes of a slower start alone', () => {
    const result = { ...CAUGHT, outcome: 'arrived', margin: null, speed: 0.1, metres: 0 } as const
    const proposal = only('trigger', aLesson({ run: aRun({ left: 400 }), result }))
    expect(proposal).toMatchObject({ reason: 'slowerStart' })
    expect(orderOf(proposal!.to)).toBeLessThan(orderOf('city3'))
  })

  it('comes of a slower walk alone, without a minute more to be ready', () => {
    const result = { ...CAUGHT, outcome: 'arrived', margin: null, prepared: 30 } as const
    const facts = someFacts(aPlan())
    const street = { from: 'street', metres: 2000, minutes: 48, nightMinutes: 60 } as const
    const destinations = facts.destinations.map((one) => ({
      ...one,
      way: one.destination.by === 'walk' && one.way !== null ? street : one.way,
    }))
    const walked = (speed: number | null) =>
      only(
        'trigger',
        aLesson({
          facts: { ...facts, destinations },
          run: aRun({ left: 90 }),
          result: { ...result, speed },
        }),
      )
    expect(walked(0.1)).toMatchObject({ reason: 'slowerStart' })
    expect([walked(null), walked(0.7)]).toEqual([undefined, undefined])
  })

  it('is as early as the water asked for, and as what would have been enough', () => {
    const earlier = (minutes: number): Counterfactual => ({
      kind: 'earlier',
      minutes,
      result: { ...CAUGHT, outcome: 'arrived', margin: 0 },
    })
    const to = (...others: readonly Counterfactual[]) => only('trigger', aLesson({ others }))?.to
    expect([to(), to(earlier(5)), to(earlier(100)), to(earlier(100), earlier(12))]).toEqual([
      'jma2',
      'jma2',
      'forecast2d',
      'jma2',
    ])
  })
})

describe('what was measured', () => {
  it('is the speed of who walked, rounded down, told apart by the reason', () => {
    const speed = (measured: number | null, who: string | null = 'i2') =>
      only('speed', aLesson({ who, result: { ...CAUGHT, speed: measured } }))
    expect(speed(0.5678)).toMatchObject({ member: 'i2', from: 0.7, to: 0.56, reason: 'slower' })
    expect(speed(0.29)).toMatchObject({ to: 0.29 })
    expect(speed(0.9)).toMatchObject({ reason: 'faster' })
    expect(speed(1.2, 'i1')).toMatchObject({ member: 'i1', from: 1, to: 1.2, reason: 'measured' })
    expect([speed(0.72), speed(null), speed(3.2), speed(0.05), speed(NaN)]).toEqual(Array(5).fill(undefined))
    expect([speed(1, null), speed(1, 'i5'), speed(1, 'gone')]).toEqual(Array(3).fill(undefined))
    expect(only('speed', aLesson({ run: aRun({ mode: 'table' }) }))).toBeUndefined()
  })

  it('is the minutes to be ready from the signal at which the plan has them leave', () => {
    const ready = (left: number | null, change: Partial<DrillRun> = {}) =>
      only('ready', aLesson({ run: aRun({ left, ...change }) }))
    expect(ready(111)).toMatchObject({ from: 40, to: 55, reason: 'slower' })
    expect(ready(81)).toMatchObject({ from: 40, to: 25, reason: 'faster' })
    expect([ready(100), ready(50), ready(null)]).toEqual([undefined, undefined, undefined])
    expect(ready(81, { mode: 'table' })).toBeUndefined()
    expect(ready(111, { mode: 'table' })).toMatchObject({ to: 55 })
    const untold = aPlan({ household: { ...aPlan().household, readyMinutes: null } })
    expect(only('ready', aLesson({}, untold))).toMatchObject({ from: 30, to: 50, reason: 'measured' })
    expect(only('ready', aLesson({ run: aRun({}, { hazard: 'tsunami' }) }))).toBeUndefined()
  })

  it('is the way from home, at the pace of the slowest', () => {
    const arrived = { ...CAUGHT, outcome: 'arrived', margin: 60, speed: 1.5 } as const
    const minutes = (change: Partial<Learned>) =>
      only('minutes', aLesson({ result: arrived, who: 'i1', ...change }))
    // 900 m at the 0.7 m/s of grandmother, not at the 1.5 of who walked.
    expect(minutes({})).toMatchObject({ destination: 'i10', to: 22, reason: 'measured' })
    expect(minutes({ result: { ...arrived, speed: 0.5 } })).toMatchObject({ to: 30 })
    expect(minutes({ run: aRun({ home: [135.03, 30.01] }) })).toBeUndefined()
    expect(minutes({ run: aRun({ mode: 'table' }) })).toBeUndefined()
    expect(minutes({ result: { ...arrived, goal: 'gone' } })).toBeUndefined()
    expect(minutes({ result: { ...arrived, goal: 'i11' } })).toBeUndefined()
    expect(minutes({ result: CAUGHT })).toBeUndefined()
  })
})

describe('another place to go to', () => {
  const other = (site: string, margin: number | null): Counterfactual => ({
    kind: 'otherSite',
    site,
    result: { ...CAUGHT, outcome: 'arrived', margin, goal: site },
  })
  const sites = [aSite({ id: 'E1' }), aSite({ id: 'E2', name: { ja: '見本高校', kana: null, en: null } })]

  it('is the one with the most to spare, and comes first in the plan', () => {
    const proposal = only(
      'destination',
      aLesson({ sites, others: [other('E1', 5), other('E2', 20), other('E1', null)] }),
    )
    expect(proposal).toMatchObject({
      known: null,
      entry: { site: 'E2', name: '見本高校', hazards: ['flood'] },
    })
    const after = applied(aPlan(), [proposal!])
    expect(after.destinations.map(({ site }) => site)).toEqual(['E2', 'S0001', null])
  })

  it('is moved to the front where the plan has it, and meant for this danger too', () => {
    const plan = aPlan()
    plan.destinations.push({
      ...plan.destinations[0]!,
      id: 'i30',
      site: 'E1',
      hazards: ['tsunami'],
      note: '鍵',
    })
    const proposal = only('destination', aLesson({ sites, others: [other('E1', 5)] }, plan))
    expect(proposal).toMatchObject({ known: 'i30' })
    expect(applied(plan, [proposal!]).destinations[0]).toEqual({
      ...plan.destinations[2],
      hazards: ['tsunami', 'flood'],
    })
  })

  it('is none that is not designated, not reached, there already, or not needed', () => {
    const none = (change: Partial<Learned>) =>
      expect(only('destination', aLesson({ sites, others: [other('E1', 5)], ...change }))).toBeUndefined()
    none({ sites: [aSite({ id: 'E1', designated: { ...aSite().designated, flood: null } })] })
    none({ sites: [] })
    none({ others: [{ ...other('E1', 5), result: CAUGHT } as Counterfactual] })
    none({ others: [other('S0001', 5)], sites: [aSite({ id: 'S0001' })] })
    none({ result: { ...CAUGHT, outcome: 'arrived', margin: 60 } })
  })
})

describe('the place where it went wrong', () => {
  it('is marked with the note, and who did it is told to nobody', () => {
    const proposal = only('danger', aLesson())
    expect(proposal).toMatchObject({ mark: 'otherDanger', at: [135.022, 30.007], reason: 'caught' })
    expect(applied(aPlan(), [proposal!]).marks.at(-1)).toEqual({
      id: 'i25',
      kind: 'otherDanger',
      name: '',
      shape: { type: 'point', at: [135.022, 30.007] },
      note: 'Nước ngập ở đây',
      by: '',
      addedAt: DRILL_DAY,
      photo: null,
    })
    expect(only('danger', aLesson({ run: aRun({}, { hazard: 'landslide' }) }))?.mark).toBe('slope')
  })

  it('is not marked twice, and what helps is no danger', () => {
    const near = { type: 'point', at: [135.0221, 30.0071] } as const
    const marked = (kind: 'bridge' | 'aed') =>
      only('danger', aLesson({}, aPlan({ marks: [aMark({ kind, shape: { ...near, at: [...near.at] } })] })))
    expect(marked('bridge')).toBeUndefined()
    expect(marked('aed')).toBeDefined()
    expect(only('danger', aLesson({ wentWrong: null }))).toBeUndefined()
    expect(only('danger', aLesson({ result: { ...CAUGHT, outcome: 'tooLate' } }))).toBeUndefined()
  })
})

it('a proposal for something that is gone is refused, and then nothing of the others is done', () => {
  const plan = aPlan()
  const all = proposeChanges(aLesson())
  const without: Plan = {
    ...plan,
    household: { ...plan.household, members: plan.household.members.slice(0, 1) },
  }
  const stale = { ...without, places: [], contacts: [], timelines: [] }
  expect(all.map(({ kind }) => kind)).toEqual(['trigger', 'danger', 'speed', 'ready'])
  expect(applyProposals(stale, all, DRILL_DAY)).toMatchObject({ ok: false, reason: 'notThere' })
})
