import { describe, expect, it } from 'vitest'
import { anArea, aSite } from '#tests/support/an-area.ts'
import type { Site } from '../shelters/site.ts'
import { rankSites, type RankedSite } from '../shelters/rank-sites.ts'
import { siteBar } from './site-bar.ts'

const ranked = (changes: Partial<Site> = {}): RankedSite => {
  const site = aSite(changes)
  const [found] = rankSites(anArea({ sites: [site] }), site.at, 'flood')
  if (found === undefined) throw new Error('no site')
  return found
}
const DRY = { at: [135.02, 30.04] as [number, number] }
const WET = { at: [135.0175, 30.0175] as [number, number] }
const designated = (flood: boolean | null) => ({ ...aSite().designated, flood })

describe('a site to be led to', () => {
  it('is designated for the hazard and stands in no zone of it', () => {
    expect(siteBar(ranked({ ...DRY, designated: designated(true) }), 'flood')).toBeNull()
    expect(siteBar(ranked({ ...DRY, designated: designated(false) }), 'flood')).toBe('notDesignated')
    expect(siteBar(ranked({ ...DRY, designated: designated(null) }), 'flood')).toBe('notSaid')
    expect(siteBar(ranked({ ...WET, designated: designated(true) }), 'flood')).toBe('inZone')
  })

  it('may stand in a zone, or be a welfare shelter, where that is asked for', () => {
    expect(siteBar(ranked({ ...WET, designated: designated(true) }), 'flood', { inZone: true })).toBeNull()
    const welfare = ranked({ ...DRY, designated: designated(true), welfare: true })
    expect(siteBar(welfare, 'flood')).toBe('welfare')
    expect(siteBar(welfare, 'flood', { welfare: true })).toBeNull()
  })

  it('is never one that is told to be closed, nor one where houses collapse', () => {
    const site = ranked({ ...DRY, designated: designated(true) })
    expect(siteBar(site, 'flood', { closed: new Set([site.site.id]), inZone: true })).toBe('closed')
    expect(siteBar({ ...site, collapse: true }, 'flood', { inZone: true })).toBe('collapse')
  })
})
