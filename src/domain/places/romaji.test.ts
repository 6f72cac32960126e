import fc from 'fast-check'
import { expect, it } from 'vitest'
import { romajiOf, toRomaji } from './romaji.ts'

/** Names as railways, road signs and the maps of 国土地理院 write them; the long vowels with a line. */
it.each([
  ['かしま', 'Kashima'],
  ['ひぜんかしま', 'Hizenkashima'],
  ['とうきょう', 'Tōkyō'],
  ['きょうと', 'Kyōto'],
  ['こうべ', 'Kōbe'],
  ['おおさか', 'Ōsaka'],
  ['おおむらがた', 'Ōmuragata'],
  ['しんばし', 'Shinbashi'],
  ['なんば', 'Nanba'],
  ['ほんいんぼう', "Hon'inbō"],
  ['きんようび', "Kin'yōbi"],
  ['はっちょう', 'Hatchō'],
  ['さっぽろ', 'Sapporo'],
  ['べっぷ', 'Beppu'],
  ['にっしん', 'Nisshin'],
  ['しょうがっこう', 'Shōgakkō'],
  ['ちゅうおう', 'Chūō'],
  ['せんたー', 'Sentā'],
  ['コミュニティセンター', 'Komyunitisentā'],
  ['じゃり', 'Jari'],
  ['つづらの', 'Tsuzurano'],
  ['にいがた', 'Niigata'],
  ['めいじ', 'Meiji'],
  ['ゆうとくいなり じんじゃ', 'Yūtokuinari Jinja'],
  ['ｶｼﾏ', 'Kashima'],
  ['B&G', null],
  ['鹿島', null],
  ['っ', null],
  ['', null],
])('%s is %s in Latin letters', (kana, latin) => {
  expect(toRomaji(kana)).toBe(latin)
})

it('writes letter by letter where kana cannot tell a long vowel from two words', () => {
  expect(toRomaji('やのうら')).toBe('Yanoura')
  expect(toRomaji('のおか')).toBe('Nooka')
  expect(toRomaji('かわうち')).toBe('Kawauchi')
})

it('sets the word for the kind of building apart', () => {
  expect(romajiOf('鹿島小学校', 'かしましょうがっこう')).toBe('Kashima Shōgakkō')
  expect(romajiOf('川端公民館', 'カワバタコウミンカン')).toBe('Kawabata Kōminkan')
  expect(romajiOf('見本寺', 'けんぽんじ')).toBe('Kenponji')
  expect(romajiOf('体育館', 'たいいくかん')).toBe('Taiikukan')
  // The reading is another than the word's: it is left in one piece.
  expect(romajiOf('見本小学校', 'みほんしょう')).toBe('Mihonshō')
})

it('makes up no reading', () => {
  expect(romajiOf('北鹿島', null)).toBeNull()
  expect(romajiOf('北鹿島', '  ')).toBeNull()
})

/** Hepburn's table of simple syllables, as it stands in the passport office's list, apart from the table under test. */
const ORACLE =
  'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo だda でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo きゃkya きゅkyu きょkyo しゃsha しゅshu しょsho ちゃcha ちゅchu ちょcho にゃnya ひゃhya みゃmya りゃrya りゅryu りょryo ぎゃgya じゃja じゅju じょjo びゃbya ぴゃpya'
    .split(' ')
    .map((pair) => /^(\P{ASCII}+)(\w+)$/u.exec(pair)?.slice(1) as [string, string])

it('spells any row of syllables as the table has it, long vowels apart', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ORACLE), { minLength: 1, maxLength: 8 }), (syllables) => {
      const expected = syllables.map(([, latin]) => latin).join('')
      const plain = (toRomaji(syllables.map(([kana]) => kana).join('')) ?? '')
        .toLowerCase()
        .replace(/ō(?!u)/gu, 'ou')
        .replace(/ū/gu, 'uu')
      expect(plain.replace(/oo/gu, 'ou')).toBe(expected.replace(/oo/gu, 'ou'))
    }),
  )
})

it('never throws, whatever stands in a reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const latin = toRomaji(text)
      if (latin !== null) expect(latin).toMatch(/^[\p{Script=Latin}\p{N}'_. -]+$/u)
    }),
  )
})
