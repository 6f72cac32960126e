import type { Attention } from '../ports.ts'

/** Hertz and seconds of one tone. Own choice: heard outdoors, and by ears that no longer hear the highest tones. */
const TONE = { told: 660, urgent: 880, seconds: 0.25, gap: 0.4 } as const

/** What this browser does to be noticed. */
export function createAttention(): Attention {
  let audio: AudioContext | null = null
  const hasSound = typeof AudioContext === 'function'
  const canVibrate = typeof navigator.vibrate === 'function'
  return {
    can: { vibrate: canVibrate, sound: hasSound, stayAwake: 'wakeLock' in navigator },
    ready() {
      if (!hasSound) return
      audio ??= new AudioContext()
      void audio.resume().catch(() => undefined)
    },
    vibrate: (pattern) => canVibrate && navigator.vibrate([...pattern]),
    sound(what) {
      if (audio?.state !== 'running') return false
      for (let turn = 0; turn < (what === 'urgent' ? 2 : 1); turn += 1)
        beep(audio, TONE[what], audio.currentTime + turn * TONE.gap)
      return true
    },
    stayAwake,
  }
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

/** A page that is hidden loses it: it is asked for again when the page is seen. */
async function stayAwake(): Promise<(() => void) | null> {
  if (!('wakeLock' in navigator)) return null
  let lock = await navigator.wakeLock.request('screen').catch(() => null)
  if (lock === null) return null
  const again = () => {
    if (document.visibilityState !== 'visible') return
    void navigator.wakeLock.request('screen').then(
      (next) => {
        lock = next
      },
      () => undefined,
    )
  }
  document.addEventListener('visibilitychange', again)
  return () => {
    document.removeEventListener('visibilitychange', again)
    void lock?.release().catch(() => undefined)
  }
}
