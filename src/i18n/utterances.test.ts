import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { escapeMarkup, foreign, plain, spoken } from './ruby.ts'
import { sentencesOf } from './sentences.ts'
import { sentencesIn, utterancesOf, voicesFor } from './utterances.ts'

const cut = (marked: string, lang = 'en') => sentencesOf(marked, lang).map((one) => one.marked)
const ALL = () => true
const NONE = () => false
const said = (marked: string, lang: string, canSpeak: (lang: string) => boolean = ALL) =>
  utterancesOf(sentencesIn([marked], lang), canSpeak).map((one) => `${one.lang}: ${one.text}`)

/** Letters and digits only: what a voice says. */
const heard = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')

describe('sentencesOf', () => {
  it('cuts at the end of sentences and nowhere else', () => {
    expect(cut('It is 0.5 m deep. Leave! “Now?” Yes…')).toEqual([
      'It is 0.5 m deep.',
      'Leave!',
      '“Now?”',
      'Yes…',
    ])
    expect(cut('水が来ます。「にげて。」と言います。3.5mです', 'ja')).toEqual([
      '水が来ます。',
      '「にげて。」',
      'と言います。',
      '3.5mです',
    ])
    expect(cut('बाढी आउँछ। भाग्नुहोस्।', 'ne')).toEqual(['बाढी आउँछ।', 'भाग्नुहोस्।'])
    expect(cut('ရေကြီးမည်၊ သွားပါ။ ယခု။', 'my')).toEqual(['ရေကြီးမည်၊ သွားပါ။', 'ယခု။'])
    expect(cut('ទឹកជន់។ រត់។', 'km')).toEqual(['ទឹកជន់។', 'រត់។'])
    expect(cut('پانی آئے گا۔ نکلیں۔', 'ur')).toEqual(['پانی آئے گا۔', 'نکلیں۔'])
  })

  it('keeps readings and foreign pieces whole, and the brackets behind a full stop', () => {
    expect(cut('{水|みず}が {来|き}ます。{逃|に}げて。', 'ja')).toEqual([
      '{水|みず}が {来|き}ます。',
      '{逃|に}げて。',
    ])
    expect(cut('Level 4 ([ja:避難指示。]) now. Go.')).toEqual(['Level 4 ([ja:避難指示。]) now.', 'Go.'])
    expect(cut('approx.[ja:五]')).toEqual(['approx.[ja:五]'])
  })

  it('cuts inside a text that had to be taken from another language', () => {
    expect(sentencesOf('[ja:{水|みず}です。{逃|に}げて。]', 'vi')).toEqual([
      { marked: '{水|みず}です。', lang: 'ja' },
      { marked: '{逃|に}げて。', lang: 'ja' },
    ])
  })

  it('loses nothing and adds nothing, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('. ', '。', '! ', '{水|みず}', '[ja:避難。指示]', '(', ') ', '0.5 ', '\n', '။', 'a'),
      fc.string().map(escapeMarkup),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const marked = pieces.join('')
        const parts = sentencesOf(marked, 'en').map((one) => one.marked)
        const bare = (text: string) => text.replace(/\s/gu, '')
        for (const read of [plain, spoken]) expect(bare(parts.map(read).join(''))).toBe(bare(read(marked)))
      }),
    )
  })
})

describe('utterancesOf', () => {
  it('speaks readings in place of characters', () => {
    expect(said('{避難|ひなん}して ください。', 'ja')).toEqual(['ja: ひなんして ください。'])
  })

  it('gives an official Japanese word its own voice, without the brackets', () => {
    const marked = 'Leave by Level 4, Evacuation Instruction ([ja:{避難指示|ひなんしじ}]), at the latest.'
    expect(said(marked, 'en')).toEqual([
      'en: Leave by Level 4, Evacuation Instruction',
      'ja: ひなんしじ',
      'en: at the latest.',
    ])
    const vi = 'Hãy đi ([ja:高齢者等避難])。'
    expect(utterancesOf(sentencesIn([vi], 'vi'), ALL).map(({ voices }) => voices[0])).toEqual([
      'vi-VN',
      'ja-JP',
    ])
  })

  it('leaves it out where there is no voice for it and a translation stands before it', () => {
    expect(said('Leave by Evacuation Instruction ([ja:避難指示]), at the latest.', 'en', NONE)).toEqual([
      'en: Leave by Evacuation Instruction, at the latest.',
    ])
    expect(said('离开（[ja:避難指示]）。', 'zh-Hans', NONE)).toEqual(['zh-Hans: 离开。'])
    expect(said('A special area (red zone, [ja:特別警戒区域]). Go.', 'en', NONE)).toEqual([
      'en: A special area (red zone).',
      'en: Go.',
    ])
  })

  it('says no signs of direction', () => {
    expect(said('\u2068Hamamachi ([ja:浜町])\u2069 قريب', 'ur', NONE)).toEqual(['ur: Hamamachi قريب'])
  })

  it('never leaves out what is said only once', () => {
    expect(said('Near [ja:浜町].', 'en', NONE)).toEqual(['en: Near 浜町.'])
    expect(said('([ja:浜町])', 'en', NONE)).toEqual(['en: (浜町)'])
    expect(said('[ja:避難してください。]', 'vi', NONE)).toEqual(['ja: 避難してください。'])
    expect(said('(Near) [ja:浜町]', 'en', NONE)).toEqual(['en: (Near) 浜町'])
  })

  it('says an explanation as a part of the sentence', () => {
    expect(said('{避難所|ひなんじょ}〈＝{逃|に}げる ところ〉です。', 'ja')).toEqual([
      'ja: ひなんじょ、にげる ところ、です。',
    ])
  })

  it('keeps each utterance short, and divides at a comma before a space before a letter', () => {
    const [first, ...rest] = said(`${'word '.repeat(30)}end, ${'more '.repeat(40)}`, 'en')
    expect(first).toMatch(/end,$/)
    expect(rest.length).toBeGreaterThan(0)
    const thai = said('ก'.repeat(450), 'th')
    expect(thai.map(({ length }) => length)).toEqual([204, 204, 54])
  })

  it('names the sentence it belongs to', () => {
    const all = utterancesOf(sentencesIn(['One ([ja:一]) two. Three.', 'Four.'], 'en'), ALL)
    expect(all.map(({ sentence }) => sentence)).toEqual([0, 0, 0, 1, 2])
  })

  it('knows the voices of each language', () => {
    for (const { htmlLang, tag } of LANGUAGES)
      expect(voicesFor(htmlLang)[0]?.split('-')[0], tag).toBe(htmlLang.split('-')[0])
    expect(voicesFor('la')).toEqual(['la'])
    expect(voicesFor('en-XB')).toEqual(voicesFor('en'))
  })

  it('says every word once and in order, in its own language where there is a voice', () => {
    const words = fc.stringMatching(/^[a-z0-9 .,]{0,40}$/)
    const piece = fc.stringMatching(/^[あ-んア-ン漢字。]{1,12}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(words, piece, fc.boolean()), { maxLength: 6 }), (parts) => {
        const marked = parts
          .map(([own, other, isBracketed]) =>
            isBracketed ? `${own} (${foreign('ja', other)})` : `${own} ${foreign('ja', other)}`,
          )
          .join(' ')
        const all = utterancesOf(sentencesIn([marked], 'en'), ALL)
        expect(heard(all.map(({ text }) => text).join(''))).toBe(heard(spoken(marked)))
        for (const { text, lang } of all)
          expect(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(text) ? 'ja' : 'en').toBe(lang)
        const own = heard(parts.map(([text]) => text).join(''))
        const alone = heard(
          utterancesOf(sentencesIn([marked], 'en'), NONE)
            .map(({ text }) => text)
            .join(''),
        )
        expect(alone.replace(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]/gu, '')).toBe(own)
        for (const [, other, isBracketed] of parts) if (!isBracketed) expect(alone).toContain(heard(other))
      }),
    )
  })
})
