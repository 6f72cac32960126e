import { describe, expect, it } from 'vitest'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { HAZARD_KINDS, SITE_HAZARDS } from '../hazards/hazard-kind.ts'
import { goalsFor, zonesFor } from './goals.ts'

const DRY: [number, number] = [135.02, 30.04]
const WET: [number, number] = [135.0175, 30.0175]
const designated = aSite().designated

const AREA = anArea({
  sites: [
    aSite({ id: 'b-wet', at: WET }),
    aSite({ id: 'a-dry', at: DRY }),
    aSite({ id: 'c-welfare', at: DRY, welfare: true }),
    aSite({ id: 'd-not-said', at: DRY, designated: { ...designated, flood: null } }),
    aSite({ id: 'e-shelter', at: DRY, kind: 'shelter' }),
  ],
})
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

describe('goals', () => {
  it('are the designated emergency sites outside the zone, all others with a reason', () => {
    expect(goalsFor(AREA, 'flood')).toEqual({
      goals: [{ id: 'a-dry', at: DRY }],
      barred: [
        { id: 'b-wet', bar: 'inZone' },
        { id: 'c-welfare', bar: 'welfare' },
        { id: 'd-not-said', bar: 'notSaid' },
      ],
    })
  })

  it('follow the rules: closed sites, welfare shelters, sites in a zone, the other list', () => {
    const rules = { closed: new Set(['a-dry']), welfare: true, inZone: true }
    const { goals, barred } = goalsFor(AREA, 'flood', rules)
    expect(ids(goals)).toEqual(['b-wet', 'c-welfare'])
    expect(barred[0]).toEqual({ id: 'a-dry', bar: 'closed' })
    expect(ids(goalsFor(AREA, 'flood', { kind: 'shelter' }).goals)).toEqual(['e-shelter'])
  })

  it("are by the city's word alone where a hazard has no zones", () => {
    expect(ids(goalsFor(AREA, 'earthquake').goals)).toEqual(['a-dry', 'b-wet', 'd-not-said'])
    expect(goalsFor(AREA, 'fire')).toMatchObject({ goals: [], barred: [{ bar: 'notSaid' }, {}, {}, {}] })
  })

  it('are none where the list could not be read', () => {
    expect(goalsFor(anArea({ sites: null }), 'flood')).toEqual({ goals: [], barred: [] })
  })
})

describe('the zones that are regarded', () => {
  it('hold the hazard itself, once, where it has zones', () => {
    for (const hazard of SITE_HAZARDS) {
      const zones = zonesFor(hazard)
      expect(new Set(zones).size).toBe(zones.length)
      const own = HAZARD_KINDS.find((kind) => kind === hazard)
      if (own !== undefined) expect(zones).toContain(own)
    }
  })

  it('are the same for all that rain brings, and a storm surge adds its own', () => {
    expect(zonesFor('landslide')).toEqual(zonesFor('flood'))
    expect(zonesFor('inlandFlood')).toEqual(zonesFor('flood'))
    expect(zonesFor('stormSurge')).toEqual([...zonesFor('flood'), 'stormSurge'])
  })
})
