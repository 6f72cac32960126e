import { expect, type Page } from '@playwright/test'
import type { AppDriver } from './app-driver.ts'

export type FakeVoice = { readonly lang: string; readonly localService: boolean }
/** `lang`: what the browser was asked for; `voice`: the tag of the voice that was chosen. */
export type Spoken = { readonly text: string; readonly lang: string; readonly voice: string }

type FakePage = { spoken: Spoken[]; isSlow: boolean }

/** Put into the page before anything of the app: a device with these voices, which appear late, and which only writes down. */
function pretendToSpeak(voices: FakeVoice[]): void {
  const page = Object.assign(globalThis, { spoken: [] as Spoken[], isSlow: false })
  let found: FakeVoice[] = []
  const fake = new EventTarget()
  class Utterance {
    lang = ''
    voice: FakeVoice | null = null
    onstart: () => void = () => {}
    onend: () => void = () => {}
    onerror: (event: { error: string }) => void = () => {}
    readonly text: string
    constructor(text: string) {
      this.text = text
    }
  }
  let saying: Utterance | null = null
  const finish = () => {
    const said = saying
    saying = null
    said?.onend()
  }
  Object.assign(fake, {
    getVoices: () => found,
    speak: (utterance: Utterance) => {
      const { text, lang, voice } = utterance
      page.spoken.push({ text, lang, voice: voice?.lang ?? '' })
      saying = utterance
      setTimeout(() => utterance.onstart())
      if (!page.isSlow) setTimeout(finish)
    },
    cancel: () => {
      const said = saying
      saying = null
      said?.onerror({ error: 'canceled' })
    },
  })
  setTimeout(() => {
    found = voices
    fake.dispatchEvent(new Event('voiceschanged'))
  }, 100)
  Object.defineProperty(globalThis, 'speechSynthesis', { value: fake, configurable: true })
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true })
}

/** Reading aloud, on a device whose voices are made up: the machine of the tests has none. */
export class SpeechDriver {
  private readonly app: AppDriver
  private readonly page: Page

  constructor(app: AppDriver) {
    this.app = app
    this.page = app.page
  }

  /** The device has these voices from now on. */
  async pretend(voices: readonly FakeVoice[]): Promise<void> {
    await this.page.addInitScript(pretendToSpeak, [...voices])
  }

  /** From now on a sentence is never spoken to its end. */
  async speakSlowly(): Promise<void> {
    await this.page.evaluate(() => void Object.assign(globalThis, { isSlow: true }))
  }

  button(name: 'read' | 'stop' | 'japaneseVoice') {
    const { source } = this.app.words(`speech:${name}`)
    return this.page.getByRole('button', { name: new RegExp(`^\\s*${source}\\s*$`) })
  }

  /** What was spoken so far. */
  spoken(): Promise<readonly Spoken[]> {
    return this.page.evaluate(() => (globalThis as unknown as FakePage).spoken)
  }

  /** Presses the button, and waits until all of it was read. */
  async readAll(name: 'read' | 'japaneseVoice' = 'read'): Promise<readonly Spoken[]> {
    await this.button(name).click()
    await expect(this.button(name)).toBeVisible()
    return this.spoken()
  }

  /** The words that are marked on the page. */
  marked(): Promise<string> {
    return this.page.evaluate(() =>
      [...(CSS.highlights.get('reading') ?? [])]
        .map((range) => (range as Range).cloneContents().textContent)
        .join(''),
    )
  }
}
