import { describe, expect, it } from 'vitest'
import { isDark } from './is-dark.ts'

const TOKYO = [139.7447, 35.6544] as const
const MINUTE = 60_000
const at = (iso: string, minutes: number) => Date.parse(`${iso}+09:00`) + minutes * MINUTE

/** Times of 国立天文台 暦計算室 for 東京. */
const days = [
  { sunrise: '2024-06-21T04:25', sunset: '2024-06-21T19:00' },
  { sunrise: '2024-12-21T06:47', sunset: '2024-12-21T16:32' },
  { sunrise: '2024-03-20T05:45', sunset: '2024-03-20T17:53' },
]

describe('day and night', () => {
  it.each(days)('the sun rises and sets as the almanac says: $sunrise', ({ sunrise, sunset }) => {
    expect(isDark(TOKYO, at(sunrise, -3))).toBe(true)
    expect(isDark(TOKYO, at(sunrise, 3))).toBe(false)
    expect(isDark(TOKYO, at(sunset, -3))).toBe(false)
    expect(isDark(TOKYO, at(sunset, 3))).toBe(true)
  })

  it('the sun rises later in the west', () => {
    const saga = [130.3, 33.26] as const
    expect(isDark(TOKYO, at('2024-12-21T07:00', 0))).toBe(false)
    expect(isDark(saga, at('2024-12-21T07:00', 0))).toBe(true)
  })
})
