import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { anyPosition } from '#tests/support/any-plan.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

const MOST = Number.MAX_SAFE_INTEGER

function written(write: (out: ByteWriter) => void): ByteReader {
  const out = new ByteWriter()
  write(out)
  return new ByteReader(out.toBytes())
}
/** What is read, and whether it was to the end and without a fault. */
function outcome<T>(from: ByteReader, read: (from: ByteReader) => T) {
  const value = read(from)
  return { value, whole: from.isAtEnd && !from.isBad }
}
const bad = (bytes: readonly number[], read: (from: ByteReader) => unknown): boolean => {
  const from = new ByteReader(Uint8Array.from(bytes))
  read(from)
  return from.isBad
}

describe('what was written', () => {
  it('is read again: whole numbers, up to the largest', () => {
    const whole = fc.oneof(fc.nat(), fc.integer({ min: 0, max: MOST }), fc.constantFrom(0, 127, 128, MOST))
    fc.assert(
      fc.property(whole, fc.boolean(), (size, minus) => {
        const value = minus && size > 0 ? -size : size
        expect(
          outcome(
            written((out) => out.varint(size)),
            (from) => from.varint(),
          ),
        ).toEqual({ value: size, whole: true })
        expect(
          outcome(
            written((out) => out.signed(value)),
            (from) => from.signed(),
          ),
        ).toEqual({ value, whole: true })
      }),
    )
  })

  it('is read again: texts, numbers to call, other numbers, positions', () => {
    const phones = fc.string({ unit: fc.constantFrom(...'0123456789-+*#().  '.split('')), maxLength: 30 })
    const numbers = fc.oneof(
      fc.double({ min: 0, noNaN: true }),
      fc.integer({ min: 0, max: 999_999 }).map((one) => one / 100),
      fc.constant(-0),
    )
    const positions = fc.array(anyPosition, { maxLength: 5 })
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        phones,
        numbers,
        positions,
        (text, phone, number, all) => {
          const from = written((out) => {
            out.text(text)
            out.phone(phone)
            out.number(number)
            for (const at of all) out.position(at)
          })
          expect([from.text(), from.phone(), from.number()]).toEqual([text, phone, number])
          expect(all.map(() => from.position())).toEqual(all)
          expect([from.isAtEnd, from.isBad]).toEqual([true, false])
        },
      ),
    )
  })

  it('is read again: sets in any order', () => {
    const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...list), { maxLength: 12 }), (some) => {
        for (const values of [some, list.filter((one) => some.includes(one))])
          expect(
            outcome(
              written((out) => out.set(list, values)),
              (from) => from.set(list),
            ),
          ).toEqual({ value: values, whole: true })
      }),
    )
    expect(written((out) => out.set(list, ['a', 'c'])).byte()).toBe(0b1010)
  })

  it('must have a number, else somebody forgot to give it one', () => {
    expect(() => new ByteWriter().oneOf(['a'], 'b')).toThrow('no number in the code for b')
  })
})

describe('what cannot be', () => {
  it('is a number of 2^53 and more, or one without an end', () => {
    const past = (first: number, last: number) => [first, ...Array.from({ length: 6 }, () => 0xff), last]
    expect(bad(past(0xff, 0x0f), (from) => from.varint())).toBe(false)
    expect(bad(past(0xff, 0x1f), (from) => from.varint())).toBe(true)
    expect(
      bad(
        Array.from({ length: 20 }, () => 0x80),
        (from) => from.varint(),
      ),
    ).toBe(true)
    expect(bad(past(0xff, 0x1f), (from) => from.signed())).toBe(false)
    expect(bad(past(0xff, 0x3f), (from) => from.signed())).toBe(true)
    expect(bad([0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f], (from) => from.signed())).toBe(true)
    expect(bad([], (from) => from.varint())).toBe(true)
  })

  it('is more of something than there may be: it is not even begun', () => {
    const from = new ByteReader(new Uint8Array(100))
    const read = vi.fn(() => from.byte())
    expect(from.many(21, 20, read)).toEqual([])
    expect(read).not.toHaveBeenCalled()
    expect(from.isBad).toBe(true)
    const short = new ByteReader(new Uint8Array(3))
    expect(short.many(20, 20, () => short.byte())).toHaveLength(4)
    expect(short.isBad).toBe(true)
  })

  it('is an entry, or a mask, beyond the list', () => {
    const list = ['a', 'b', 'c']
    expect(bad([0b1110], (from) => from.set(list))).toBe(false)
    expect(bad([0b10000], (from) => from.set(list))).toBe(true)
    expect(bad([0b11, 3], (from) => from.set(list))).toBe(true)
    expect(bad([0b1001, 0, 0, 0, 0], (from) => from.set(list))).toBe(true)
    expect(bad([], (from) => from.entry(list, 3))).toBe(true)
  })

  it('is a text that is no UTF-8, is cut off, or is longer than any', () => {
    const faults = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe3, 0x81], [0xf4, 0x90, 0x80, 0x80], [0x80]]
    for (const fault of faults) expect(bad([fault.length, ...fault], (from) => from.text())).toBe(true)
    expect(bad([3, 0x41, 0x42], (from) => from.text())).toBe(true)
    const long = (length: number) => [
      0x80 | (length & 127),
      length >> 7,
      ...Array.from({ length }, () => 0x41),
    ]
    expect(bad(long(1_500), (from) => from.text())).toBe(false)
    expect(bad(long(1_501), (from) => from.text())).toBe(true)
  })

  it('is a phone number with a sign that is none', () => {
    expect(bad([2, 0xf2], (from) => from.phone())).toBe(false)
    expect(bad([2, 0xf3], (from) => from.phone())).toBe(true)
    expect(bad([1, 0xf0], (from) => from.phone())).toBe(true)
    expect(bad([81, ...Array.from({ length: 41 }, () => 0)], (from) => from.phone())).toBe(true)
  })

  it('is a number that begins like none', () => {
    expect(bad([3, 0, 0, 0, 0, 0, 0, 0, 0], (from) => from.number())).toBe(true)
    expect(bad([1, 0, 0], (from) => from.number())).toBe(true)
  })

  it('stays bad', () => {
    const from = new ByteReader(Uint8Array.of(1, 2, 3))
    from.bytes(4)
    expect([from.byte(), from.varint(), from.text(), from.isBad, from.isAtEnd]).toEqual([
      0,
      0,
      '',
      true,
      false,
    ])
  })
})
