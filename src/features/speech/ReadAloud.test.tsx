import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES, languageOf, wordsFor, type LanguageTag } from '#i18n/index.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aSpeaker } from '#tests/support/a-speaker.ts'
import { ReadAloud, speakableOf, SpeakerContext, type Speech } from './index.ts'

let screen: Screen
let marks: Map<string, unknown>
beforeEach(() => {
  marks = new Map()
  vi.stubGlobal('CSS', { highlights: marks })
  vi.stubGlobal('Highlight', class {})
})
afterEach(() => {
  screen.leave()
  vi.unstubAllGlobals()
})

const LEVEL4 = 'risk:action.level4'
const says = speakableOf([{ key: LEVEL4 }, { key: 'risk:overall.unknown' }])

async function show(tag: LanguageTag, mouth: ReturnType<typeof aSpeaker>, speech: Speech = says) {
  screen = await aScreen(tag)
  await showAgain(mouth, speech)
}

/** Draws it, and waits until its chunk, the speaker and the words of the other language are here. */
const showAgain = async (mouth: ReturnType<typeof aSpeaker>, speech: Speech = says, about?: string) => {
  screen.show(
    <main>
      <SpeakerContext value={mouth.open}>
        <ReadAloud says={speech} {...(about === undefined ? {} : { about })} />
      </SpeakerContext>
    </main>,
  )
  await import('./Reader.tsx')
  await wordsFor('ja-simple')
  const aTurn = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)))
  while (screen.box.querySelector('button, p') === null) await aTurn()
  for (let turn = 0; turn < 5; turn += 1) await aTurn()
}
const press = (words = '') => act(async () => screen.find('button', words).click())
const buttons = () => [...screen.box.querySelectorAll('button')].map(({ textContent }) => textContent)

describe('with a voice of the device', () => {
  it('reads in the language of the screen, official words by a Japanese voice', async () => {
    const mouth = aSpeaker({ '*': 'ready' })
    await show('en', mouth)
    await press('Read aloud')
    expect(mouth.said()[0]).toEqual([
      'en-GB: Everyone else leaves by Alert Level 4, Evacuation Instruction',
      'ja-JP: 避難指示',
      'en-GB: at the latest.',
      'en-GB: Some hazards at this place are not known.',
      'en-GB: Not known does not mean no danger.',
    ])
  })

  it('leaves out an official word that no voice can say', async () => {
    const mouth = aSpeaker({ en: 'ready' })
    await show('en', mouth)
    await press()
    expect(mouth.said()[0]?.[0]).toBe(
      'en-GB: Everyone else leaves by Alert Level 4, Evacuation Instruction, at the latest.',
    )
  })

  it('reads easy Japanese by its kana', async () => {
    const mouth = aSpeaker({ ja: 'ready' })
    await show('ja-simple', mouth)
    await press()
    expect(mouth.said()[0]?.join('')).toMatch(/^[^\p{sc=Han}]+$/u)
  })

  it('marks the sentence that is read, and takes the mark away', async () => {
    const mouth = aSpeaker({ '*': 'ready' })
    await show('en', mouth)
    const page = document.createElement('p')
    page.textContent = 'Not known does not mean no danger.'
    screen.find('main').append(page)
    await press()
    await mouth.reach(4)
    expect(marks.size).toBe(1)
    await mouth.end('done')
    expect(marks.size).toBe(0)
    page.remove()
  })

  it('says that it reads, and is stopped by the same button', async () => {
    const mouth = aSpeaker({ '*': 'ready' })
    await show('en', mouth)
    await press('Read aloud')
    expect(screen.words()).toContain('Reading aloud')
    await press('Stop reading')
    expect(mouth.isSpeaking()).toBe(false)
    expect(screen.words()).not.toContain('Reading aloud')
    await press('Read aloud')
    await mouth.end('done')
    expect(buttons()).toEqual(['Read aloud'])
  })

  it('falls silent when other words stand there or it leaves, and speaks on when nothing changed', async () => {
    const mouth = aSpeaker({ '*': 'ready' })
    await show('en', mouth)
    await press()
    await showAgain(mouth, speakableOf([{ key: LEVEL4 }, { key: 'risk:overall.unknown' }]))
    expect(mouth.isSpeaking()).toBe(true)
    await showAgain(mouth, speakableOf([{ key: LEVEL4 }]))
    expect(mouth.isSpeaking()).toBe(false)
    await press()
    screen.show(null)
    expect(mouth.isSpeaking()).toBe(false)
  })

  it('speaks on to the end when words change that are about the same, and falls silent when it is about another thing', async () => {
    const mouth = aSpeaker({ '*': 'ready' })
    await show('en', mouth)
    await showAgain(mouth, says, 'a place')
    await press()
    await showAgain(mouth, speakableOf([{ key: LEVEL4 }]), 'a place')
    expect(mouth.isSpeaking()).toBe(true)
    await showAgain(mouth, speakableOf([{ key: LEVEL4 }]), 'another place')
    expect(mouth.isSpeaking()).toBe(false)
  })

  it('tells when it could not be read, and takes that back at the next try', async () => {
    const mouth = aSpeaker({ '*': 'ready' })
    await show('en', mouth)
    await press()
    await mouth.end('failed')
    expect(screen.find('[role="status"]').textContent).toContain('could not be read aloud')
    await press()
    expect(screen.box.querySelector('[role="status"]')).toBeNull()
  })
})

describe('before the voices are known', () => {
  it('takes the press, and reads when a voice comes', async () => {
    const mouth = aSpeaker({ '*': 'unknown' })
    await show('en', mouth)
    await press('Read aloud')
    expect(mouth.said()).toEqual([])
    expect(buttons()).toEqual(['Stop reading'])
    await mouth.voicesCome({ '*': 'ready' })
    expect(mouth.said()).toHaveLength(1)
  })

  it('can be stopped while it waits, and says so when there is no voice', async () => {
    const mouth = aSpeaker({ '*': 'unknown' })
    await show('en', mouth)
    await press()
    await press('Stop')
    await mouth.voicesCome({ '*': 'ready' })
    expect(mouth.said()).toEqual([])
    await mouth.voicesCome({ '*': 'unknown' })
    await press()
    await mouth.voicesCome({ '*': 'none' })
    expect(buttons()).toEqual([])
    expect(screen.words()).toContain('no voice for English')
  })
})

describe('without a voice', () => {
  it.each(LANGUAGES.map(({ tag }) => tag))('names the language in its own words: %s', async (tag) => {
    await show(tag, aSpeaker({}))
    const { htmlLang, endonym } = languageOf(tag)
    expect(screen.words()).toContain(htmlLang === 'ja' ? '日本語' : endonym)
    if (languageOf(tag).ruby) expect(screen.box.textContent).toContain('にほんご')
    expect(screen.words()).not.toMatch(/speech:/)
    expect(buttons()).toEqual([])
  })

  it('offers the same in Japanese, read by its kana, and shows the sentence that is heard', async () => {
    const mouth = aSpeaker({ ja: 'ready' })
    await show('en', mouth)
    expect(buttons()).toEqual(['Read aloud in Japanese'])
    await press()
    const [pieces = []] = mouth.said()
    expect(pieces.join('')).toMatch(/^[^\p{sc=Han}]+$/u)
    expect(pieces.every((piece) => piece.startsWith('ja-JP: '))).toBe(true)
    expect(screen.box.querySelector('p[lang="ja"]')).toBeNull()
    await mouth.reach(0)
    expect(screen.find('p[lang="ja"]').querySelector('rt')).not.toBeNull()
    expect(marks.size).toBe(0)
    await press('Stop')
    expect(screen.box.querySelector('p[lang="ja"]')).toBeNull()
  })

  it('offers Japanese to nobody who reads Japanese, and to nobody whose device has no Japanese voice', async () => {
    await show('en', aSpeaker({ ja: 'needsNetwork' }))
    expect(buttons()).toEqual([])
    screen.leave()
    await show('ja-simple', aSpeaker({ ja: 'none' }))
    expect(buttons()).toEqual([])
  })

  it('says why a voice of a server is not used', async () => {
    await show('en', aSpeaker({ en: 'needsNetwork' }))
    expect(screen.words()).toContain('English works only with a network')
    expect(screen.words()).toContain('would be sent to a server')
  })

  it('where every line counts is told only beside an offer', async () => {
    screen = await aScreen('en')
    const brief = (mouth: ReturnType<typeof aSpeaker>) => (
      <SpeakerContext value={mouth.open}>
        <ReadAloud says={says} isBrief />
      </SpeakerContext>
    )
    screen.show(brief(aSpeaker({ ja: 'ready' })))
    await vi.waitFor(() => expect(screen.words()).toContain('no voice for English'))
    const mute = aSpeaker({})
    screen.show(brief(mute))
    await vi.waitFor(() => expect(screen.box.textContent).toBe(''))
  })

  it('is not there at all where nothing can be read aloud', async () => {
    screen = await aScreen('en')
    screen.show(<ReadAloud says={says} />)
    expect(screen.box.textContent).toBe('')
  })
})
