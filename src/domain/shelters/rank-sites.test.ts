import { describe, expect, it } from 'vitest'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { metresBetween, rankSites } from './rank-sites.ts'

const HOME = [135.02, 30.04] as const
const near = aSite({ id: 'near', at: [135.021, 30.04], designated: { ...aSite().designated, flood: false } })
const unknown = aSite({
  id: 'unknown',
  at: [135.022, 30.04],
  designated: { ...aSite().designated, flood: null },
})
const far = aSite({ id: 'far', at: [135.0175, 30.0175] })

describe('sites for a hazard', () => {
  const area = anArea({ sites: [near, unknown, far] })

  it('puts designated ones first, then those not said, then those not to be used, however near', () => {
    expect(rankSites(area, HOME, 'flood').map(({ site }) => site.id)).toEqual(['far', 'unknown', 'near'])
  })

  it('puts the nearest first where designation is equal', () => {
    expect(rankSites(area, HOME, 'earthquake').map(({ site }) => site.id)).toEqual(['near', 'unknown', 'far'])
  })

  it('tells the zone at the site beside its designation', () => {
    const [first] = rankSites(area, HOME, 'flood')
    expect(first?.site.designated.flood).toBe(true)
    expect(first?.zone).toMatchObject({ answer: 'hazard', rank: 3 })
  })

  it('has no zone for a hazard without published zones, and says when a hazard has no data', () => {
    expect(rankSites(area, HOME, 'earthquake')[0]?.zone).toBeNull()
    expect(rankSites(area, HOME, 'tsunami')[0]?.zone).toMatchObject({ answer: 'dataUnavailable' })
  })

  it('keeps two records of one name apart and can be limited to a number and a kind', () => {
    const twins = [aSite({ id: 'a' }), aSite({ id: 'b', kind: 'shelter', welfare: true })]
    expect(rankSites(anArea({ sites: twins }), HOME, 'flood')).toHaveLength(2)
    expect(rankSites(anArea({ sites: twins }), HOME, 'flood', { kind: 'shelter' })).toHaveLength(1)
    expect(rankSites(area, HOME, 'flood', { limit: 1 })).toHaveLength(1)
  })

  it('measures metres on the ground', () => {
    // One minute of latitude is one nautical mile (1,852 m) by the mile's old definition.
    expect(metresBetween([130, 33], [130, 33 + 1 / 60])).toBeCloseTo(1852, -1)
  })
})
