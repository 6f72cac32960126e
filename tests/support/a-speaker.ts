import { act } from 'react'
import type { VoiceState } from '#domain/speech/choose-voice.ts'
import type { SpeechEnd, Speaker, SpokenPiece } from '#platform/ports.ts'

/**
 * A speaker for screens: it has the voices that it is given, by the first part of their tags, and speaks until it is told that
 * it came to an end, or is stopped.
 */
export function aSpeaker(has: Readonly<Record<string, VoiceState>>) {
  const voices = new Map(Object.entries(has))
  const listeners = new Set<() => void>()
  const said: (readonly SpokenPiece[])[] = []
  let running: {
    readonly signal: AbortSignal
    readonly onPiece: ((index: number) => void) | undefined
    readonly end: (end: SpeechEnd) => void
  } | null = null
  const speaker: Speaker = {
    voiceFor: ([best = '']) => voices.get(best.split('-')[0] ?? '') ?? voices.get('*') ?? 'none',
    onVoices: (then) => {
      listeners.add(then)
      return () => void listeners.delete(then)
    },
    speak: (pieces, { signal, onPiece }) => {
      said.push(pieces)
      return new Promise((end) => {
        running = { signal, onPiece, end }
        signal.addEventListener('abort', () => end('stopped'))
      })
    },
  }
  return {
    open: async () => speaker,
    /** What was given to be spoken, each time. */
    said: () => said.map((pieces) => pieces.map(({ text, voices: [best = ''] }) => `${best}: ${text}`)),
    isSpeaking: () => running !== null && !running.signal.aborted,
    reach: (index: number) => act(async () => running?.onPiece?.(index)),
    end: (how: SpeechEnd) => act(async () => running?.end(how)),
    voicesCome: (come: Readonly<Record<string, VoiceState>>) =>
      act(async () => {
        for (const [lang, state] of Object.entries(come)) voices.set(lang, state)
        for (const listener of listeners) listener()
      }),
  }
}
