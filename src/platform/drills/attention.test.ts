import { describe, expect, it } from 'vitest'
import { createAttention, type AttentionBrowser } from './attention.ts'

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

/** A browser that writes down what it is asked for. */
function aBrowser(changes: { readonly refusesScreen?: boolean; readonly sleeps?: boolean } = {}) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const tones: { hertz: number; from: number }[] = []
  const locks: (EventTarget & { released: boolean; release(): Promise<void> })[] = []
  const patterns: unknown[] = []
  const audio = {
    state: 'suspended',
    currentTime: 5,
    resumed: 0,
    resume: async () => {
      audio.resumed += 1
      if (changes.sleeps !== true) audio.state = 'running'
    },
    createGain: () => ({
      gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
      connect: () => undefined,
    }),
    createOscillator: () => {
      const tone = { hertz: 0, from: 0 }
      return {
        frequency: {
          set value(hertz: number) {
            tone.hertz = hertz
          },
        },
        connect: (next: unknown) => next,
        start: (from: number) => tones.push({ ...tone, from }),
        stop: () => undefined,
      }
    },
  }
  const browser = {
    makeAudio: () => audio as unknown as AudioContext,
    navigator: {
      vibrate: (pattern: unknown) => patterns.push(pattern) > 0,
      wakeLock: {
        request: async () => {
          if (changes.refusesScreen === true || page.visibilityState !== 'visible') throw new Error('refused')
          const lock = Object.assign(new EventTarget(), {
            released: false,
            release: async () => {
              if (lock.released) return
              lock.released = true
              lock.dispatchEvent(new Event('release'))
            },
          })
          locks.push(lock)
          return lock
        },
      },
    },
    page,
  } as unknown as AttentionBrowser
  const show = async (state: DocumentVisibilityState) => {
    page.visibilityState = state
    if (state === 'hidden') await locks.at(-1)?.release()
    page.dispatchEvent(new Event('visibilitychange'))
    await settle()
  }
  return { browser, audio, tones, locks, patterns, show }
}

describe('what a phone does to be noticed', () => {
  it('makes a sound only after it was woken by a press', async () => {
    const { browser, tones } = aBrowser()
    const attention = createAttention(browser)
    expect(attention.sound('told')).toBe(false)
    attention.ready()
    await settle()
    expect(attention.sound('told')).toBe(true)
    expect(tones).toHaveLength(1)
  })

  it('sounds twice and higher for what cannot wait', async () => {
    const { browser, tones } = aBrowser()
    const attention = createAttention(browser)
    attention.ready()
    await settle()
    attention.sound('urgent')
    expect(tones.map(({ hertz }) => hertz)).toEqual([880, 880])
    expect((tones[1]?.from ?? 0) - (tones[0]?.from ?? 0)).toBeCloseTo(0.4)
  })

  it('tells that it was silent, and wakes up for the next time', async () => {
    const { browser, audio } = aBrowser()
    const attention = createAttention(browser)
    attention.ready()
    await settle()
    audio.state = 'suspended'
    expect(attention.sound('told')).toBe(false)
    await settle()
    expect(attention.sound('told')).toBe(true)
  })

  it('can do nothing where the browser has nothing', async () => {
    const attention = createAttention({
      makeAudio: null,
      navigator: {},
      page: new EventTarget() as unknown as AttentionBrowser['page'],
    })
    attention.ready()
    expect(attention.can).toEqual({ vibrate: false, sound: false, stayAwake: false })
    expect(attention.vibrate([100])).toBe(false)
    expect(attention.sound('urgent')).toBe(false)
    expect(await attention.stayAwake()).toBe(null)
  })

  it('stays silent where no more sound is allowed', () => {
    const { browser } = aBrowser()
    const attention = createAttention({
      ...browser,
      makeAudio: () => {
        throw new Error('too many')
      },
    })
    attention.ready()
    expect(attention.sound('told')).toBe(false)
  })

  it('keeps the screen on, and asks again when the page was away', async () => {
    const { browser, locks, show } = aBrowser()
    const told: boolean[] = []
    const end = await createAttention(browser).stayAwake((isOn) => told.push(isOn))
    await show('hidden')
    await show('visible')
    await show('visible')
    expect(locks).toHaveLength(2)
    expect(told).toEqual([true, false, true])
    end?.()
    await settle()
    expect(locks.every(({ released }) => released)).toBe(true)
    await show('visible')
    expect(locks).toHaveLength(2)
    expect(told).toEqual([true, false, true])
  })

  it('holds no lock that comes after its end', async () => {
    const { browser, locks, show } = aBrowser()
    const end = await createAttention(browser).stayAwake()
    await locks[0]?.release()
    const coming = show('visible')
    end?.()
    await coming
    expect(locks.every(({ released }) => released)).toBe(true)
  })

  it('tells that the browser refused', async () => {
    const { browser } = aBrowser({ refusesScreen: true })
    expect(await createAttention(browser).stayAwake()).toBe(null)
  })
})
