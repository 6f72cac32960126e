import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paintWater, type WaterColours } from './replay-picture.ts'
import { WATER_CLASSES } from './replay.ts'

const COLOURS: WaterColours = WATER_CLASSES.map((_, index) => [index, 10 + index, 20 + index, 200 + index])

describe('a frame of water as a picture', () => {
  it('has for each cell the colour of its class, the southern row at the bottom', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(),
        (columns, rows, roll) => {
          const classes = Uint8Array.from({ length: columns * rows }, (_, cell) => (cell * 31 + roll) % 6)
          const rgba = new Uint8ClampedArray(classes.length * 4).fill(77)
          paintWater(classes, columns, COLOURS, rgba)
          for (let row = 0; row < rows; row += 1)
            for (let column = 0; column < columns; column += 1) {
              const pixel = ((rows - 1 - row) * columns + column) * 4
              const one = classes[row * columns + column] ?? 0
              expect([...rgba.subarray(pixel, pixel + 4)]).toEqual([one, 10 + one, 20 + one, 200 + one])
            }
        },
      ),
    )
  })

  it('paints what is no class as what is not known, never as none', () => {
    const rgba = new Uint8ClampedArray(8)
    paintWater(Uint8Array.from([6, 255]), 2, COLOURS, rgba)
    expect([...rgba]).toEqual([5, 15, 25, 205, 5, 15, 25, 205])
  })

  it('writes into its own part of a larger buffer', () => {
    const whole = new Uint8ClampedArray(16)
    paintWater(Uint8Array.from([1]), 1, COLOURS, whole.subarray(4, 8))
    expect([...whole]).toEqual([0, 0, 0, 0, 1, 11, 21, 201, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('refuses sizes that do not fit', () => {
    const cells = new Uint8Array(6)
    expect(() => paintWater(cells, 4, COLOURS, new Uint8ClampedArray(24))).toThrow('columns')
    expect(() => paintWater(cells, 3, COLOURS, new Uint8ClampedArray(20))).toThrow('rgba')
    expect(() => paintWater(cells, 3, COLOURS.slice(1), new Uint8ClampedArray(24))).toThrow('colours')
  })
})
