import { describe, expect, it } from 'vitest'
import { aManifest, aPackLayer } from '#tests/support/an-area.ts'
import { closingZones, comesAsWater, seriesFor } from './coming-water.ts'

const series = (id: string, kind: 'flood' | 'pond' | 'stormSurge') => ({
  id,
  kind,
  scenario: 'max' as const,
  river: null,
  name: { ja: id },
  breach: null,
  file: `${id}.bin.packed`,
  source: 'a31a',
})
const area = {
  manifest: aManifest({
    layers: [
      aPackLayer(),
      aPackLayer({ id: 'collapse', kind: 'houseCollapse', measure: 'zone', draws: 'houseCollapse-flow' }),
      aPackLayer({ id: 'slopes', kind: 'landslide', measure: 'zone', draws: 'landslide-slide' }),
      aPackLayer({
        id: 'drains',
        kind: 'inlandFlood',
        draws: 'inlandFlood-max',
        state: 'missing',
        file: null,
      }),
    ],
    series: [series('river', 'flood'), series('dam', 'pond'), series('sea', 'stormSurge')],
  }),
}

describe('when water comes', () => {
  it('the zones of which there are data close, and the hazard itself; slopes do not', () => {
    expect(closingZones(area, 'flood')).toEqual(['flood', 'houseCollapse'])
    expect(closingZones(area, 'inlandFlood')).toEqual(['flood', 'houseCollapse', 'inlandFlood'])
    expect(closingZones(area, 'tsunami')).toEqual(['tsunami'])
  })

  it('a computed flood belongs to its hazard, a pond that breaks to floods', () => {
    expect(seriesFor(area, 'flood').map(({ id }) => id)).toEqual(['river', 'dam'])
    expect(seriesFor(area, 'stormSurge').map(({ id }) => id)).toEqual(['sea'])
    expect(seriesFor(area, 'earthquake')).toEqual([])
  })

  it('it is assumed of water only', () => {
    expect((['flood', 'tsunami', 'landslide', 'fire'] as const).map(comesAsWater)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
