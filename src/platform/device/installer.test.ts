import { expect, it, vi } from 'vitest'
import { createInstaller, type InstallingBrowser } from './installer.ts'

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1'
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15'
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36'

function aBrowser(navigator: Partial<InstallingBrowser['navigator']> = {}, standalone = false) {
  const events = new EventTarget()
  const media = Object.assign(new EventTarget(), { matches: standalone })
  const installer = createInstaller({
    events,
    standalone: media,
    navigator: { userAgent: ANDROID, maxTouchPoints: 5, ...navigator },
  })
  const offer = (outcome: string, prompt = () => Promise.resolve()) => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: vi.fn(prompt),
      userChoice: Promise.resolve({ outcome }),
    })
    events.dispatchEvent(event)
    return event
  }
  return { installer, events, media, offer }
}

it.each([
  ['ios', IPHONE, 5],
  ['ios', MAC, 5],
  ['other', MAC, 0],
  ['android', ANDROID, 5],
  ['other', WINDOWS, 10],
  ['other', '', 0],
] as const)('knows %s by %s with %i touch points', (system, userAgent, maxTouchPoints) => {
  expect(aBrowser({ userAgent, maxTouchPoints }).installer.facts()).toEqual({
    installed: false,
    system,
    canAsk: false,
  })
})

it('is installed when the bars of the browser are gone, or iOS says so, or it just happened', () => {
  expect(aBrowser({}, true).installer.facts().installed).toBe(true)
  expect(aBrowser({ userAgent: IPHONE, standalone: true }).installer.facts().installed).toBe(true)
  expect(aBrowser({ userAgent: IPHONE, standalone: false }).installer.facts().installed).toBe(false)
  const { installer, events, offer } = aBrowser()
  offer('accepted')
  events.dispatchEvent(new Event('appinstalled'))
  expect(installer.facts()).toMatchObject({ installed: true, canAsk: false })
})

it('keeps the offer of the browser, which then shows no bar of its own, and asks with it once', async () => {
  const { installer, offer } = aBrowser()
  const changed = vi.fn()
  installer.onChange(changed)
  const event = offer('accepted')
  expect(event.defaultPrevented).toBe(true)
  expect(installer.facts().canAsk).toBe(true)
  expect(changed).toHaveBeenCalledTimes(1)
  expect(await installer.ask()).toBe(true)
  expect(installer.facts().canAsk).toBe(false)
  expect(changed).toHaveBeenCalledTimes(2)
  expect(await installer.ask()).toBe(false)
  expect(event.prompt).toHaveBeenCalledTimes(1)
})

it('tells when the person did not want to, and when the browser failed', async () => {
  const { installer, offer } = aBrowser()
  offer('dismissed')
  expect(await installer.ask()).toBe(false)
  offer('accepted', () => Promise.reject(new Error('not now')))
  expect(await installer.ask()).toBe(false)
  expect(installer.facts().canAsk).toBe(false)
})

it('tells that the bars went, until nobody listens', () => {
  const { installer, media } = aBrowser()
  const changed = vi.fn()
  const leave = installer.onChange(changed)
  media.matches = true
  media.dispatchEvent(new Event('change'))
  expect(changed).toHaveBeenCalledTimes(1)
  expect(installer.facts().installed).toBe(true)
  leave()
  media.dispatchEvent(new Event('change'))
  expect(changed).toHaveBeenCalledTimes(1)
})
