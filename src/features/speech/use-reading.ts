import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { VoiceState } from '#domain/speech/choose-voice.ts'
import {
  languageOf,
  sentencesIn,
  utterancesOf,
  voicesFor,
  type Sentence,
  type SayWords,
} from '#i18n/index.ts'
import type { Speaker } from '#platform/ports.ts'
import type { OpenSpeaker, Speech } from './speech.ts'

/** The speaker, once it is here; null until then. It may also not come: then there is nothing to press. */
export function useSpeaker(open: OpenSpeaker): Speaker | null {
  const [speaker, setSpeaker] = useState<Speaker | null>(null)
  useEffect(() => {
    let isOld = false
    open().then(
      (opened) => {
        if (!isOld) setSpeaker(opened)
      },
      () => undefined,
    )
    return () => {
      isOld = true
    }
  }, [open])
  return speaker
}

/** What the device can do for a language now: voices arrive late. */
export function useVoice(speaker: Speaker, lang: string): VoiceState {
  const subscribe = useCallback((changed: () => void) => speaker.onVoices(changed), [speaker])
  return useSyncExternalStore(subscribe, () => speaker.voiceFor(voicesFor(lang)))
}

/** `at`: the sentence that is spoken now; null before the first. */
export type Reading =
  | { readonly state: 'silent' | 'failed' }
  | { readonly state: 'reading'; readonly at: Sentence | null; readonly language: SayWords['language'] }

const SILENT: Reading = { state: 'silent' }

/**
 * Reads a speech aloud in the language that it is asked for, and falls silent when what is to be said changes or is left.
 * @param about another one ends the reading; as long as it is the same, a reading keeps the words that it began with
 */
export function useReading(speaker: Speaker, says: Speech, about: string) {
  const [reading, setReading] = useState<Reading>(SILENT)
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [about, stop])

  const read = (t: SayWords) => {
    stop()
    const own = new AbortController()
    running.current = own
    const { language } = t
    const sentences = sentencesIn(says(t), languageOf(language).htmlLang)
    const pieces = utterancesOf(sentences, (lang) => speaker.voiceFor(voicesFor(lang)) === 'ready')
    setReading({ state: 'reading', at: null, language })
    const onPiece = (index: number) =>
      setReading({ state: 'reading', at: sentences[pieces[index]?.sentence ?? -1] ?? null, language })
    void speaker.speak(pieces, { signal: own.signal, onPiece }).then((end) => {
      if (running.current === own) setReading(end === 'failed' ? { state: 'failed' } : SILENT)
    })
  }
  /** For a press that comes before the voices: reads as soon as there is one, and is silent where there is none. */
  const readOnceKnown = (t: SayWords) => {
    stop()
    const own = new AbortController()
    running.current = own
    const { language } = t
    setReading({ state: 'reading', at: null, language })
    const voices = voicesFor(languageOf(language).htmlLang)
    const end = speaker.onVoices(() => {
      const voice = speaker.voiceFor(voices)
      if (voice === 'unknown') return
      end()
      if (voice === 'ready') read(t)
      else setReading(SILENT)
    })
    own.signal.addEventListener('abort', () => {
      end()
      if (running.current === own) setReading(SILENT)
    })
  }
  return { reading, read, readOnceKnown, stop }
}
