import { createContext } from 'react'
import type { Phrase } from '#domain/risk/report.ts'
import type { SayWords } from '#i18n/index.ts'
import type { Speaker } from '#platform/ports.ts'

/**
 * What is to be read aloud, in whatever language it is asked for: marked-up sentences, in the order in which they are heard. The
 * device may have no voice for the language of the screen; then the same is said in Japanese.
 */
export type Speech = (t: SayWords) => readonly string[]

/** Sentences of the domain as something that can be read aloud. */
export const speakableOf =
  (phrases: readonly Phrase[]): Speech =>
  (t) =>
    phrases.map(t.phrase)

/** Several, one after the other. */
export const inTurn =
  (...speeches: readonly Speech[]): Speech =>
  (t) =>
    speeches.flatMap((speech) => speech(t))

/** Hands out the device's speaker, when it is wanted for the first time. */
export type OpenSpeaker = () => Promise<Speaker>

/** The speaker for all `ReadAloud` below; null = nothing can be read aloud here, and no button stands there. */
export const SpeakerContext = createContext<OpenSpeaker | null>(null)

/** What is said before everything that is read aloud below; null = nothing. */
export const PreludeContext = createContext<Speech | null>(null)
