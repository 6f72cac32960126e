import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { formatBytes, formatClock, formatDate, formatMetres, formatNumber, formatTime } from './format.ts'
import { plain, spoken } from './ruby.ts'

const TAGS = LANGUAGES.map(({ tag }) => tag)

describe('formatMetres', () => {
  it('rounds to 10 m below 1 km, to 0.1 km above, never to nothing', () => {
    expect([0, 4, 14.9, 994, 995, 1049, 1051, 12_345].map((metres) => formatMetres('en', metres))).toEqual([
      '10 m',
      '10 m',
      '10 m',
      '990 m',
      '1.0 km',
      '1.0 km',
      '1.1 km',
      '12.3 km',
    ])
  })

  it('spells the unit out in easy Japanese', () => {
    expect(formatMetres('ja-simple', 230)).toBe('230 メートル')
    expect(formatMetres('ja-simple', 1500)).toBe('1.5 キロメートル')
  })

  it('is never more than its rounding away from the truth', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 50_000, noNaN: true }), (metres) => {
        const text = formatMetres('en', metres).replace(',', '')
        const said = Number(/[\d.]+/.exec(text)?.[0]) * (text.includes('km') ? 1000 : 1)
        expect(Math.abs(said - metres)).toBeLessThanOrEqual(text.includes('km') ? 50.001 : 5.001)
      }),
    )
  })
})

describe('formatDate', () => {
  it('says no more than is known', () => {
    expect(['2020', '2023-06', '2023-06-01'].map((iso) => formatDate('ja', iso))).toEqual([
      '2020年',
      '2023年6月',
      '2023年6月1日',
    ])
    expect(['2020', '2023-06', '2023-06-01'].map((iso) => formatDate('en', iso))).toEqual([
      '2020',
      'June 2023',
      'June 1, 2023',
    ])
  })

  it('reads days and months aloud as they are read', () => {
    expect(spoken(formatDate('ja-simple', '2024-04-20'))).toBe('2024ねん しがつ はつか')
    expect(spoken(formatDate('ja-simple', '2024-12-13'))).toBe('2024ねん 12がつ 13にち')
    expect(plain(formatDate('ja-simple', '2024-04-01'))).toBe('2024年 4月 1日')
  })

  it('takes the day in Japan', () => {
    expect(formatDate('en', '2026-01-01T20:00:00Z')).toBe('January 2, 2026')
  })

  it('gives back what it does not understand', () => {
    expect(formatDate('ja', 'R8.1.1')).toBe('R8.1.1')
  })
})

describe('formatTime', () => {
  const at = (iso: string) => Date.parse(iso)
  it('is the clock in Japan', () => {
    expect(formatTime('ja', at('2026-11-23T05:05:00Z'))).toBe('2026年11月23日 14:05')
  })

  it('says morning or afternoon in easy Japanese', () => {
    expect(spoken(formatTime('ja-simple', at('2026-11-23T05:05:00Z')))).toBe(
      '2026ねん 11がつ 23にち ごご 2じ 5ふん',
    )
    expect(spoken(formatTime('ja-simple', at('2026-11-22T15:30:00Z')))).toBe(
      '2026ねん 11がつ 23にち ごぜん れいじ 30ぷん',
    )
    expect(spoken(formatTime('ja-simple', at('2026-11-23T00:00:00Z')))).toBe(
      '2026ねん 11がつ 23にち ごぜん くじ',
    )
    expect(spoken(formatTime('ja-simple', at('2026-11-23T03:01:00Z')))).toMatch(/ごご れいじ 1ぷん$/)
  })
})

describe('formatClock', () => {
  it('is the time of day in Japan', () => {
    const late = Date.parse('2026-11-23T12:10:00Z')
    expect(['ja', 'en'].map((tag) => formatClock(tag as 'ja', late))).toEqual(['21時10分', '21:10'])
    expect(formatClock('en', Date.parse('2026-11-22T15:05:00Z'))).toBe('0:05')
    expect(formatClock('ja', Date.parse('2026-11-23T11:00:00Z'))).toBe('20時')
    expect(spoken(formatClock('ja-simple', late))).toBe('ごご くじ 10ぷん')
  })
})

it('uses the digits 0–9 everywhere', () => {
  for (const tag of TAGS)
    for (const text of [
      formatMetres(tag, 1234),
      formatDate(tag, '2026-11-23'),
      formatTime(tag, 0),
      formatBytes(tag, 1_834_000),
      formatNumber(tag, 12_345),
    ])
      expect(text).toMatch(/^[^\p{Nd}]*[0-9]/u)
})

it('gives sizes in megabytes, small ones in kilobytes', () => {
  expect([1_834_000, 99_499, 0].map((bytes) => formatBytes('en', bytes))).toEqual(['1.8 MB', '99 kB', '0 kB'])
})
