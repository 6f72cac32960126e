import type { Speaker, SpokenPiece } from '../ports.ts'

/** The part of the browser's speech that is used; a test hands in its own. */
export type SpeechLike = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>

/**
 * Speaks with the voices of the device itself. A voice that is not local speaks through its maker's server, which would be
 * sent the place that was asked about: such voices are never used.
 * @param speech the browser's; null stands for a browser without it
 */
export function createSpeaker(
  speech: SpeechLike | null = (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis ?? null,
): Speaker {
  const voiceFor = (lang: string) => speech?.getVoices().find((voice) => isLocalVoiceOf(voice, lang))
  return {
    canSpeak: (lang) => voiceFor(lang) !== undefined,
    onVoices(changed) {
      speech?.addEventListener('voiceschanged', changed)
      return () => speech?.removeEventListener('voiceschanged', changed)
    },
    async speak(pieces, signal) {
      if (speech === null) return
      speech.cancel()
      const stop = () => speech.cancel()
      signal.addEventListener('abort', stop, { once: true })
      for (const piece of pieces) {
        if (signal.aborted) break
        const voice = voiceFor(piece.lang)
        if (voice !== undefined) await sayOne(speech, piece, voice)
      }
      signal.removeEventListener('abort', stop)
    },
  }
}

const isLocalVoiceOf = (voice: SpeechSynthesisVoice, lang: string): boolean =>
  voice.localService && primary(voice.lang) === primary(lang)

/** Android writes `ja_JP`, others `ja-JP`. */
const primary = (lang: string): string => lang.split(/[-_]/u)[0]?.toLowerCase() ?? ''

/** Resolves when the piece was spoken, was cancelled or failed: what can still be said goes on. */
const sayOne = (speech: SpeechLike, { lang, text }: SpokenPiece, voice: SpeechSynthesisVoice) =>
  new Promise<void>((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = lang
    utterance.voice = voice
    utterance.onend = () => resolve()
    utterance.onerror = () => resolve()
    speech.speak(utterance)
  })
