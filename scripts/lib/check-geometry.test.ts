import { describe, expect, it } from 'vitest'
import { checkGeometry } from './check-geometry.ts'

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const polygon = (...rings: unknown[]): unknown => ({ type: 'Polygon', coordinates: rings })

describe('checkGeometry', () => {
  it('keeps a good polygon as it is', () => {
    const checked = checkGeometry(polygon(square(130, 33, 0.1), square(130.02, 33.02, 0.01)), 'f')
    expect(checked).toEqual({
      polygons: [[square(130, 33, 0.1), square(130.02, 33.02, 0.01)]],
      repairs: [],
      refused: null,
    })
  })

  it.each([[null], [undefined], [polygon()], [{ type: 'MultiPolygon', coordinates: [[], []] }]])(
    'says that there is no geometry in %j',
    (geometry) => expect(checkGeometry(geometry, 'f').refused).toBe('noGeometry'),
  )

  it('closes a ring that is not closed, and tells it', () => {
    const checked = checkGeometry(polygon(square(130, 33, 0.1).slice(0, 4)), 'f')
    expect(checked.polygons).toEqual([[square(130, 33, 0.1)]])
    expect(checked.repairs).toEqual(['ringClosed'])
  })

  it.each([
    [
      'two points',
      [
        [130, 33],
        [130.1, 33],
        [130, 33],
      ],
    ],
    [
      'a line there and back',
      [
        [130, 33],
        [130.1, 33.1],
        [130.2, 33.2],
        [130, 33],
      ],
    ],
    ['nothing', []],
  ])('refuses a ring of %s', (_, ring) => {
    expect(checkGeometry(polygon(ring), 'f')).toEqual({
      polygons: [],
      repairs: [],
      refused: 'degenerateRing',
    })
  })

  it('drops a hole without area, so that the zone is rather larger', () => {
    const checked = checkGeometry(
      polygon(square(130, 33, 0.1), [
        [130, 33],
        [130.05, 33],
        [130, 33],
      ]),
      'f',
    )
    expect(checked.polygons).toEqual([[square(130, 33, 0.1)]])
    expect(checked.repairs).toEqual(['holeDropped'])
  })

  it('keeps the good part of a MultiPolygon and tells that it dropped one', () => {
    const coordinates = [
      [square(130, 33, 0.1)],
      [
        [
          [130, 33],
          [130, 33],
          [130, 33],
          [130, 33],
        ],
      ],
    ]
    const checked = checkGeometry({ type: 'MultiPolygon', coordinates }, 'f')
    expect(checked.polygons).toHaveLength(1)
    expect(checked.repairs).toEqual(['partDropped'])
  })

  it.each([
    [polygon(square(33, 130, 0.1)), 'f: coordinate [33,130] lies outside Japan'],
    [polygon(square(100, 33, 0.1)), 'f: coordinate [100,33] lies outside Japan'],
    [polygon(square(160, 33, 0.1)), 'f: coordinate [160,33] lies outside Japan'],
    [polygon(square(130, 5, 0.1)), 'f: coordinate [130,5] lies outside Japan'],
    [
      polygon([
        [130, 33],
        [null, 33],
        [130, 34],
        [130, 33],
      ]),
      'f: coordinate [null,33], expected two numbers',
    ],
    [polygon([['130', '33']]), 'f: coordinate ["130","33"], expected two numbers'],
    [polygon([130, 33]), 'f: coordinates that are no list'],
    [{ type: 'Point', coordinates: [130, 33] }, 'f: geometry "Point", expected Polygon or MultiPolygon'],
    [{ type: 'Polygon' }, 'f: the geometry has no coordinates'],
  ])('stops the build for %j', (geometry, message) => {
    expect(() => checkGeometry(geometry, 'f')).toThrow(message)
  })
})
