import { describe, expect, it } from 'vitest'
import { createLocator } from './locator.ts'

const never = new AbortController().signal
const locating = (act: Geolocation['getCurrentPosition']) =>
  createLocator({ getCurrentPosition: act } as Geolocation).locate(never)
const at = (longitude: number, latitude: number, accuracy: number) =>
  locating((found) => found({ coords: { longitude, latitude, accuracy } } as GeolocationPosition))

describe('the locator', () => {
  it('tells the position and its radius', async () => {
    expect(await at(130.1, 33.1, 12)).toEqual({ ok: true, at: [130.1, 33.1], accuracy: 12 })
  })

  it.each([
    [1, 'denied'],
    [2, 'unavailable'],
    [3, 'timeout'],
    [99, 'unavailable'],
  ])('tells reason %i as %s', async (code, why) => {
    const failing = locating((_, failed) => failed?.({ code } as GeolocationPositionError))
    expect(await failing).toEqual({ ok: false, why })
  })

  it('says when the browser has no such thing', async () => {
    expect(await createLocator(null).locate(never)).toEqual({ ok: false, why: 'unsupported' })
  })

  it('refuses a position that is none', async () => {
    for (const bad of [at(NaN, 33, 1), at(999, 33, 1), at(130, 33, NaN)])
      expect(await bad).toEqual({ ok: false, why: 'unavailable' })
  })

  it('lets the caller go when it aborts', async () => {
    const control = new AbortController()
    const silent = { getCurrentPosition: () => undefined } as unknown as Geolocation
    const waiting = createLocator(silent).locate(control.signal)
    control.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  })
})
