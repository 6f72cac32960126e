import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPosition } from './read-position.ts'

describe('a typed position', () => {
  it.each([
    '33.1037,130.0989',
    ' 33.1037 , 130.0989 ',
    '33.1037 130.0989',
    '33.1037、130.0989',
    '３３．１０３７，１３０．０９８９',
    '３３．１０３７、１３０．０９８９',
    '北緯33.1037度、東経130.0989度',
    '緯度：33.1037 経度：130.0989',
    'N33.1037 E130.0989',
    'geo:33.1037,130.0989',
    '(33.1037, 130.0989)',
    '130.0989,33.1037',
  ])('is read from %s', (text) => {
    expect(readPosition(text)).toEqual([130.0989, 33.1037])
  })

  it.each([
    '33°06′13.32″N 130°05′56.04″E',
    '北緯33度6分13.32秒東経130度5分56.04秒',
    '33° 6\' 13.32" N, 130° 5\' 56.04" E',
  ])('is read in degrees, minutes and seconds from %s', (text) => {
    const [lng, lat] = readPosition(text) ?? [0, 0]
    expect(lng).toBeCloseTo(130.0989, 6)
    expect(lat).toBeCloseTo(33.1037, 6)
  })

  it.each([
    '',
    '33.1037',
    '33,130,5',
    '鹿島市',
    '849-1312',
    '納富分2643-1',
    '91,181',
    '33°61′ 130°',
    '1e1,2',
    '--3,4',
  ])('is not made up from %j', (text) => {
    expect(readPosition(text)).toBeNull()
  })

  it('survives writing it out, wherever it is in Japan', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 46, noNaN: true }),
        fc.double({ min: 122, max: 154, noNaN: true }),
        (lat, lng) => {
          const [x, y] = readPosition(`${lat.toFixed(5)},${lng.toFixed(5)}`) ?? [0, 0]
          expect(Math.abs(x - lng)).toBeLessThan(1e-5)
          expect(Math.abs(y - lat)).toBeLessThan(1e-5)
        },
      ),
    )
  })

  it('never throws and never gives anything but degrees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const at = readPosition(text)
        if (at !== null) expect(Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90).toBe(true)
      }),
    )
  })
})
