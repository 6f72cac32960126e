import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { SLACKS } from '#domain/routes/last-departure.ts'
import { NO_WAYS } from './map-view.ts'
import { networkData, networkLooks, routesData } from './way-data.ts'

const LINE: readonly LngLat[] = [
  [130.1, 33.1],
  [130.12, 33.1],
]

describe('routesData', () => {
  it('paints the told way last, with a dot where it begins', () => {
    const { features } = routesData([
      { id: 'told', line: LINE, isTold: true },
      { id: 'other', line: [...LINE].reverse(), isTold: false },
    ])
    expect(features.map(({ properties }) => properties?.['id'] ?? properties?.['part'])).toEqual([
      'other',
      'told',
      'start',
    ])
    expect(features.at(-1)?.geometry).toEqual({ type: 'Point', coordinates: [130.1, 33.1] })
  })

  it('leaves out what has no length to be drawn, and has nothing of nothing', () => {
    expect(routesData([{ id: 'a', line: LINE.slice(0, 1), isTold: true }]).features).toEqual([])
    expect(routesData(NO_WAYS.routes).features).toEqual([])
  })
})

describe('networkData', () => {
  const looksOf = (network: Parameters<typeof networkData>[0]) =>
    networkData(network).features.map(({ properties }) => String(properties?.['look']))
  const known = networkLooks('day').map(([word]) => word)

  it('gives every piece a look that the style knows, those beyond the last band the look of the last', () => {
    const bands = [0, 1, 10, 11, 99, null]
    const looks = looksOf({ kind: 'reach', pieces: bands.map((band) => ({ line: LINE, band })) })
    expect(looks).toEqual(['band0', 'band1', 'band10', 'band10', 'band10', 'nowhere'])
    const slacks = looksOf({
      kind: 'departure',
      pieces: [...SLACKS, null].map((slack) => ({ line: LINE, slack })),
    })
    expect(slacks).toEqual([...SLACKS, 'nowhere'])
    for (const look of [...looks, ...slacks]) expect(known).toContain(look)
  })

  it('has one look for each word, the more serious ones later, "no way leads on" last', () => {
    expect(new Set(known).size).toBe(known.length)
    expect(known.indexOf('band0')).toBeLessThan(known.indexOf('band10'))
    expect(known.indexOf('over30')).toBeLessThan(known.indexOf('tooLate'))
    expect(known.at(-1)).toBe('nowhere')
  })

  it('draws nothing while there is no network', () => {
    expect(looksOf(null)).toEqual([])
  })
})
