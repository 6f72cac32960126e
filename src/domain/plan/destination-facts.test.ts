import { describe, expect, it } from 'vitest'
import { aLayer, aManifest, anArea, aPackLayer, aSite, box } from '#tests/support/an-area.ts'
import type { Area } from '../packs/area.ts'
import { LANDSLIDE_CLASSES } from '../hazards/landslide.ts'
import { aClosure, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { newPlan } from './new-plan.ts'
import { planFactsOf } from './plan-facts-of.ts'
import { describeDestination, describeExposure, describeWay } from './describe-facts.ts'
import type { Destination, Plan, PlanPlace } from './plan.ts'
import type { StreetAsked, Streets } from './streets.ts'

const place = (change: Partial<PlanPlace> = {}): PlanPlace => ({
  id: 'i1',
  kind: 'home',
  name: '',
  at: [135.025, 30.025],
  building: { storeys: 2, floor: 2, structure: 'wood', stockHours: 200 },
  members: [],
  note: '',
  ...change,
})
const goal = (change: Partial<Destination> = {}): Destination => ({
  id: 'i2',
  kind: 'relative',
  site: null,
  name: '',
  at: [135.035, 30.035],
  hazards: [],
  by: 'walk',
  minutes: null,
  phone: '',
  note: '',
  ...change,
})
const plan = (destinations: readonly Destination[], change: Partial<Plan> = {}): Plan => ({
  ...newPlan('a'.repeat(16), 'home', '99201', 0),
  places: [place()],
  destinations: [...destinations],
  ...change,
})
const forFlood = (area: Area | null, one: Destination, change: Partial<Plan> = {}) => {
  const [facts] = planFactsOf(area, plan([one], change)).destinations
  const flood = facts?.for.find(({ hazard }) => hazard === 'flood')
  if (facts === undefined || flood === undefined) throw new Error('no facts')
  return { ...flood, way: facts.way }
}
/** The town with a red landslide zone in its north. */
const withSlope = (): Area => {
  const red = Number(
    Object.entries(LANDSLIDE_CLASSES).find(([, one]) => one.zone === 'special' && !one.planned)?.[0],
  )
  const slope = aPackLayer({
    id: 'slope',
    kind: 'landslide',
    draws: 'landslide-steepSlope',
    measure: 'zone',
    file: 'slope.packed',
    classes: [
      { rank: red, means: { type: 'landslide', phenomenon: 'steepSlope', zone: 'special', planned: false, specialUnsurveyed: false } }, // prettier-ignore
    ],
  })
  const town = anArea()
  return anArea({
    manifest: aManifest({ layers: [aPackLayer(), slope] }),
    ranks: new Map([
      ...town.ranks,
      ['slope.packed', aLayer([{ rank: red, polygon: box([135.03, 30.04, 135.04, 30.05]) }])],
    ]),
  })
}

describe('a place to go to', () => {
  it('is told with the zone that reaches it, or with what is not known', () => {
    expect(forFlood(anArea(), goal())).toMatchObject({
      zone: 'noZonePublished',
      worst: null,
      designated: null,
    })
    expect(forFlood(anArea(), goal({ at: [135.018, 30.018] }))).toMatchObject({
      zone: 'inZone',
      worst: { kind: 'flood', rank: 3 },
    })
    expect(forFlood(anArea(), goal({ at: [136, 31] })).zone).toBe('elsewhere')
    expect(forFlood(anArea(), goal({ at: null })).zone).toBe('noPlace')
    expect(forFlood(anArea({ ranks: new Map() }), goal()).zone).toBe('notKnown')
    expect(forFlood(null, goal()).zone).toBe('notKnown')
  })

  it('is looked at for each danger on its own', () => {
    const facts = planFactsOf(withSlope(), plan([goal({ at: [135.035, 30.045], hazards: ['flood'] })]))
    const zones = facts.destinations[0]?.for.map(({ hazard, zone, meant }) => [hazard, zone, meant])
    expect(zones).toEqual([
      ['flood', 'noZonePublished', true],
      ['landslide', 'inZone', false],
      ['stormSurge', 'notKnown', false],
      ['tsunami', 'notKnown', false],
    ])
  })

  it('that is a site stands at the place of the list and bears the word of the city', () => {
    const site = goal({ kind: 'site', site: 'E1', at: null })
    expect(forFlood(anArea(), site)).toMatchObject({ designated: 'yes', zone: 'inZone' })
    const [facts] = planFactsOf(anArea(), plan([site])).destinations
    expect(facts?.for.map(({ designated }) => designated)).toEqual(['yes', 'notTold', 'no', 'no'])
    expect(forFlood(anArea({ sites: [] }), site).designated).toBe('gone')
    expect(forFlood(anArea({ sites: null }), site).designated).toBe('notTold')
    expect(forFlood(anArea({ sites: [aSite({ id: 'E2' })] }), site).designated).toBe('gone')
  })

  it('that is upstairs is decided by the building, for each danger', () => {
    const upstairs = goal({ kind: 'upstairs', at: null })
    const low = forFlood(anArea(), upstairs)
    expect(low).toMatchObject({ zone: 'upstairs', stay: 'notKnown', way: { minutes: 0 } })
    const bungalow = place({ building: { storeys: 1, floor: 1, structure: 'wood', stockHours: 200 } })
    expect(forFlood(anArea(), upstairs, { places: [bungalow] }).stay).toBe('leave')
    expect(forFlood(anArea(), upstairs, { places: [place({ building: null })] }).stay).toBeNull()
    expect(forFlood(anArea(), upstairs, { places: [] }).stay).toBeNull()
  })
})

describe('the way to it', () => {
  it('takes the minutes that were told, else the drawn route, else the straight line with a detour', () => {
    expect(forFlood(anArea(), goal({ minutes: 12 })).way).toEqual({ from: 'told', metres: null, minutes: 12, nightMinutes: 15 }) // prettier-ignore
    expect(forFlood(anArea(), goal({ minutes: 25, by: 'car' })).way).toMatchObject({
      minutes: 25,
      nightMinutes: 25,
    })
    const straight = forFlood(anArea(), goal()).way
    expect(straight?.from).toBe('straight')
    expect(straight?.metres).toBeCloseTo(1469.8 * Math.SQRT2, -1)
    const route = { id: 'i9', name: '', line: [[135.025, 30.025], [135.025, 30.035], [135.035, 30.035]] as [number, number][], destination: 'i2', note: '', by: '', addedAt: 0 } // prettier-ignore
    const along = forFlood(anArea(), goal(), { routes: [route] }).way
    expect(along?.from).toBe('route')
    expect(along?.metres).toBeCloseTo(2077, -1)
    expect(forFlood(anArea(), goal({ at: null })).way).toBeNull()
    expect(forFlood(anArea(), goal(), { places: [] }).way).toBeNull()
  })

  describe('along real streets', () => {
    const asked: StreetAsked[] = []
    const streets: Streets = (one) => {
      asked.push(one)
      return { metres: 1800, seconds: 2410, isBarred: false }
    }
    const wayOf = (change: Partial<Destination>, of: Partial<Plan> = {}, known: Streets = streets) => {
      const [facts] = planFactsOf(anArea(), plan([goal(change)], of), { streets: known }).destinations
      return facts
    }

    it('stands before the straight line, and after what was told or drawn', () => {
      expect(wayOf({})?.way).toEqual({ from: 'street', metres: 1800, minutes: 41, nightMinutes: 51 })
      expect(wayOf({ minutes: 12 })?.way?.from).toBe('told')
      const route = { id: 'i9', name: '', line: [[135.025, 30.025], [135.035, 30.035]] as [number, number][], destination: 'i2', note: '', by: '', addedAt: 0 } // prettier-ignore
      expect(wayOf({}, { routes: [route] })?.way?.from).toBe('route')
      expect(wayOf({}, {}, () => null)?.way?.from).toBe('straight')
      const words = describeWay(
        wayOf({})?.way ?? { from: 'told', metres: null, minutes: 0, nightMinutes: 0 },
        'walk',
      )
      expect(words.map(({ key }) => key)).toEqual(['way:length.street', 'way:time.walk'])
      expect(describeWay({ from: 'told', metres: null, minutes: 12, nightMinutes: 15 }, 'walk').map(({ key }) => key)).toEqual(['way:toldMinutes', 'way:time.walk']) // prettier-ignore
    })

    it('is asked from home for the dangers that are meant, and only by those who walk', () => {
      asked.length = 0
      expect(wayOf({ by: 'car' })?.way?.from).toBe('straight')
      expect(wayOf({ kind: 'upstairs' })?.way?.minutes).toBe(0)
      expect(wayOf({}, { places: [] })?.way).toBeNull()
      expect(asked).toEqual([])
      wayOf({ hazards: ['tsunami', 'flood'] })
      wayOf({})
      expect(asked).toMatchObject([
        { from: [135.025, 30.025], to: [135.035, 30.035], hazards: ['flood', 'tsunami'] },
        { hazards: ['flood', 'landslide', 'stormSurge', 'tsunami'] },
      ])
    })

    it('is walked as the slowest walks', () => {
      const walker = (...members: Plan['household']['members']) => {
        asked.length = 0
        wayOf({}, { household: { members, car: null, readyMinutes: null } })
        return [asked[0]?.profile, asked[0]?.measured]
      }
      const one = {
        id: 'i5',
        name: '',
        kind: 'adult',
        needs: [],
        speed: null,
      } as Plan['household']['members'][number]
      expect(walker()).toEqual(['adult', null])
      expect(walker(one)).toEqual(['adult', null])
      expect(walker(one, { ...one, kind: 'child' })).toEqual(['stroller', null])
      expect(walker(one, { ...one, needs: ['pregnant'] })).toEqual(['older', null])
      expect(walker({ ...one, needs: ['elderly'] }, { ...one, needs: ['disability'] })).toEqual([
        'impaired',
        null,
      ])
      expect(walker(one, { ...one, needs: ['disability'], speed: 0.6 })).toEqual(['adult', 0.6])
    })

    it('that closures bar is told so, whatever its minutes are from', () => {
      const barred: Streets = () => ({ metres: 100, seconds: 100, isBarred: true })
      expect(wayOf({}, {}, barred)).toMatchObject({ isBarred: true, way: { from: 'street', metres: 100 } })
      expect(wayOf({ minutes: 12 }, {}, barred)).toMatchObject({ isBarred: true, way: { from: 'told' } })
      expect(wayOf({ by: 'car' }, {}, barred)?.isBarred).toBe(false)
      const way = { from: 'told', metres: null, minutes: 12, nightMinutes: 15 } as const
      expect(describeWay(way, 'walk', true).at(-1)?.key).toBe('way:barred')
    })
  })

  it('is walked at the pace of the slowest', () => {
    const members = [
      { id: 'i5', name: '', kind: 'adult' as const, needs: ['disability' as const], speed: null },
    ]
    const alone = forFlood(anArea(), goal()).way?.minutes ?? NaN
    const slow = forFlood(anArea(), goal(), { household: { members, car: null, readyMinutes: null } }).way
    expect(slow?.minutes).toBeGreaterThanOrEqual(alone * 2 - 1)
  })
})

describe('a drawn route', () => {
  const route = { id: 'i9', name: '', line: [[135.025, 30.025], [135.035, 30.035]] as [number, number][], destination: null, note: '', by: '', addedAt: 0 } // prettier-ignore
  const on = aClosure({ shape: { kind: 'point', at: [135.03, 30.03] } })
  const off = aClosure({ id: 'off', shape: { kind: 'point', at: [135.03, 30.031] } })
  const closuresOf = (at: number | null) => {
    const closures = at === null ? null : { closures: [off, on], at }
    return planFactsOf(anArea(), plan([], { routes: [route] }), { closures }).routes[0]?.closures
  }
  it('bears the closures in force that lie on it; none where nothing is known', () => {
    expect(closuresOf(FEED_ISSUED)).toEqual(['2026-0012'])
    expect(closuresOf(on.start - 1)).toEqual([])
    expect(closuresOf(null)).toEqual([])
  })
})

describe('the dangers at home', () => {
  it('are those whose zone reaches it; those that nobody knows stand apart', () => {
    expect(planFactsOf(anArea(), plan([]))).toMatchObject({ reached: ['flood'], unknown: ['landslide', 'stormSurge', 'tsunami'] }) // prettier-ignore
    const away = plan([], { places: [place({ at: [136, 31] })] })
    expect(planFactsOf(anArea(), away)).toMatchObject({ reached: [], unknown: ['flood', 'landslide', 'stormSurge', 'tsunami'] }) // prettier-ignore
    expect(planFactsOf(null, plan([])).unknown).toHaveLength(4)
    expect(planFactsOf(anArea(), plan([], { places: [] }))).toMatchObject({
      home: null,
      reached: [],
      unknown: [],
    })
  })
})

describe('the words for it', () => {
  it('put the word of the city beside the zone', () => {
    const site = goal({ kind: 'site', site: 'E1', at: null })
    expect(describeDestination(forFlood(anArea(), site)).map(({ key }) => key)).toEqual([
      'sites:designation.yes.flood',
      'way:zone.between',
    ])
    expect(describeDestination(forFlood(anArea({ sites: [] }), site))[0]?.key).toBe('way:gone')
    expect(describeDestination(forFlood(anArea(), goal({ at: [136, 31] }))).map(({ key }) => key)).toEqual(['way:zone.elsewhere']) // prettier-ignore
    expect(describeDestination(forFlood(anArea(), goal({ kind: 'upstairs' })))[0]?.key).toBe(
      'way:upstairs.notKnown',
    )
  })

  it('tell a route by what it leads through, and never without the closures that are not known', () => {
    const routes = [{ id: 'i9', name: '', line: [[135.025, 30.025], [135.035, 30.035]] as [number, number][], destination: null, note: '', by: '', addedAt: 0 }] // prettier-ignore
    const [facts] = planFactsOf(anArea(), plan([], { routes })).routes
    if (facts?.exposure == null) throw new Error('no exposure')
    const report = describeExposure(facts.exposure)
    expect(report.headline.key).toBe('way:headline.impassable')
    expect(report.lines[0]).toMatchObject({ tone: 'hazard', look: { layer: 'flood-max', rank: 2 }, text: { key: 'way:through.flood.between' } }) // prettier-ignore
    expect(report.notes.map(({ key }) => key)).toEqual(['way:note.unknown', 'way:note.closures'])
    expect(describeWay(facts.way, 'walk').map(({ key }) => key)).toEqual([
      'way:length.route',
      'way:time.walk',
    ])
  })
})
