import { COMFORT } from '../support/comfort.ts'
import { expect, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { SpeechDriver, type Spoken } from './drivers/speech-driver.ts'

/** Nothing glides: no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const JA = { lang: 'ja_JP', localService: true }
const EN = { lang: 'en-US', localService: true }
const REMOTE = { lang: 'en-GB', localService: false }
const HAN = /\p{sc=Han}/u
const wholeOf = (spoken: readonly Spoken[]) => spoken.map(({ text }) => text).join(' ')

test('an answer is read in Japanese, in easy Japanese by its kana, and in English with official words in Japanese', async ({
  host,
  app,
  page,
}) => {
  const speech = new SpeechDriver(app)
  await speech.pretend([REMOTE, EN, JA])
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
  await app.lookUp((await SAMPLE.place()).name)
  const japanese = await speech.readAll()
  expect(new Set(japanese.map(({ voice, lang }) => `${voice} ${lang}`))).toEqual(new Set(['ja_JP ja-JP']))
  for (const key of ['risk:action.level4', 'risk:group.none', 'risk:always.uncoloured', 'app:answer.source'])
    expect(wholeOf(japanese)).toMatch(app.words(key))
  expect(wholeOf(japanese)).not.toMatch(COMFORT)

  await app.chooseLanguage('ja-simple')
  const easy = wholeOf((await speech.readAll()).slice(japanese.length))
  // Whose data these are is said in the publisher's own words.
  const [own = ''] = easy.split(app.words('app:answer.source'))
  expect(own).toMatch(app.words('risk:action.level4'))
  // The data tell no reading of the two rivers, and none is made up.
  expect(own.replace(/\p{sc=Han}+川の/gu, '')).not.toMatch(HAN)

  await app.chooseLanguage('en')
  const before = (await speech.spoken()).length
  const english = (await speech.readAll()).slice(before)
  expect(english.filter(({ voice }) => voice === 'ja_JP').map(({ text }) => text)).toContain('避難指示')
  expect(wholeOf(english.filter(({ voice }) => voice === 'en-US'))).not.toMatch(HAN)
  expect(english.some(({ voice }) => voice === REMOTE.lang)).toBe(false)

  await speech.speakSlowly()
  const after = (await speech.spoken()).length
  await speech.button('read').click()
  await expect.poll(() => speech.marked()).not.toBe('')
  expect((await speech.marked()).replace(/\s+/gu, ' ')).toContain((await speech.spoken()).at(-1)?.text)
  await speech.button('stop').click()
  await expect(speech.button('read')).toBeVisible()
  expect(await speech.marked()).toBe('')
  // Whoever leaves the answer hears no more of it.
  await speech.button('read').click()
  await app.show('about')
  await page.waitForTimeout(300)
  expect(await speech.spoken()).toHaveLength(after + 2)
})

test('where a voice would need a server this is said, and the same is offered in easy Japanese', async ({
  host,
  app,
  page,
}) => {
  const speech = new SpeechDriver(app)
  await speech.pretend([REMOTE, JA])
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  await app.lookUp((await SAMPLE.place()).name)
  await expect(page.getByText(app.words('speech:needsNetwork', { language: 'English' }))).toBeVisible()
  await expect(speech.button('read')).toHaveCount(0)
  const spoken = await speech.readAll('japaneseVoice')
  expect(new Set(spoken.map(({ voice }) => voice))).toEqual(new Set(['ja_JP']))
  expect(wholeOf(spoken)).toMatch(/^[^\p{sc=Han}]{40}/u)
})
