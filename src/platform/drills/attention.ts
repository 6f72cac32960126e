import type { Attention } from '../ports.ts'

/** Hertz and seconds of one tone. Own choice: heard outdoors, and by ears that no longer hear the highest tones. */
const TONE = { told: 660, urgent: 880, seconds: 0.25, gap: 0.4 } as const

/** What a browser may have to be noticed with. */
export type AttentionBrowser = {
  /** null = it makes no sound. */
  readonly makeAudio: (() => AudioContext) | null
  readonly navigator: Pick<Partial<Navigator>, 'vibrate' | 'wakeLock'>
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
}

const thisBrowser = (): AttentionBrowser => ({
  makeAudio: typeof AudioContext === 'function' ? () => new AudioContext() : null,
  navigator,
  page: document,
})

/** What this browser does to be noticed. */
export function createAttention(browser: AttentionBrowser = thisBrowser()): Attention {
  const { makeAudio, navigator: device } = browser
  let audio: AudioContext | null = null
  const canVibrate = typeof device.vibrate === 'function'
  return {
    can: { vibrate: canVibrate, sound: makeAudio !== null, stayAwake: device.wakeLock !== undefined },
    ready() {
      try {
        audio ??= makeAudio?.() ?? null
      } catch {
        // Some browsers allow a few only, or none: it stays silent, and `sound` tells so.
      }
      wake(audio)
    },
    vibrate: (pattern) => canVibrate && device.vibrate?.([...pattern]) === true,
    sound(what) {
      // A call, or a page that was away, puts it to sleep: what is said now is lost, the next one may be heard.
      if (audio?.state !== 'running') {
        wake(audio)
        return false
      }
      for (let turn = 0; turn < (what === 'urgent' ? 2 : 1); turn += 1)
        beep(audio, TONE[what], audio.currentTime + turn * TONE.gap)
      return true
    },
    stayAwake: (told) => stayAwake(browser, told),
  }
}

function wake(audio: AudioContext | null): void {
  if (audio !== null && audio.state !== 'running') void audio.resume().catch(() => undefined)
}

function beep(audio: AudioContext, hertz: number, from: number): void {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0.4, from)
  volume.gain.exponentialRampToValueAtTime(0.001, from + TONE.seconds)
  tone.connect(volume).connect(audio.destination)
  tone.start(from)
  tone.stop(from + TONE.seconds)
}

/** A page that is hidden loses it: it is asked for again when the page is seen. A phone that is nearly empty takes it away, too. */
async function stayAwake(
  { navigator: { wakeLock }, page }: AttentionBrowser,
  told: (isOn: boolean) => void = () => undefined,
): Promise<(() => void) | null> {
  if (wakeLock === undefined) return null
  let isOver = false
  let isAsking = false
  let held: WakeLockSentinel | null = null
  const ask = async (): Promise<void> => {
    if (isAsking || isOver || (held !== null && !held.released)) return
    isAsking = true
    const got = await wakeLock.request('screen').catch(() => null)
    isAsking = false
    if (isOver) return void release(got)
    held = got
    held?.addEventListener('release', () => {
      if (!isOver && held === got) told(false)
    })
    told(held !== null)
  }
  const again = () => {
    if (page.visibilityState === 'visible') void ask()
  }
  await ask()
  if (held === null) return null
  page.addEventListener('visibilitychange', again)
  return () => {
    isOver = true
    page.removeEventListener('visibilitychange', again)
    void release(held)
  }
}

const release = async (lock: WakeLockSentinel | null): Promise<void> => lock?.release().catch(() => undefined)
