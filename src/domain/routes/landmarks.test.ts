import { describe, expect, it } from 'vitest'
import type { Area } from '../packs/area.ts'
import { aFeature } from '#tests/support/a-feature.ts'
import { aSite } from '#tests/support/an-area.ts'
import { landmarkAt } from './landmarks.ts'

const HERE = [135.02, 30.02] as const
/** Degrees of latitude for metres. */
const north = (metres: number): [number, number] => [HERE[0], HERE[1] + metres / 111_195]

const school = { ja: '見本小学校', kana: 'みほんしょうがっこう', en: null }
const station = (metres: number, kind: 'station' | 'district' = 'station') => ({
  name: '見本駅',
  kana: 'みほんえき',
  romaji: null,
  kind,
  at: north(metres),
})
const an = (changes: Partial<Area>): Pick<Area, 'sites' | 'places' | 'features'> => ({
  sites: [],
  places: [],
  features: [],
  ...changes,
})

describe('a landmark at a turn', () => {
  it('is the nearest thing with a name', () => {
    const area = an({ sites: [aSite({ name: school, at: north(30) })], places: [station(20)] })
    expect(landmarkAt(area, HERE)).toMatchObject({
      name: { ja: '見本駅', kana: 'みほんえき', romaji: 'Mihon Eki' },
    })
    expect(landmarkAt(area, HERE)?.metres).toBeCloseTo(20, 0)
  })

  it('lies within the reach and not beyond it', () => {
    expect(landmarkAt(an({ places: [station(39)] }), HERE)).not.toBeNull()
    expect(landmarkAt(an({ places: [station(41)] }), HERE)).toBeNull()
  })

  it('is no district, no past flood and nothing without a name', () => {
    const flood = aFeature({ kind: 'pastFlood', at: north(5) })
    const nameless = aFeature({ kind: 'aed', name: null, note: 'AED', at: north(5) })
    const area = an({ places: [station(1, 'district')], features: [flood, nameless] })
    expect(landmarkAt(area, HERE)).toBeNull()
    const aed = aFeature({ kind: 'aed', name: school, at: north(5) })
    expect(landmarkAt(an({ features: [aed] }), HERE)?.name.ja).toBe('見本小学校')
  })

  it('is a site before a place at the same spot, and is not said again', () => {
    const area = an({ sites: [aSite({ name: school, at: north(10) })], places: [station(10)] })
    expect(landmarkAt(area, HERE)?.name.ja).toBe('見本小学校')
    expect(landmarkAt(area, HERE, ['見本小学校'])?.name.ja).toBe('見本駅')
  })

  it('is looked for where a list could not be read', () => {
    expect(landmarkAt(an({ sites: null, features: null, places: [station(10)] }), HERE)).not.toBeNull()
  })
})
