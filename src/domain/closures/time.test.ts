import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime, writeTime, writeUtc } from './time.ts'

describe('a time in a feed', () => {
  it.each([
    ['2026-07-01T09:30:00+09:00', Date.UTC(2026, 6, 1, 0, 30)],
    ['2026-07-01T00:30:00Z', Date.UTC(2026, 6, 1, 0, 30)],
    ['2026-06-30T20:00:00-04:30', Date.UTC(2026, 6, 1, 0, 30)],
    ['2026-07-01T00:30:00.5Z', Date.UTC(2026, 6, 1, 0, 30, 0, 500)],
    ['2026-07-01T00:30:00.123456789Z', Date.UTC(2026, 6, 1, 0, 30, 0, 123)],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ])('%s is read', (text, time) => {
    expect(readTime(text)).toBe(time)
  })

  it.each([
    '2026-07-01T09:30:00',
    '2026-07-01 09:30:00+09:00',
    '2026-07-01T09:30+09:00',
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-07-01T24:00:00Z',
    '2026-07-01T23:60:00Z',
    '2026-07-01T23:59:60Z',
    '2026-07-01T00:00:00+24:00',
    '2026-07-01T00:00:00+09:60',
    '1969-12-31T23:59:59Z',
    '1970-01-01T00:00:00+09:00',
    '2100-12-31T00:00:00Z',
    '9999-12-31T00:00:00Z',
    '0026-07-01T00:00:00Z',
    '+002026-07-01T00:00:00Z',
    '２０２６-07-01T00:00:00Z',
    '',
  ])('%s is none', (text) => {
    expect(readTime(text)).toBeNull()
  })

  it('is written in Japanese time and read back to the millisecond', () => {
    expect(writeTime(Date.UTC(2026, 6, 1, 0, 30))).toBe('2026-07-01T09:30:00+09:00')
    expect(writeUtc(Date.UTC(2026, 6, 1, 0, 30, 5, 9))).toBe('2026-07-01T00:30:05Z')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 11, 31) - 1 }), (time) => {
        expect(readTime(writeTime(time))).toBe(time)
        expect(readTime(writeUtc(time))).toBe(time - (time % 1000))
      }),
    )
  })

  it('is never thrown over, and what is read is what the engine reads', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((one) => one.toISOString()),
        ),
        (text) => {
          const time = readTime(text)
          if (time !== null) expect(time).toBe(Date.parse(text))
        },
      ),
    )
  })
})
