import { chooseVoice, voiceStateOf } from '#domain/speech/choose-voice.ts'
import type { SpeechEnd, Speaker, SpokenPiece } from '../ports.ts'

/** The part of the browser's speech that is used; a test hands in its own. Old ones cannot be listened to. */
export type SpeechLike = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'> &
  Partial<Pick<SpeechSynthesis, 'addEventListener' | 'resume' | 'speaking' | 'pending'>>

/** Voices that have not appeared after so long are taken not to exist, until they do. Own choice. */
const VOICES_WITHIN_MS = 2000
const LOOK_EVERY_MS = 250

/** A voice of the device that has not begun after so long will not: some browsers never tell that it cannot. Own choice. */
const BEGIN_WITHIN_MS = 5000

/** The slowest that a voice reads, and what it may need besides: after that its end was lost. Own choice. */
const SLOWEST_MS_A_CHARACTER = 500
const END_BESIDES_MS = 10_000

const speechOfBrowser = (): SpeechLike | null =>
  (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis ?? null

/**
 * Speaks with the voices of the device itself. A voice that is not local speaks through its maker's server, which would be
 * sent the place that was asked about: such voices are never used.
 * @param speech the browser's; null stands for a browser without it
 */
export function createSpeaker(speech: SpeechLike | null = speechOfBrowser()): Speaker {
  const voices = watchVoices(speech)
  let running: AbortController | null = null
  return {
    voiceFor: (tags) => (voices.areKnown() ? voiceStateOf(voices.all(), tags) : 'unknown'),
    onVoices: voices.onChange,
    async speak(pieces, { signal, onPiece }) {
      running?.abort()
      const own = new AbortController()
      running = own
      const letGo = stopWith(own, signal)
      try {
        return await sayAll(pieces, { speech, voices: voices.all, signal: own.signal, onPiece })
      } finally {
        letGo()
      }
    },
  }
}

/** The voices, which come some time after the page, and the news of them. */
function watchVoices(speech: SpeechLike | null) {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const all = (): readonly SpeechSynthesisVoice[] => {
    try {
      return speech?.getVoices() ?? []
    } catch {
      return []
    }
  }
  let isSettled = speech === null
  let looksLeft = VOICES_WITHIN_MS / LOOK_EVERY_MS
  const look = () => {
    looksLeft -= 1
    if (all().length === 0 && looksLeft > 0) return void setTimeout(look, LOOK_EVERY_MS)
    isSettled = true
    tell()
  }
  if (!isSettled && all().length === 0) setTimeout(look, LOOK_EVERY_MS)
  speech?.addEventListener?.('voiceschanged', tell)
  return {
    all,
    areKnown: () => isSettled || all().length > 0,
    onChange: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}

/** Stops when the person stops it, and when the page is hidden or left: a phone in a pocket does not speak on. */
function stopWith(own: AbortController, signal: AbortSignal): () => void {
  const stop = () => own.abort()
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') stop()
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  document.addEventListener('visibilitychange', whenHidden)
  addEventListener('pagehide', stop)
  return () => {
    signal.removeEventListener('abort', stop)
    document.removeEventListener('visibilitychange', whenHidden)
    removeEventListener('pagehide', stop)
  }
}

type Mouth = {
  readonly speech: SpeechLike | null
  readonly voices: () => readonly SpeechSynthesisVoice[]
  readonly signal: AbortSignal
  readonly onPiece?: ((index: number) => void) | undefined
}

/** `fault`: this piece was not spoken, the next may be. `mute`: the voice does not begin at all. */
type Said = 'spoken' | 'fault' | 'mute' | 'stopped'

async function sayAll(pieces: readonly SpokenPiece[], mouth: Mouth): Promise<SpeechEnd> {
  const { speech, voices, signal, onPiece } = mouth
  if (speech === null) return 'failed'
  // Cancelled only where something is to be cancelled: after it, some browsers swallow what is said next.
  if (speech.speaking !== false || speech.pending !== false) silence(speech)
  let isWhole = true
  for (const [index, piece] of pieces.entries()) {
    if (signal.aborted) return 'stopped'
    const voice = chooseVoice(voices(), piece.voices)
    if (voice !== null) onPiece?.(index)
    const said = voice === null ? 'fault' : await sayOne(speech, piece.text, voice, signal)
    if (said === 'stopped') return said
    if (said === 'mute') return 'failed'
    if (said === 'fault') isWhole = false
  }
  return isWhole ? 'done' : 'failed'
}

function silence(speech: SpeechLike): void {
  try {
    speech.cancel()
  } catch {
    // What cannot be silenced was not speaking.
  }
}

/** Held while they are spoken: a browser forgets the end of an utterance that nobody holds. */
const held = new Set<SpeechSynthesisUtterance>()

const sayOne = (speech: SpeechLike, text: string, voice: SpeechSynthesisVoice, signal: AbortSignal) =>
  new Promise<Said>((resolve) => {
    let utterance: SpeechSynthesisUtterance | null = null
    const end = (said: Said) => {
      clearTimeout(waiting)
      signal.removeEventListener('abort', stop)
      if (utterance !== null) held.delete(utterance)
      resolve(signal.aborted ? 'stopped' : said)
    }
    const giveUp = (said: Said) => {
      end(said)
      silence(speech)
    }
    const stop = () => giveUp('stopped')
    let waiting = setTimeout(() => giveUp('mute'), BEGIN_WITHIN_MS)
    const begun = () => {
      clearTimeout(waiting)
      const longest = END_BESIDES_MS + SLOWEST_MS_A_CHARACTER * text.length
      waiting = setTimeout(() => giveUp('spoken'), longest)
    }
    signal.addEventListener('abort', stop)
    try {
      utterance = new SpeechSynthesisUtterance(text)
      held.add(utterance)
      utterance.voice = voice
      // Android chooses by the language and overlooks the voice.
      utterance.lang = voice.lang.replaceAll('_', '-')
      utterance.onstart = begun
      utterance.onboundary = begun
      utterance.onend = () => end('spoken')
      utterance.onerror = ({ error }) =>
        end(error === 'interrupted' || error === 'canceled' ? 'stopped' : 'fault')
      speech.speak(utterance)
      // A browser that was paused by another page stays so.
      speech.resume?.()
    } catch {
      end('mute')
    }
  })
