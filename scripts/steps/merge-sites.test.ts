import { describe, expect, it } from 'vitest'
import type { Site } from '#domain/shelters/site.ts'
import { NOT_SAID } from '../sources/site-fields.ts'
import { mergeSites } from './merge-sites.ts'

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

describe('mergeSites', () => {
  it('adds readings and capacity to the published record, and changes nothing else', () => {
    const mine = curated('a', { at: [130.2, 33.2], welfare: true, designated: { ...NOT_SAID, flood: true } })
    const { sites, enriched, curatedOnly } = mergeSites({ emergencySite: [site('a')], shelter: [] }, [mine])
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
      emergencySite: [site('a', { name: { ja: 'JA会館', kana: null, en: null } })],
      shelter: [],
    }
    expect(mergeSites(published, [near]).sites[0]?.name.kana).toBe('ア')
    expect(mergeSites(published, [far]).sites[0]?.name.kana).toBeNull()
  })

  it('does not mix the two kinds of sites', () => {
    const { sites, curatedOnly } = mergeSites({ emergencySite: [site('a')], shelter: [] }, [
      curated('a', { kind: 'shelter' }),
    ])
    expect(sites).toEqual([site('a')])
    expect(curatedOnly).toHaveLength(1)
  })

  it('shows the curated list where the published one could not be had, but not where it is empty', () => {
    const mine = [curated('a'), curated('b', { kind: 'shelter' })]
    expect(mergeSites({ emergencySite: null, shelter: [] }, mine).sites.map(({ id }) => id)).toEqual(['a'])
    expect(mergeSites({ emergencySite: null, shelter: null }, mine).sites.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ])
  })
})
