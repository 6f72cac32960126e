import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startRefreshClock, type Page, type RefreshRhythm } from './refresh-clock.ts'

const RHYTHM: RefreshRhythm = {
  everyMs: 300_000,
  leastGapMs: 15_000,
  retryMs: 30_000,
  longestRetryMs: 300_000,
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function aPage() {
  const [wakes, hides] = [new Set<() => void>(), new Set<() => void>()]
  const page = { visible: true }
  const listen = (all: Set<() => void>) => (act: () => void) => {
    all.add(act)
    return () => void all.delete(act)
  }
  const asPage: Page = { isVisible: () => page.visible, onWake: listen(wakes), onHide: listen(hides) }
  return {
    asPage,
    listeners: () => wakes.size + hides.size,
    wake: () => wakes.forEach((act) => act()),
    hide() {
      page.visible = false
      hides.forEach((act) => act())
    },
    show() {
      page.visible = true
      wakes.forEach((act) => act())
    },
  }
}

function start(answers: () => boolean = () => true, random = 0.5) {
  const page = aPage()
  const refresh = vi.fn(async () => answers())
  const stop = startRefreshClock({ refresh, page: page.asPage, rhythm: RHYTHM, random: () => random })
  return { page, refresh, stop, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

describe('a feed is kept fresh', () => {
  it('at once, and now and then while it is seen', async () => {
    const { refresh, pass } = start()
    expect(refresh).toHaveBeenCalledTimes(1)
    await pass(299_999)
    expect(refresh).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('when the page wakes, but not more often than the gap', async () => {
    const { page, refresh, pass } = start()
    await pass(15_000)
    page.wake()
    expect(refresh).toHaveBeenCalledTimes(2)
    for (let n = 0; n < 600; n += 1) {
      await pass(100)
      page.wake()
    }
    expect(refresh.mock.calls.length).toBeLessThanOrEqual(2 + 4)
  })

  it('hidden it does not wake the device, and shown again it looks', async () => {
    const { page, refresh, pass } = start()
    await pass(1)
    page.hide()
    expect(vi.getTimerCount()).toBe(0)
    await pass(3_600_000)
    page.wake()
    expect(refresh).toHaveBeenCalledTimes(1)
    page.show()
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('hidden while it asks, it plans nothing', async () => {
    const { page } = start()
    page.hide()
    await vi.advanceTimersByTimeAsync(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('after failures later and later, and after an answer as before', async () => {
    let answers = false
    const { refresh, pass } = start(() => answers)
    for (const [gap, calls] of [
      [30_000, 2],
      [60_000, 3],
      [120_000, 4],
      [240_000, 5],
      [300_000, 6],
      [300_000, 7],
    ] as const) {
      await pass(gap - 1)
      expect(refresh).toHaveBeenCalledTimes(calls - 1)
      await pass(1)
      expect(refresh).toHaveBeenCalledTimes(calls)
    }
    answers = true
    await pass(300_000)
    answers = false
    await pass(300_000)
    expect(refresh).toHaveBeenCalledTimes(9)
    await pass(30_000)
    expect(refresh).toHaveBeenCalledTimes(10)
  })

  it('not in the same second as everybody else', async () => {
    const [early, late] = [start(() => true, 0), start(() => true, 1)]
    await early.pass(240_000)
    expect([early.refresh.mock.calls.length, late.refresh.mock.calls.length]).toEqual([2, 1])
    await early.pass(120_000)
    expect(late.refresh).toHaveBeenCalledTimes(2)
  })

  it('also when the clock is set back', async () => {
    const { page, refresh, pass } = start()
    await pass(1)
    vi.setSystemTime(5_000)
    page.wake()
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('no more when it is stopped', async () => {
    const { page, refresh, stop, pass } = start()
    stop()
    await pass(600_000)
    page.wake()
    expect(refresh).toHaveBeenCalledTimes(1)
    expect([page.listeners(), vi.getTimerCount()]).toEqual([0, 0])
  })
})
