import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SpokenPiece } from '../ports.ts'
import { createSpeaker, type SpeechLike } from './speaker.ts'

class Utterance {
  lang = ''
  voice: { readonly lang: string } | null = null
  onstart: () => void = () => {}
  onend: () => void = () => {}
  onerror: (event: { readonly error: string }) => void = () => {}
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Voice = { readonly lang: string; readonly localService: boolean }
const JA: Voice = { lang: 'ja_JP', localService: true }
const EN: Voice = { lang: 'en-US', localService: true }
const REMOTE: Voice = { lang: 'vi-VN', localService: false }

/** A mouth that says what it is given when it is let, and is silent when it is told to be. */
function aMouth(has: readonly Voice[]) {
  let voices = has
  let changed = () => {}
  const said: string[] = []
  let speaking: Utterance | null = null
  const speech = {
    getVoices: () => voices,
    speaking: false,
    pending: false,
    speak(utterance: Utterance) {
      said.push(`${utterance.voice?.lang} ${utterance.lang}: ${utterance.text}`)
      speaking = utterance
      speech.speaking = true
    },
    cancel: vi.fn(() => {
      speech.speaking = false
      speaking?.onerror({ error: 'interrupted' })
    }),
    addEventListener: (_name: string, listener: () => void) => (changed = listener),
  }
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return {
    speech: speech as unknown as SpeechLike & { readonly cancel: ReturnType<typeof vi.fn> },
    said,
    begin: () => speaking?.onstart(),
    async finish() {
      speech.speaking = false
      speaking?.onend()
      await settle()
    },
    async fail(error: string) {
      speech.speaking = false
      speaking?.onerror({ error })
      await settle()
    },
    voicesCome(come: readonly Voice[]) {
      voices = come
      changed()
    },
  }
}

const piece = (text: string, ...voices: readonly string[]): SpokenPiece => ({ text, voices })
const ONE = piece('一', 'ja-JP', 'ja')
const TWO = piece('two', 'en-GB', 'en')
const THREE = piece('三', 'ja')
const listening = () => new AbortController().signal

describe('the voices', () => {
  it('are those of the device itself', () => {
    const speaker = createSpeaker(aMouth([JA, REMOTE]).speech)
    expect(speaker.voiceFor(['ja-JP', 'ja'])).toBe('ready')
    expect(speaker.voiceFor(['vi-VN', 'vi'])).toBe('needsNetwork')
    expect(speaker.voiceFor(['my'])).toBe('none')
  })

  it('are none at once where the browser cannot speak, or throws', () => {
    expect(createSpeaker(null).voiceFor(['ja'])).toBe('none')
    const throwing = {
      ...aMouth([]).speech,
      getVoices: () => {
        throw new Error('no')
      },
    }
    const speaker = createSpeaker(throwing)
    vi.advanceTimersByTime(60_000)
    expect(speaker.voiceFor(['ja'])).toBe('none')
  })

  it('are not known until they come, and none when they do not come', () => {
    const mouth = aMouth([])
    const speaker = createSpeaker(mouth.speech)
    const told = vi.fn()
    const end = speaker.onVoices(told)
    expect(speaker.voiceFor(['ja'])).toBe('unknown')
    vi.advanceTimersByTime(60_000)
    expect(speaker.voiceFor(['ja'])).toBe('none')
    expect(told).toHaveBeenCalledTimes(1)
    mouth.voicesCome([JA])
    expect(speaker.voiceFor(['ja'])).toBe('ready')
    expect(told).toHaveBeenCalledTimes(2)
    end()
    mouth.voicesCome([])
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('are found by a browser that never tells of them', () => {
    let voices: readonly Voice[] = []
    const speaker = createSpeaker({
      getVoices: () => voices as SpeechSynthesisVoice[],
      speak: () => {},
      cancel: () => {},
    })
    const told = vi.fn()
    speaker.onVoices(told)
    voices = [EN]
    vi.advanceTimersByTime(1000)
    expect(told).toHaveBeenCalled()
    expect(speaker.voiceFor(['en'])).toBe('ready')
  })
})

describe('speaking', () => {
  it('begins within the press, and says one piece after the other, each with its own voice', async () => {
    const mouth = aMouth([EN, JA])
    const begun: number[] = []
    const done = createSpeaker(mouth.speech).speak([ONE, TWO, THREE], {
      signal: listening(),
      onPiece: (index) => begun.push(index),
    })
    expect(mouth.said).toEqual(['ja_JP ja-JP: 一'])
    expect(mouth.speech.cancel).not.toHaveBeenCalled()
    await mouth.finish()
    await mouth.finish()
    expect(mouth.said).toEqual(['ja_JP ja-JP: 一', 'en-US en-US: two', 'ja_JP ja-JP: 三'])
    expect(begun).toEqual([0, 1, 2])
    await mouth.finish()
    expect(await done).toBe('done')
  })

  it('is silent at once when it is stopped, and says no more', async () => {
    const mouth = aMouth([JA])
    const stop = new AbortController()
    const done = createSpeaker(mouth.speech).speak([ONE, THREE], { signal: stop.signal })
    mouth.begin()
    stop.abort()
    expect(mouth.speech.cancel).toHaveBeenCalled()
    expect(await done).toBe('stopped')
    expect(mouth.said).toHaveLength(1)
  })

  it('says nothing for one who has stopped it already', async () => {
    const mouth = aMouth([JA])
    const stop = new AbortController()
    stop.abort()
    expect(await createSpeaker(mouth.speech).speak([ONE], { signal: stop.signal })).toBe('stopped')
    expect(mouth.said).toEqual([])
  })

  it('falls silent when the page is hidden or left', async () => {
    for (const leave of [
      () => dispatchEvent(new Event('pagehide')),
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
        document.dispatchEvent(new Event('visibilitychange'))
      },
    ]) {
      const mouth = aMouth([JA])
      const done = createSpeaker(mouth.speech).speak([ONE, THREE], { signal: listening() })
      leave()
      expect(await done).toBe('stopped')
      expect(mouth.said).toHaveLength(1)
      vi.restoreAllMocks()
    }
  })

  it('ends what is spoken when something else is to be spoken', async () => {
    const mouth = aMouth([JA])
    const speaker = createSpeaker(mouth.speech)
    const first = speaker.speak([ONE, THREE], { signal: listening() })
    const second = speaker.speak([THREE], { signal: listening() })
    expect(await first).toBe('stopped')
    await mouth.finish()
    expect(await second).toBe('done')
    expect(mouth.said).toEqual(['ja_JP ja-JP: 一', 'ja_JP ja-JP: 三'])
  })

  it('does so too in a browser that does not tell of what it cut off', async () => {
    const mouth = aMouth([JA])
    mouth.speech.cancel.mockImplementation(() => undefined)
    const speaker = createSpeaker(mouth.speech)
    const first = speaker.speak([ONE, THREE], { signal: listening() })
    void speaker.speak([THREE], { signal: listening() })
    expect(await first).toBe('stopped')
  })

  it('fails where the browser cannot speak, or throws', async () => {
    expect(await createSpeaker(null).speak([ONE], { signal: listening() })).toBe('failed')
    const mouth = aMouth([JA])
    const throwing = {
      ...mouth.speech,
      getVoices: () => [JA] as SpeechSynthesisVoice[],
      speak: () => {
        throw new Error('no')
      },
    }
    expect(await createSpeaker(throwing).speak([ONE, THREE], { signal: listening() })).toBe('failed')
  })

  it('fails when the voice never begins, and does not try every sentence first', async () => {
    const mouth = aMouth([JA])
    const done = createSpeaker(mouth.speech).speak([ONE, THREE], { signal: listening() })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await done).toBe('failed')
    expect(mouth.said).toHaveLength(1)
    expect(mouth.speech.cancel).toHaveBeenCalled()
  })

  it('goes on when the end of a sentence is never told', async () => {
    const mouth = aMouth([JA])
    const done = createSpeaker(mouth.speech).speak([ONE, THREE], { signal: listening() })
    mouth.begin()
    await vi.advanceTimersByTimeAsync(12_000)
    expect(mouth.said).toHaveLength(2)
    mouth.begin()
    await mouth.finish()
    expect(await done).toBe('done')
  })

  it('says the rest when one sentence cannot be spoken, and tells that it was not all', async () => {
    const mouth = aMouth([JA])
    const done = createSpeaker(mouth.speech).speak([ONE, TWO, THREE], { signal: listening() })
    await mouth.fail('synthesis-failed')
    expect(mouth.said).toEqual(['ja_JP ja-JP: 一', 'ja_JP ja-JP: 三'])
    await mouth.finish()
    expect(await done).toBe('failed')
  })

  it('is stopped, and has not failed, when somebody else makes the device silent', async () => {
    for (const error of ['interrupted', 'canceled']) {
      const mouth = aMouth([JA])
      const done = createSpeaker(mouth.speech).speak([ONE, THREE], { signal: listening() })
      await mouth.fail(error)
      expect(await done).toBe('stopped')
      expect(mouth.said).toHaveLength(1)
    }
  })

  it('never speaks through a server', async () => {
    const mouth = aMouth([REMOTE])
    const done = createSpeaker(mouth.speech).speak([piece('nước', 'vi-VN', 'vi')], { signal: listening() })
    expect(await done).toBe('failed')
    expect(mouth.said).toEqual([])
  })
})
