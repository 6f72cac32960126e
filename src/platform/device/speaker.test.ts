import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSpeaker, type SpeechLike } from './speaker.ts'

class Utterance {
  lang = ''
  voice: unknown = null
  onend: () => void = () => {}
  onerror: () => void = () => {}
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

beforeEach(() => vi.stubGlobal('SpeechSynthesisUtterance', Utterance))
afterEach(() => vi.unstubAllGlobals())

/** A mouth that says each piece when it is let, and ends what is left when it is told to be silent. */
function aMouth(voices: readonly { lang: string; localService: boolean }[]) {
  const said: string[] = []
  let speaking: Utterance | null = null
  const mouth = {
    getVoices: () => voices,
    speak: (utterance: Utterance) => {
      said.push(`${utterance.lang}: ${utterance.text}`)
      speaking = utterance
    },
    cancel: () => speaking?.onerror(),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }
  const finish = async () => {
    speaking?.onend()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { speech: mouth as unknown as SpeechLike, said, finish }
}

const LOCAL_JA = { lang: 'ja_JP', localService: true }

it('has a voice only where the device itself has one', () => {
  expect(createSpeaker(null).canSpeak('ja')).toBe(false)
  expect(createSpeaker(aMouth([]).speech).canSpeak('ja')).toBe(false)
  expect(createSpeaker(aMouth([{ lang: 'ja-JP', localService: false }]).speech).canSpeak('ja')).toBe(false)
  expect(createSpeaker(aMouth([LOCAL_JA]).speech).canSpeak('ja')).toBe(true)
  expect(createSpeaker(aMouth([LOCAL_JA]).speech).canSpeak('en')).toBe(false)
})

it('says one piece after the other and leaves out languages without a voice', async () => {
  const { speech, said, finish } = aMouth([LOCAL_JA])
  const done = createSpeaker(speech).speak(
    [
      { lang: 'ja', text: '一' },
      { lang: 'en', text: 'two' },
      { lang: 'ja', text: '三' },
    ],
    new AbortController().signal,
  )
  await Promise.resolve()
  expect(said).toEqual(['ja: 一'])
  await finish()
  expect(said).toEqual(['ja: 一', 'ja: 三'])
  await finish()
  await done
})

it('is silent at once when it is stopped', async () => {
  const { speech, said } = aMouth([LOCAL_JA])
  const stop = new AbortController()
  const done = createSpeaker(speech).speak(
    [
      { lang: 'ja', text: '一' },
      { lang: 'ja', text: '二' },
    ],
    stop.signal,
  )
  await Promise.resolve()
  stop.abort()
  await done
  expect(said).toEqual(['ja: 一'])
})
