import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPng, chunk, type PngPlan } from '#tests/support/a-png.ts'
import { decodePng, parsePng, type Colour } from './png.ts'

function decode(bytes: Uint8Array): readonly (Colour | null)[] | string {
  const parts = parsePng(bytes)
  if (!parts.ok) return parts.reason
  let raw: Uint8Array
  try {
    raw = inflateSync(parts.value.packed)
  } catch {
    return 'damaged'
  }
  const picture = decodePng(parts.value, raw)
  if (!picture.ok) return picture.reason
  const { width, height, colourAt } = picture.value
  return Array.from({ length: width * height }, (_, pixel) => colourAt(pixel))
}

const PER_PIXEL = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const

/** What the specification says that the samples of a plan look like: the oracle. */
function expected(plan: PngPlan): readonly Colour[] {
  const count = PER_PIXEL[plan.colour]
  const top = 2 ** plan.depth - 1
  return Array.from({ length: plan.width * plan.height }, (_, pixel): Colour => {
    const own = plan.samples.slice(pixel * count, (pixel + 1) * count)
    const [a = 0, b = 0, c = 0, d = 0] = own
    const key = own.flatMap((sample) => [0, sample]).join()
    const clear = plan.transparency?.join() === key ? 0 : 255
    switch (plan.colour) {
      case 0:
        return [(a / top) * 255, (a / top) * 255, (a / top) * 255, clear]
      case 2:
        return [a, b, c, clear]
      case 3:
        return [...(plan.palette?.[a] ?? [0, 0, 0]), plan.transparency?.[a] ?? 255] as unknown as Colour
      case 4:
        return [a, a, a, b]
      case 6:
        return [a, b, c, d]
    }
  })
}

const KINDS = [
  [0, 1],
  [0, 2],
  [0, 4],
  [0, 8],
  [2, 8],
  [3, 1],
  [3, 2],
  [3, 4],
  [3, 8],
  [4, 8],
  [6, 8],
] as const

const plans: fc.Arbitrary<PngPlan> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    width: fc.integer({ min: 1, max: 19 }),
    height: fc.integer({ min: 1, max: 9 }),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 9 }),
    pieces: fc.integer({ min: 1, max: 3 }),
    isClear: fc.boolean(),
  })
  .chain(({ kind: [colour, depth], width, height, filters, pieces, isClear }) => {
    const byte = fc.integer({ min: 0, max: 255 })
    const count = width * height * PER_PIXEL[colour]
    const basic = { width, height, colour, depth, filters, pieces }
    const samples = fc.array(fc.integer({ min: 0, max: 2 ** depth - 1 }), {
      minLength: count,
      maxLength: count,
    })
    if (colour === 3)
      return fc.record({
        ...constants(basic),
        samples,
        palette: fc.array(fc.tuple(byte, byte, byte), { minLength: 2 ** depth, maxLength: 2 ** depth }),
        transparency: fc.array(byte, { maxLength: 2 ** depth }),
      })
    return samples.map((all) => {
      const key = all.slice(0, PER_PIXEL[colour]).flatMap((sample) => [0, sample])
      const canBeClear = isClear && (colour === 0 || colour === 2)
      return { ...basic, samples: all, ...(canBeClear ? { transparency: key } : {}) }
    })
  })

const constants = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fc.constant(value)])) as unknown as {
    [K in keyof T]: fc.Arbitrary<T[K]>
  }

describe('a PNG', () => {
  it('is read exactly, in every colour type, depth and filter', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(decode(aPng(plan))).toEqual(expected(plan))
      }),
      { numRuns: 400 },
    )
  })

  it('with one byte changed is refused: no other picture is ever read', () => {
    const plan: PngPlan = {
      width: 16,
      height: 4,
      colour: 3,
      depth: 4,
      samples: Array.from({ length: 64 }, (_, index) => index % 3),
      palette: [
        [255, 216, 192],
        [255, 183, 183],
        [0, 0, 0],
      ],
      transparency: [255, 255, 0],
      filters: [0, 1, 2, 4],
    }
    const whole = aPng(plan)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoiled = Buffer.from(whole)
        spoiled[at] = spoiled.readUInt8(at) ^ change
        expect(decode(spoiled)).toBeTypeOf('string')
      }),
      { numRuns: 400 },
    )
  })

  it('cut short is refused, wherever it is cut', () => {
    const whole = aPng({ width: 2, height: 2, colour: 2, depth: 8, samples: Array(12).fill(7) })
    for (let length = 0; length < whole.length; length += 1)
      expect(decode(whole.subarray(0, length)), `${length} bytes`).toBeTypeOf('string')
  })

  it('never throws, whatever the bytes', () => {
    const start = aPng({ width: 1, height: 1, colour: 2, depth: 8, samples: [1, 2, 3] }).subarray(0, 33)
    const chunks = fc.array(
      fc
        .tuple(
          fc.constantFrom('PLTE', 'tRNS', 'IDAT', 'IEND', 'IHDR', 'tEXt'),
          fc.uint8Array({ maxLength: 40 }),
        )
        .map(([type, data]) => chunk(type, Buffer.from(data))),
    )
    fc.assert(
      fc.property(chunks, (parts) => {
        decode(Buffer.concat([start, ...parts]))
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decode(bytes)))
  })

  it('of a kind that is not read says so', () => {
    const basic = { width: 1, height: 1, samples: [1, 2, 3], colour: 2 } as const
    expect(decode(aPng({ ...basic, depth: 16 }))).toBe('unsupported')
    expect(decode(aPng({ ...basic, depth: 8, interlaced: true }))).toBe('unsupported')
    expect(decode(aPng({ ...basic, depth: 8, filters: [5] }))).toBe('damaged')
    expect(decode(aPng({ ...basic, colour: 3, depth: 8, samples: [0] }))).toBe('damaged')
    expect(decode(Buffer.from('<!doctype html><title>Sign in</title>'))).toBe('notPng')
    const wide = { width: 1025, height: 1, colour: 0, depth: 8, samples: Array(1025).fill(0) } as const
    expect(decode(aPng(wide))).toBe('unsupported')
  })

  it('has no colour where its index is not in the palette', () => {
    const plan = { width: 2, height: 1, colour: 3, depth: 8, palette: [[1, 2, 3]] } as const
    expect(decode(aPng({ ...plan, samples: [0, 1] }))).toEqual([[1, 2, 3, 255], null])
  })
})
