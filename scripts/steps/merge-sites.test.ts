import { describe, expect, it } from 'vitest'
import type { Site } from '#domain/shelters/site.ts'
import { NOT_SAID, type UnplacedSite } from '../sources/site-fields.ts'
import { mergeSites, type PublishedSites } from './merge-sites.ts'

const site = (id: string, more: Partial<Site> = {}): Site => ({
  id,
  kind: 'emergencySite',
  name: { ja: '公民館', kana: null, en: null },
  address: null,
  at: [130.1, 33.1],
  designated: NOT_SAID,
  alsoOther: null,
  welfare: false,
  capacity: null,
  note: null,
  source: 'gsi-sites',
  ...more,
})
const curated = (id: string, more: Partial<Site> = {}): Site =>
  site(id, {
    source: 'curated-sites',
    name: { ja: '公民館', kana: 'コウミンカン', en: 'Hall' },
    capacity: 90,
    ...more,
  })
const list = (...sites: Site[]): PublishedSites => ({ sites, unplaced: [] })
const unplaced = (id: string, more: Partial<Site> = {}): UnplacedSite => ({
  ...site(id, more),
  at: null,
  where: 'list.csv: row 2',
})

describe('mergeSites', () => {
  it('adds readings and capacity to the published record, and changes nothing else', () => {
    const mine = curated('a', { at: [130.2, 33.2], welfare: true, designated: { ...NOT_SAID, flood: true } })
    const { sites, enriched, curatedOnly } = mergeSites({ emergencySite: list(site('a')), shelter: list() }, [
      mine,
    ])
    expect(sites).toEqual([
      site('a', { name: { ja: '公民館', kana: 'コウミンカン', en: 'Hall' }, capacity: 90 }),
    ])
    expect([enriched, curatedOnly]).toEqual([1, []])
  })

  it('knows a record again by its name within 50 m, whatever its width and spaces', () => {
    // 0.0004° of latitude are 44 m, 0.0006° are 67 m.
    const near = curated('x', { name: { ja: 'ＪＡ 会館', kana: 'ア', en: null }, at: [130.1, 33.1004] })
    const far = { ...near, at: [130.1, 33.1006] as [number, number] }
    const published = {
      emergencySite: list(site('a', { name: { ja: 'JA会館', kana: null, en: null } })),
      shelter: list(),
    }
    expect(mergeSites(published, [near]).sites[0]?.name.kana).toBe('ア')
    expect(mergeSites(published, [far]).sites[0]?.name.kana).toBeNull()
  })

  it('does not mix the two kinds of sites', () => {
    const { sites, curatedOnly } = mergeSites({ emergencySite: list(site('a')), shelter: list() }, [
      curated('a', { kind: 'shelter' }),
    ])
    expect(sites).toEqual([site('a')])
    expect(curatedOnly).toHaveLength(1)
  })

  it('shows the curated list where the published one could not be had, but not where it is empty', () => {
    const mine = [curated('a'), curated('b', { kind: 'shelter' })]
    expect(mergeSites({ emergencySite: null, shelter: list() }, mine).sites.map(({ id }) => id)).toEqual([
      'a',
    ])
    expect(mergeSites({ emergencySite: null, shelter: null }, mine).sites.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ])
  })

  it('gives what is said of one shelter to one record: the welfare shelter of that name keeps its own', () => {
    const twins = list(site('w', { kind: 'shelter', welfare: true }), site('s', { kind: 'shelter' }))
    const one = curated('x', { kind: 'shelter', capacity: 300 })
    const two = curated('y', { kind: 'shelter', capacity: 20, welfare: true })
    const capacities = (mine: Site[]) =>
      mergeSites({ emergencySite: list(), shelter: twins }, mine).sites.map(({ id, capacity }) => [id, capacity]) // prettier-ignore
    expect(capacities([one])).toEqual([['s', 300], ['w', null]]) // prettier-ignore
    expect(capacities([one, two])).toEqual([['s', 300], ['w', 20]]) // prettier-ignore
    expect(capacities([two, one])).toEqual([['s', 300], ['w', 20]]) // prettier-ignore
  })

  it('takes an id for nothing where name and place both differ', () => {
    const other = curated('a', { name: { ja: '別の館', kana: 'ベツ', en: null }, at: [130.2, 33.2] })
    const { sites, curatedOnly } = mergeSites({ emergencySite: list(site('a')), shelter: list() }, [other])
    expect([sites, curatedOnly]).toEqual([[site('a')], [other]])
  })

  it('takes a position from the curated list where the published one has none, and loses nobody', () => {
    const published = { emergencySite: { sites: [], unplaced: [unplaced('a'), unplaced('b', { name: { ja: '別館', kana: null, en: null } })] }, shelter: list() } // prettier-ignore
    const merged = mergeSites(published, [curated('c', { at: [130.3, 33.3] })])
    expect(merged.sites.map(({ id, at }) => [id, at])).toEqual([['a', [130.3, 33.3]]])
    expect(merged.sites[0]).not.toHaveProperty('where')
    expect(merged.unplaced.map(({ id }) => id)).toEqual(['b'])
    const alone = mergeSites({ emergencySite: null, shelter: null }, [], [unplaced('z')])
    expect(alone.unplaced.map(({ id }) => id)).toEqual(['z'])
  })

  it('shows the published flags where the two lists contradict each other, and tells of it', () => {
    const flags = { ...NOT_SAID, flood: true, tsunami: false }
    const mine = curated('a', { designated: { ...NOT_SAID, flood: false, tsunami: false, fire: true } })
    const published = { emergencySite: list(site('a', { designated: flags })), shelter: list() }
    const merged = mergeSites(published, [mine])
    expect(merged.sites[0]?.designated).toEqual(flags)
    expect(merged.flagsDiffer).toEqual([{ id: 'a', name: '公民館', hazards: ['flood'] }])
  })
})
