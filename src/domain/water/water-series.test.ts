import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthSteps, encodeWaterSeries, speedSteps } from '#scripts/lib/encode-water-series.ts'
import { arrivalAt, waterAt } from './water-at.ts'
import { readWaterSeries, type WaterSeries } from './water-series.ts'

const plane = (size: number): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 255 })), {
      minLength: size,
      maxLength: size,
    })
    .map((values) => Uint8Array.from(values))

const aSeries: fc.Arbitrary<WaterSeries> = fc
  .record({
    columns: fc.integer({ min: 1, max: 12 }),
    rows: fc.integer({ min: 1, max: 9 }),
    minutes: fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 6 }),
  })
  .chain(({ columns, rows, minutes }) => {
    const size = columns * rows
    const states = fc.array(plane(size), { minLength: minutes.length, maxLength: minutes.length })
    return fc.record({
      west: fc.double({ min: 120, max: 150, noNaN: true }),
      south: fc.double({ min: 20, max: 45, noNaN: true }),
      cellLng: fc.double({ min: 0.0001, max: 0.01, noNaN: true }),
      cellLat: fc.double({ min: 0.0001, max: 0.01, noNaN: true }),
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      minutes: fc.constant([...minutes].sort((a, b) => a - b)),
      unknown: plane(size).map((values) => values.map((value) => value % 2)),
      depths: states,
      speeds: states,
    })
  })

const read = (bytes: Uint8Array): WaterSeries => {
  const result = readWaterSeries(bytes)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('a water series in its file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(aSeries, (series) => {
        expect(read(encodeWaterSeries(series))).toEqual(series)
      }),
    )
  })

  it('is refused when it is cut, at any place', () => {
    fc.assert(
      fc.property(aSeries, fc.nat(), (series, seed) => {
        const bytes = encodeWaterSeries(series)
        const result = readWaterSeries(bytes.subarray(0, seed % bytes.length))
        expect(result.ok).toBe(false)
      }),
    )
  })

  it('is refused when a bit is flipped, at any place', () => {
    fc.assert(
      fc.property(aSeries, fc.nat(), fc.integer({ min: 0, max: 7 }), (series, seed, bit) => {
        const bytes = encodeWaterSeries(series)
        const at = seed % bytes.length
        bytes[at] = (bytes[at] as number) ^ (1 << bit)
        expect(readWaterSeries(bytes).ok).toBe(false)
      }),
    )
  })

  it('survives any bytes, also with a right checksum', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), aSeries, (noise, series) => {
        expect(readWaterSeries(noise).ok).toBe(false)
        // The reader behind the checksum: a good head, and a body of noise.
        const bytes = encodeWaterSeries(series)
        const body = Uint8Array.from([...bytes.subarray(10, 48), ...noise])
        expect(() => readWaterSeries(withChecksum(body))).not.toThrow()
      }),
    )
  })

  it('says what is wrong', () => {
    const reason = (bytes: Uint8Array) => {
      const result = readWaterSeries(bytes)
      return result.ok ? null : result.reason
    }
    const good = encodeWaterSeries(fc.sample(aSeries, 1)[0] as WaterSeries)
    expect(reason(good)).toBeNull()
    expect(reason(new Uint8Array(9))).toBe('truncated')
    expect(reason(Uint8Array.from([1, ...good.subarray(1)]))).toBe('badMagic')
    expect(reason(Uint8Array.from([...good.subarray(0, 4), 2, 0, ...good.subarray(6)]))).toBe(
      'unsupportedVersion',
    )
    expect(reason(Uint8Array.from([...good, 0]))).toBe('damaged')
  })
})

/** CRC-32 bit by bit: another way than the table of the reader. */
function withChecksum(body: Uint8Array): Uint8Array {
  let crc = 0xffffffff
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  const head = new DataView(new ArrayBuffer(10))
  head.setUint32(0, 0x3157484d, true)
  head.setUint16(4, 1, true)
  head.setUint32(6, ~crc >>> 0, true)
  return Uint8Array.from([...new Uint8Array(head.buffer), ...body])
}

describe('stored numbers', () => {
  it('are rounded up, and a film of water is not nothing', () => {
    expect([0, 0.001, 0.1, 0.3, 0.7, 0.31, 25.5].map(depthSteps)).toEqual([0, 1, 1, 3, 7, 4, 255])
    expect([-0.1, 25.6, NaN].map(depthSteps)).toEqual([null, null, null])
    expect(speedSteps(1.21)).toBe(13)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 25.5, noNaN: true }), (metres) => {
        const stored = (depthSteps(metres) as number) * 0.1
        expect(stored).toBeGreaterThanOrEqual(metres - 1e-6)
        expect(stored).toBeLessThan(metres + 0.1 + 1e-6)
      }),
    )
  })
})

/** Three cells in a row, the last unknown: dry, then 1 m, then 0.4 m in the first; a metre at once in the second. */
const three: WaterSeries = {
  west: 130,
  south: 33,
  cellLng: 0.001,
  cellLat: 0.001,
  columns: 3,
  rows: 1,
  minutes: [0, 10, 30],
  unknown: Uint8Array.from([0, 0, 1]),
  depths: [Uint8Array.from([0, 10, 0]), Uint8Array.from([10, 10, 0]), Uint8Array.from([4, 10, 0])],
  speeds: [Uint8Array.from([0, 0, 0]), Uint8Array.from([20, 0, 0]), Uint8Array.from([0, 0, 0])],
}
const first = [130.0005, 33.0005] as const

describe('waterAt', () => {
  it('goes from state to state in proportion to the time', () => {
    expect(waterAt(three, first, 0)).toEqual({ depth: 0, speed: 0 })
    expect(waterAt(three, first, 5)?.depth).toBeCloseTo(0.5)
    expect(waterAt(three, first, 10)).toEqual({ depth: 1, speed: 2 })
    expect(waterAt(three, first, 20)?.depth).toBeCloseTo(0.7)
    expect(waterAt(three, first, 30)?.depth).toBeCloseTo(0.4)
  })

  it('knows nothing outside its grid, its time and its cells: never “no water”', () => {
    expect(waterAt(three, [129.9999, 33.0005], 5)).toBeNull()
    expect(waterAt(three, [130.0005, 33.0011], 5)).toBeNull()
    expect(waterAt(three, [130.0031, 33.0005], 5)).toBeNull()
    expect(waterAt(three, [130.0025, 33.0005], 5)).toBeNull()
    expect(waterAt(three, [NaN, 33.0005], 5)).toBeNull()
    for (const minutes of [-1, 30.01, NaN]) expect(waterAt(three, first, minutes)).toBeNull()
  })
})

describe('arrivalAt', () => {
  it('is the first time at which the depth stands there', () => {
    expect(arrivalAt(three, first, 0.5)).toEqual({ arrives: true, minutes: 5 })
    expect(arrivalAt(three, first, 1)).toEqual({ arrives: true, minutes: 10 })
    expect(arrivalAt(three, first, 1.1)).toEqual({ arrives: false, why: 'notInThisSeries' })
    expect(arrivalAt(three, [130.0015, 33.0005], 0.3)).toEqual({ arrives: true, minutes: 0 })
    expect(arrivalAt(three, [130.0025, 33.0005], 0.3)).toEqual({ arrives: false, why: 'unknownHere' })
  })

  it('agrees with waterAt: before it the water is shallower, then it is as deep', () => {
    fc.assert(
      fc.property(aSeries, fc.nat(), fc.integer({ min: 1, max: 200 }), (series, seed, deep) => {
        const cell = seed % series.unknown.length
        const at = [
          series.west + ((cell % series.columns) + 0.5) * series.cellLng,
          series.south + (Math.floor(cell / series.columns) + 0.5) * series.cellLat,
        ] as const
        const depth = deep / 10
        const arrival = arrivalAt(series, at, depth)
        if (!arrival.arrives) {
          for (const minute of series.minutes) {
            const water = waterAt(series, at, minute)
            if (arrival.why === 'unknownHere') expect(water).toBeNull()
            else expect(water?.depth).toBeLessThan(depth)
          }
          return
        }
        expect(waterAt(series, at, arrival.minutes)?.depth).toBeGreaterThan(depth - 1e-6)
        for (const minute of series.minutes.filter((each) => each < arrival.minutes))
          expect(waterAt(series, at, minute)?.depth).toBeLessThan(depth)
      }),
    )
  })
})
