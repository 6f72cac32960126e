import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import type { Plan } from '../plan/plan.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { aLandslide, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { someFacts } from '#tests/support/some-facts.ts'
import { describeLeaveBy } from './describe-leave-by.ts'
import { describeStep, whoOf, whyStep } from './describe-step.ts'
import { describeCourse, describeTrigger } from './describe-timeline.ts'
import { describeWarning } from './describe-warning.ts'
import { draftTimeline } from './draft-timeline.ts'
import { leaveBy } from './leave-by.ts'
import { warning } from './plan-warning.ts'
import { redraft } from './redraft.ts'
import { relevantHazards } from './relevant-hazards.ts'
import type { StepCode } from './step-code.ts'

const RIVER = aRisk(aWater('flood', DEPTH_BANDS[2], { duration: lasting(2) }))
const SLOPE = aRisk(aLandslide('warning'))
const step = (code: StepCode) =>
  ({ what: { type: 'code', code }, trigger: 'city4', who: [] as string[] }) as const

/** A flat on the fifth floor with three days of stock. */
const flat = (change: Partial<Plan> = {}): Plan =>
  aPlan({
    destinations: [],
    places: aPlan()
      .places.slice(0, 1)
      .map((place) => ({
        ...place,
        building: { storeys: 9, floor: 5, structure: 'reinforced', stockHours: 72 },
      })),
    ...change,
  })

describe('the decision', () => {
  it('of a fifth-floor flat above the water: staying is possible, with the fact that decides', () => {
    expect(describeCourse(flat(), someFacts(flat(), { risk: RIVER }), 'flood')).toEqual({
      course: 'upstairs',
      headline: { key: 'timeline:course.upstairs', params: { floor: 5 } },
      fact: { key: 'stay:fact.depthBelowFloor', params: { upper: 3, height: 10, floor: 5 } },
    })
  })

  it('of a relative in a landslide zone: leave', () => {
    expect(describeCourse(flat(), someFacts(flat(), { risk: SLOPE }), 'landslide')).toEqual({
      course: 'leave',
      headline: { key: 'timeline:course.leave' },
      fact: { key: 'stay:fact.landslide.warning' },
    })
  })

  it('without a building, and without data', () => {
    const plan = aPlan({ places: aPlan().places.map((place) => ({ ...place, building: null })) })
    expect(describeCourse(plan, someFacts(plan, { risk: RIVER }), 'flood').fact.key).toBe(
      'timeline:because.noBuilding',
    )
    expect(describeCourse(plan, someFacts(plan, { risk: null }), 'flood')).toMatchObject({
      course: 'notKnown',
      fact: { key: 'timeline:because.noArea' },
    })
  })
})

describe('a step', () => {
  const plan = aPlan()
  const facts = someFacts(plan, { risk: RIVER })

  it('names where the household goes, and who does it', () => {
    expect(describeStep(step('leaveAll'), plan, facts, 'flood')).toEqual({
      key: 'timeline:step.leaveAll.to',
      params: { place: '見本公民館' },
    })
    expect(whoOf({ who: ['i3', 'i1'] }, plan)).toEqual(['花子', 'みお'])
    const unnamed = aPlan({ destinations: aPlan().destinations.map((one) => ({ ...one, name: '' })) })
    expect(
      describeStep(step('leaveAll'), unnamed, someFacts(unnamed, { risk: RIVER }), 'flood').params,
    ).toEqual({
      place: '1',
    })
  })

  it('sends nobody to a place that fails', () => {
    const told = {
      risk: RIVER,
      destinations: { i10: { designated: 'no' }, i11: { zone: 'inZone' } },
    } as const
    expect(describeStep(step('leaveAll'), plan, someFacts(plan, told), 'flood').key).toBe(
      'timeline:step.leaveAll.noPlace',
    )
  })

  it('stands in the own words of the family as it is, and asks for no reason', () => {
    const own = { what: { type: 'own', text: '<b>{{x}}' }, trigger: 'city4' } as const
    expect(describeStep(own, plan, facts, 'flood')).toEqual({
      key: 'timeline:step.own',
      params: { text: '<b>{{x}}' },
    })
    expect(whyStep(own, plan, facts, 'flood')).toBeNull()
  })

  it('of leaving has the deciding fact as its reason', () => {
    expect(whyStep(step('leaveAll'), flat(), someFacts(flat(), { risk: SLOPE }), 'landslide')?.key).toBe(
      'stay:fact.landslide.warning',
    )
    expect(whyStep(step('leaveAll'), flat(), someFacts(flat(), { risk: aRisk() }), 'landslide')?.key).toBe(
      'timeline:why.leaveAll',
    )
    expect(whyStep(step('leaveAll'), flat(), someFacts(flat(), { risk: RIVER }), 'flood')?.key).toBe(
      'timeline:why.surer',
    )
  })

  it('that was drawn forward says so', () => {
    const slow = flat({ household: { members: [], car: true, readyMinutes: 240 } })
    const told = someFacts(slow, { risk: SLOPE })
    const [leaving] = draftTimeline(slow, told, 'landslide').filter(
      ({ what }) => what.type === 'code' && what.code === 'leaveAll',
    )
    expect(leaving?.trigger).toBe('city3')
    expect(leaving && whyStep(leaving, slow, told, 'landslide')).toEqual({
      key: 'timeline:why.drawnForward',
      params: { minutes: 270 },
    })
  })
})

describe('who does what in a family of four and a dog', () => {
  const plan = aPlan()
  const steps = draftTimeline(
    plan,
    someFacts(plan, { risk: aRisk(aWater('flood', DEPTH_BANDS[3])) }),
    'flood',
  )
  const who = (code: StepCode): readonly string[] | undefined =>
    steps.find(({ what }) => what.type === 'code' && what.code === code)?.who

  it.each<[StepCode, readonly string[]]>([
    ['prepareMedicine', ['i1', 'i2']],
    ['fetchFromSchool', ['i1']],
    ['preparePets', ['i1']],
    ['comeHomeFromWork', ['i1']],
    ['callRelatives', ['i1']],
    ['prepareBaby', ['i1']],
    // One adult only: so all go together at level 3.
    ['leaveNeedsTime', []],
  ])('%s', (code, ids) => expect(who(code)).toEqual(ids))

  it('fetches the child before it leaves, and leaves with the dog ready', () => {
    const codes = steps.map(({ what }) => (what.type === 'code' ? what.code : ''))
    expect(codes.indexOf('fetchFromSchool')).toBeLessThan(codes.indexOf('leaveNeedsTime'))
    expect(codes).toContain('preparePets')
    expect(codes).not.toContain('askForHelp')
  })
})

describe('by when to leave', () => {
  const plan = aPlan()
  const facts = someFacts(plan, { risk: RIVER })

  it('is a sum that can be followed', () => {
    const by = leaveBy(plan, facts, 'flood')
    // 1 km at 0.7 m/s: 24 min by day, 30 by night; 40 told; margin 30.
    expect(by).toMatchObject({
      level: 3,
      total: 100,
      outBy: 60,
      trigger: 'city3',
      tooLate: false,
      slowest: 'i2',
    })
    expect(describeLeaveBy(by, plan)).toEqual([
      { key: 'timeline:leaveBy.level3' },
      { key: 'timeline:leaveBy.start.both', params: { hours: 1, minutes: 40 } },
      { key: 'timeline:leaveBy.out.hours', params: { hours: 1 } },
      {
        key: 'timeline:leaveBy.sum.walk',
        params: { ready: 40, margin: 30, total: 100, walk: 24, night: 30 },
      },
      { key: 'timeline:leaveBy.needs.elderly' },
      { key: 'timeline:leaveBy.needs.infant' },
      { key: 'timeline:leaveBy.slowest', params: { name: 'ばあば' } },
      { key: 'timeline:leaveBy.straight' },
    ])
  })

  it('tells what is missing in it', () => {
    const alone = aPlan({
      destinations: [],
      routes: [],
      household: { members: [], car: null, readyMinutes: null },
    })
    const told = describeLeaveBy(leaveBy(alone, someFacts(alone, { risk: SLOPE }), 'landslide'), alone)
    expect(told.map(({ key }) => key)).toEqual([
      'timeline:leaveBy.level4',
      'timeline:leaveBy.start.hours',
      'timeline:leaveBy.out.minutes',
      'timeline:leaveBy.sum.noWay',
      'timeline:leaveBy.noWay',
      'timeline:leaveBy.ready.usual',
    ])
  })

  it('of a tsunami is at once: nothing is packed, no margin', () => {
    expect(leaveBy(plan, facts, 'tsunami')).toMatchObject({
      level: 'atOnce',
      ready: { minutes: 5, from: 'tsunami' },
      margin: 0,
      total: 35,
      trigger: 'shakingStops',
    })
  })

  it('upstairs has no way', () => {
    const by = leaveBy(flat(), someFacts(flat(), { risk: RIVER }), 'flood')
    expect(by).toMatchObject({ way: { upstairs: true, minutes: 0 }, slowest: null })
    expect(describeLeaveBy(by, flat()).map(({ key }) => key)).toContain('timeline:leaveBy.sum.upstairs')
  })
})

describe('the dangers to plan for', () => {
  it('are those that the family chose', () => {
    const plan = aPlan({ hazards: ['stormSurge'] })
    expect(relevantHazards(plan, someFacts(plan, { risk: RIVER }))).toEqual([
      { hazard: 'stormSurge', standing: 'outside', why: 'chosen' },
    ])
  })

  it('else those that reach the home or are not known there, and the shaking', () => {
    const plan = aPlan({ hazards: null })
    const risk = aRisk(aWater('flood', DEPTH_BANDS[1]), without('stormSurge', 'notAssessed'))
    expect(relevantHazards(plan, someFacts(plan, { risk }))).toEqual([
      { hazard: 'flood', standing: 'reached', why: 'zone' },
      { hazard: 'stormSurge', standing: 'notKnown', why: 'notKnown' },
      { hazard: 'tsunami', standing: 'outside', why: 'shaking' },
    ])
    expect(relevantHazards(plan, someFacts(plan, { risk: null }))).toHaveLength(4)
  })
})

describe('a new draft', () => {
  const plan = aPlan()
  const facts = someFacts(plan, { risk: SLOPE })
  const current = draftTimeline(plan, facts, 'landslide').map((one, index) => ({ ...one, id: `s${index}` }))

  it('proposes what a changed family needs, one by one', () => {
    const older = aPlan({
      household: {
        ...plan.household,
        members: plan.household.members.map((one) =>
          one.id === 'i1' ? { ...one, needs: ['medicalDevice'] } : one,
        ),
      },
    })
    const changes = redraft(current, older, someFacts(older, { risk: SLOPE }), 'landslide')
    expect(
      changes
        .filter(({ type }) => type === 'add')
        .map((one) => describeStep(one.step, older, facts, 'landslide').key),
    ).toEqual(['timeline:step.askForHelp', 'timeline:step.prepareDevice'])
  })

  it('moves a leaving forward and never back, and leaves own words alone', () => {
    const late = current.map((one) =>
      one.what.type === 'code' && one.what.code === 'leaveNeedsTime'
        ? { ...one, trigger: 'city4' as const }
        : one,
    )
    expect(redraft(late, plan, facts, 'landslide')).toMatchObject([{ type: 'move', to: 'city3' }])
    const early = current.map((one) =>
      one.what.type === 'code' && one.what.code === 'leaveNeedsTime'
        ? { ...one, trigger: 'jma2' as const }
        : one,
    )
    expect(redraft(early, plan, facts, 'landslide')).toEqual([])
    const own = { id: 'o', trigger: 'jma5', what: { type: 'own', text: 'x' }, who: [], done: false } as const
    expect(redraft([...current, { ...own, who: [] }], plan, facts, 'landslide')).toEqual([])
  })

  it('takes out what no longer belongs there, last', () => {
    const undressed = current.filter(({ what }) => what.type === 'own' || what.code !== 'getDressed')
    const more = [
      { ...step('watchRiver'), trigger: 'forecast3d' as const, id: 'w', done: false },
      ...undressed,
    ]
    expect(redraft(more, plan, facts, 'landslide')).toMatchObject([
      { type: 'add', step: { what: { code: 'getDressed' } } },
      { type: 'remove', step: { id: 'w' } },
    ])
  })
})

it('a warning names its thing, or tells its number', () => {
  const fix = { where: 'thing', list: 'destinations', id: 'i11' } as const
  expect(describeWarning(warning('inZone', 'flood', fix, ['i11']), aPlan()).params).toEqual({
    name: '叔母の家',
  })
  const unnamed = aPlan({ destinations: aPlan().destinations.map((one) => ({ ...one, name: '' })) })
  expect(describeWarning(warning('inZone', 'flood', fix, ['i11']), unnamed).params).toEqual({ name: '2' })
})

it('a trigger tells who says it: the city and the agency are never one', () => {
  expect(describeTrigger('jma4', 'landslide')).toEqual({
    name: { key: 'timeline:trigger.jma4.landslide' },
    says: { key: 'timeline:says.jma' },
    time: { key: 'timeline:time.h3' },
  })
  expect(describeTrigger('city4', 'landslide').says.key).toBe('timeline:says.city')
  expect(describeTrigger('ownSigns', 'landslide').time).toBeNull()
})
