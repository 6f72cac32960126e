import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitNumbers, OWN_SHARE } from './fit-numbers.ts'

const SIDE = 12
const room = () => ({ width: 6, height: 3 })
const gridOf = (rows: readonly string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  cells: [...rows.join('')].map(Number),
})

describe('fitNumbers', () => {
  it('writes a number in the middle of a zone that has room, and none into a piece that has not', () => {
    const rows = Array.from({ length: 12 }, (_, y) => (y < 2 ? '222222222222' : '111111111111'))
    expect(fitNumbers(gridOf(rows), [{ x: 6, y: 6 }], SIDE, room)).toEqual([{ x: 6, y: 6, cell: 1 }])
  })

  it('writes nothing where there is no zone, and nothing over the edge of the screen', () => {
    expect(fitNumbers(gridOf(Array(12).fill('0'.repeat(12))), [{ x: 6, y: 6 }], SIDE, room)).toEqual([])
    expect(fitNumbers(gridOf(['111', '111', '111']), [{ x: 1, y: 1 }], SIDE, room)).toEqual([])
  })

  it('writes each class once in a block', () => {
    const rows = Array(12).fill('111111222222')
    const spots = fitNumbers(gridOf(rows), [{ x: 6, y: 6 }], SIDE, room)
    expect(spots.map(({ cell }) => cell).toSorted((a, b) => a - b)).toEqual([1, 2])
  })

  it('never takes room of which more than a speck belongs to another class', () => {
    const line = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 24, maxLength: 24 }),
        fc.nat(23),
        fc.nat(23),
        (picture, x, y) => {
          // Each cell doubled three times over, so that zones are large enough to have room.
          const rows = picture.map((_, row) =>
            picture.map((__, column) => picture[row >> 3]?.[column >> 3] ?? 0).join(''),
          )
          const grid = gridOf(rows)
          for (const spot of fitNumbers(grid, [{ x, y }], SIDE, room)) {
            const around = [-1, 0, 1].flatMap((down) =>
              [-3, -2, -1, 0, 1, 2].map((across) => Number(rows[spot.y + down]?.[spot.x + across] ?? 9)),
            )
            const own = around.filter((cell) => cell === spot.cell).length
            expect(own / 18).toBeGreaterThanOrEqual(OWN_SHARE)
          }
        },
      ),
    )
  })
})
