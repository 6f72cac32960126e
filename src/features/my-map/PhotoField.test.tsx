import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Mark } from '#domain/plan/plan.ts'
import type { Photos } from '#platform/ports.ts'
import { aMark, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { planTools } from '#tests/support/plan-tools.ts'
import type { PlanTools } from '../plan/index.ts'
import { PhotoField } from './PhotoField.tsx'

type Shrunk = Awaited<ReturnType<Photos['shrink']>>
const MADE: Shrunk = {
  ok: true,
  photo: { id: 'photo00000000009', blob: new Blob(['jpeg']), width: 640, height: 480 },
}
const FILE = new File(['raw'], 'IMG_1.heic')

let screen: Screen
const addresses = { made: 0, given: [] as string[] }
beforeEach(() => {
  addresses.made = 0
  addresses.given = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(addresses.made += 1)}`)
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void addresses.given.push(url))
})
afterEach(() => {
  screen.leave()
  vi.restoreAllMocks()
})

/** A device whose photos are made when the test says so. */
function aDevice(options: { readonly keeps?: boolean; readonly at?: LngLat | null } = {}) {
  let answer: (made: Shrunk) => void = () => undefined
  let signal: AbortSignal | null = null
  const placeOf = vi.fn(async () => options.at ?? null)
  const photos: Photos = {
    shrink: (_, given) => {
      signal = given
      return new Promise((resolve) => (answer = resolve))
    },
    placeOf,
  }
  const tools = planTools(aPlan(), { photos })
  const keepPhoto = vi.fn(async () => options.keeps ?? true)
  const photo = vi.fn(async (id: string) => (id === 'lost000000000000' ? null : new Blob([id])))
  const plans = { ...tools.plans, commands: { ...tools.plans.commands, keepPhoto, photo } }
  return {
    tools: { ...tools, plans } satisfies PlanTools,
    placeOf,
    keepPhoto,
    made: (shrunk: Shrunk) => act(async () => answer(shrunk)),
    isStopped: () => signal?.aborted,
  }
}
const onPhoto = vi.fn()
const onPlace = vi.fn()
function show(tools: PlanTools, photo: Mark['photo'] = null, plan = aPlan()): void {
  screen.show(
    <PhotoField
      tools={tools}
      plan={plan}
      photo={photo}
      name="駅の地下道"
      onPhoto={onPhoto}
      onPlace={onPlace}
    />,
  )
}
async function start(tools: PlanTools, photo: Mark['photo'] = null, plan = aPlan()): Promise<void> {
  onPhoto.mockClear()
  onPlace.mockClear()
  screen = await aScreen('en')
  show(tools, photo, plan)
  await act(async () => undefined)
}
const click = (words: string) => act(async () => screen.find('button', words).click())
const choose = () =>
  act(async () => {
    const input = screen.find('input[data-gallery]') as HTMLInputElement
    Object.defineProperty(input, 'files', { configurable: true, value: [FILE] })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
const alert = () => screen.find('[role="alert"]').textContent ?? ''
const OLD = { id: 'photo00000000001', width: 1200, height: 900 }

describe('a photo', () => {
  it('is made small with the progress in sight, kept, and put into the mark', async () => {
    const device = aDevice()
    await start(device.tools)
    await choose()
    expect(screen.box.querySelector('progress')).not.toBeNull()
    expect(screen.words()).toContain('Making the photo small')
    await device.made(MADE)
    expect(device.keepPhoto).toHaveBeenCalledWith(MADE.ok ? MADE.photo : null)
    expect(onPhoto.mock.calls).toEqual([[{ id: 'photo00000000009', width: 640, height: 480 }]])
    expect(screen.find('[role="status"]').textContent).toContain('was added')
    expect(device.placeOf).not.toHaveBeenCalled()
  })

  it('is taken with the camera or chosen, of whatever kind of picture', async () => {
    await start(aDevice().tools)
    const inputs = [...screen.box.querySelectorAll('input')]
    expect(inputs.map((input) => [input.accept, input.getAttribute('capture')])).toEqual([
      ['image/*', 'environment'],
      ['image/*', null],
    ])
    expect(screen.words()).toContain('Where it was taken is left out')
  })

  it.each([
    ['notAPicture', 'could not be read'],
    ['tooLarge', 'too large'],
    ['notMade', 'could not be made small'],
  ] as const)('that fails is told: %s', async (why, words) => {
    const device = aDevice()
    await start(device.tools, OLD)
    await choose()
    await device.made({ ok: false, why })
    expect(alert()).toContain(words)
    expect(onPhoto).not.toHaveBeenCalled()
    expect(device.keepPhoto).not.toHaveBeenCalled()
    expect(screen.words()).not.toContain('where it was taken was')
    expect(screen.box.textContent).not.toContain('Use the place')
  })

  it('that the device cannot keep leaves what was there before', async () => {
    const device = aDevice({ keeps: false })
    await start(device.tools, OLD)
    await choose()
    await device.made(MADE)
    expect(alert()).toContain('could not be kept')
    expect(onPhoto).not.toHaveBeenCalled()
  })

  it('is let go when the person stops waiting, or goes away', async () => {
    const device = aDevice()
    await start(device.tools)
    await choose()
    await click('Stop')
    expect(device.isStopped()).toBe(true)
    await device.made(MADE)
    expect(onPhoto).not.toHaveBeenCalled()
    expect(screen.words()).toContain('No photo was added')
    expect(document.activeElement?.textContent).toBe('Photo')
    await choose()
    screen.show(null)
    expect(device.isStopped()).toBe(true)
    await device.made(MADE)
    expect(device.keepPhoto).not.toHaveBeenCalled()
  })

  it('more than a plan holds are refused, but one can be replaced', async () => {
    const marks = Array.from({ length: 30 }, (_, index) => aMark({ id: `m${index}`, photo: OLD }))
    const device = aDevice()
    await start(device.tools, null, aPlan({ marks }))
    await choose()
    expect(alert()).toContain('up to 30 photos')
    screen.leave()
    await start(device.tools, OLD, aPlan({ marks }))
    await choose()
    await device.made(MADE)
    expect(onPhoto).toHaveBeenCalledOnce()
  })
})

describe('a kept photo', () => {
  it('is shown with its name, and its address is given back when it is shown no more', async () => {
    const device = aDevice()
    await start(device.tools, OLD)
    const image = screen.find('img') as HTMLImageElement
    expect(image.alt).toBe('Photo: 駅の地下道')
    expect(image.getAttribute('src')).toBe('blob:1')
    show(device.tools, { ...OLD, id: 'photo00000000002' })
    await act(async () => undefined)
    expect(addresses.given).toEqual(['blob:1'])
    screen.show(null)
    expect(addresses.given).toEqual(['blob:1', 'blob:2'])
  })

  it('that is not on this device is told so', async () => {
    await start(aDevice().tools, { ...OLD, id: 'lost000000000000' })
    expect(screen.words()).toContain('not on this device')
    expect(addresses.made).toBe(0)
  })

  it('is removed', async () => {
    await start(aDevice().tools, OLD)
    await click('Remove the photo')
    expect(onPhoto.mock.calls).toEqual([[null]])
  })
})

describe('where it was taken', () => {
  it('is asked only on a tap, and becomes the place', async () => {
    const device = aDevice({ at: [135.02, 30.02] })
    await start(device.tools)
    await choose()
    await device.made(MADE)
    show(device.tools, { id: 'photo00000000009', width: 640, height: 480 })
    await click('Use the place')
    expect(device.placeOf).toHaveBeenCalledWith(FILE)
    expect(onPlace.mock.calls).toEqual([[[135.02, 30.02]]])
  })

  it('may not be known, and then nothing changes', async () => {
    const device = aDevice({ at: null })
    await start(device.tools)
    await choose()
    await device.made(MADE)
    show(device.tools, OLD)
    await click('Use the place')
    expect(screen.words()).toContain('does not say where')
    expect(onPlace).not.toHaveBeenCalled()
  })

  it('cannot be asked of a photo whose file is not at hand any more', async () => {
    await start(aDevice().tools, OLD)
    expect(screen.words()).not.toContain('Use the place')
  })
})
