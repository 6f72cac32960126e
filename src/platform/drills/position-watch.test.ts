import { describe, expect, it } from 'vitest'
import type { Fix } from '../drill-ports.ts'
import { createPositionWatch } from './position-watch.ts'

/** A browser whose positions come when the test says so. */
function aBrowser() {
  const asked: { tell: PositionCallback; fail: PositionErrorCallback; options: PositionOptions }[] = []
  const cleared: number[] = []
  const geolocation = {
    watchPosition: (tell: PositionCallback, fail: PositionErrorCallback, options: PositionOptions) =>
      asked.push({ tell, fail, options }),
    clearWatch: (id: number) => void cleared.push(id),
  } as unknown as Geolocation
  const told: (Fix | string)[] = []
  const end = createPositionWatch(geolocation).watch(
    (fix) => told.push(fix),
    (why) => told.push(why),
  )
  const [one] = asked
  return {
    told,
    cleared,
    asked,
    end,
    at: (longitude: number, latitude: number, accuracy: number, timestamp = 1000) =>
      one?.tell({ coords: { longitude, latitude, accuracy }, timestamp } as GeolocationPosition),
    fail: (code: number) => one?.fail({ code } as GeolocationPositionError),
  }
}

describe('the position while somebody walks', () => {
  it('is told with its radius and its moment', () => {
    const browser = aBrowser()
    browser.at(130, 33, 8, 1234)
    expect(browser.told).toEqual([{ at: [130, 33], accuracy: 8, when: 1234 }])
  })

  it('is never an old one that was kept', () => {
    expect(aBrowser().asked[0]?.options).toMatchObject({ maximumAge: 0, enableHighAccuracy: true })
  })

  it('tells each reason once, and again after a position', () => {
    const browser = aBrowser()
    for (const code of [3, 3, 2, 1, 99]) browser.fail(code)
    browser.at(130, 33, 8)
    browser.fail(3)
    expect(browser.told.filter((one) => typeof one === 'string')).toEqual([
      'timeout',
      'unavailable',
      'denied',
      'unavailable',
      'timeout',
    ])
  })

  it('refuses a position that is none', () => {
    for (const [lng, lat, accuracy] of [
      [NaN, 33, 1],
      [999, 33, 1],
      [130, 33, NaN],
    ] as const) {
      const browser = aBrowser()
      browser.at(lng, lat, accuracy)
      expect(browser.told).toEqual(['unavailable'])
    }
  })

  it('says when the browser has no such thing', () => {
    const told: string[] = []
    createPositionWatch(null).watch(
      () => told.push('fix'),
      (why) => told.push(why),
    )()
    expect(told).toEqual(['unsupported'])
  })

  it('ends, and what comes late is not told', () => {
    const browser = aBrowser()
    browser.end()
    browser.at(130, 33, 8)
    browser.fail(1)
    expect(browser.cleared).toEqual([1])
    expect(browser.told).toEqual([])
  })
})
