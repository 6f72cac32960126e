import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plain, spoken } from '#i18n/ruby.ts'
import { compareReadings, openTokenizer, type Tokenizer } from '../support/compare-readings.ts'
import {
  characters,
  filled,
  KANJI,
  kanjiOf,
  KNOWN_KATAKANA,
  LIMITS,
  LONGEST_KANJI_RUN,
  morae,
  OFFICIAL_TERMS,
  readingsOf,
  readNumber,
  sentencesOf,
} from '../support/easy-japanese.ts'
import { contentWords, phrasesOf } from '../support/easy-phrases.ts'
import { notesFor, readSentences } from '../support/read-locales.ts'
import { projectFiles, textOf, TOP } from '../support/source-files.ts'

/**
 * Every string of やさしい日本語 against the rules E1–E17 that a machine can measure. What it cannot measure is whether
 * people understand. Classes and lengths: `src/i18n/meta/<namespace>.notes.json`; without a note a string is `info`.
 */
const everything = [...readSentences('ja-simple'), ...curatedNotes()].map(([key, text]) => ({
  key,
  text: filled(text),
}))
/** Official terms are names and no sentences of ours: they are shown beside what they mean. Their readings are held by E3 and E16. */
const isTerm = ({ key }: { readonly key: string }): boolean => key.startsWith('terms:')
const strings = everything.filter((one) => !isTerm(one))
const japanese = readSentences('ja')

/** The notes of the curated coverage, which are sentences for people too. */
function curatedNotes(): readonly (readonly [string, string])[] {
  return projectFiles()
    .filter((name) => /^data\/areas\/[^/]+\/coverage\.json$/.test(name))
    .flatMap((name) => {
      const entries = JSON.parse(textOf(name)) as { id: string; note: Record<string, string> }[]
      return entries.map(({ id, note }) => [`${name}:${id}`, note['ja-simple'] ?? ''] as const)
    })
}

/** Morae without a space: あふれるかもしれません with a particle more. */
const LONGEST_STRETCH = 12

/** The share of phrases that begin after a space or a sign (分かち書き). */
const LEAST_PARTED = 0.9

const endsInNoun = (tokenizer: Tokenizer, text: string): boolean =>
  tokenizer.tokenize(text.replace(/[。！？」』]+$/u, '')).at(-1)?.pos === '名詞'

type Said = {
  readonly key: string
  readonly sentence: string
  readonly limits: (typeof LIMITS)['alert' | 'info']
}

const said: readonly Said[] = strings.flatMap(({ key, text }) =>
  sentencesOf(text).map((sentence) => ({ key, sentence, limits: LIMITS[notesFor(key).class] })),
)

/** One line for each sentence that breaks a rule: `namespace:key: rule: sentence`. */
const broken = (find: (one: Said) => string | null): readonly string[] =>
  said.flatMap((one) => {
    const fault = find(one)
    return fault === null ? [] : [`${one.key}: ${fault}: ${one.sentence}`]
  })

const brokenBy = (rule: string, pattern: RegExp): readonly string[] =>
  broken(({ sentence }) => {
    const found = pattern.exec(plain(sentence))
    return found === null ? null : `${rule} (${found[0]})`
  })

describe('easy Japanese', () => {
  let tokenizer: Tokenizer
  beforeAll(async () => {
    tokenizer = await openTokenizer()
  })

  it('E1: says no more morae in a sentence than one can hear', () => {
    expect(
      broken(({ sentence, limits }) =>
        morae(sentence) > limits.morae ? `E1 ${morae(sentence)} morae, at most ${limits.morae}` : null,
      ),
    ).toEqual([])
  })

  it('E2: has short sentences', () => {
    expect(
      broken(({ sentence, limits }) =>
        characters(sentence) > limits.characters
          ? `E2 ${characters(sentence)} characters, at most ${limits.characters}`
          : null,
      ),
    ).toEqual([])
  })

  it('E3: gives every kanji its reading, in kana only', () => {
    expect(
      everything.flatMap(({ key, text }) => {
        const bare = spoken(text).match(KANJI) ?? []
        const odd = readingsOf(text).filter(
          ({ kana }) => !/^[\u3041-\u3096\u30a1-\u30fa\u30fc]+$/u.test(kana),
        )
        const empty = readingsOf(text).filter(({ base }) => !base.match(KANJI))
        return [
          ...(bare.length > 0 ? [`${key}: E3 no reading for ${bare.join('')}: ${text}`] : []),
          ...odd.map(({ base, kana }) => `${key}: E3 {${base}|${kana}} is not kana`),
          ...empty.map(({ base, kana }) => `${key}: E3 {${base}|${kana}} has no kanji`),
        ]
      }),
    ).toEqual([])
  })

  it('E4: has few kanji in a sentence', () => {
    expect(
      broken(({ key, sentence, limits }) => {
        const count = kanjiOf(sentence).length
        const isName = key.startsWith('sites:category.') && key.endsWith('.name')
        return count > limits.kanji && !isName ? `E4 ${count} kanji, at most ${limits.kanji}` : null
      }),
    ).toEqual([])
  })

  it('E5: has long rows of kanji only in official names', () => {
    const names = [...OFFICIAL_TERMS].sort((a, b) => b.length - a.length)
    expect(
      broken(({ sentence }) => {
        const rest = names.reduce((text, name) => text.replaceAll(name, ' '), plain(sentence))
        const run = rest.match(new RegExp(`${KANJI.source}{${LONGEST_KANJI_RUN + 1},}`, 'u'))
        return run === null ? null : `E5 ${run[0]}`
      }),
    ).toEqual([])
  })

  it('E6: explains official terms on the spot', () => {
    expect(
      strings
        .filter(({ key }) => !key.startsWith('sites:category.'))
        .flatMap(({ key, text }) =>
          readingsOf(text)
            .filter(
              ({ base, kana }) => OFFICIAL_TERMS.includes(base) && !text.includes(`{${base}|${kana}}〈＝`),
            )
            .map(({ base }) => `${key}: E6 ${base} is not followed by 〈＝…〉: ${text}`),
        ),
    ).toEqual([])
  })

  it('E7: says it in words that one learns first, or that one needs', () => {
    const file = join(TOP, 'tests/contract/easy-words.json')
    const { levels, needed } = JSON.parse(readFileSync(file, 'utf8')) as Record<
      'levels' | 'needed',
      Record<string, readonly string[]>
    >
    const listed = [...Object.values(levels), ...Object.values(needed)].flat()
    const used = new Set<string>()
    const unknown = said.flatMap(({ key, sentence }) =>
      contentWords(tokenizer, sentence).flatMap((word) => {
        used.add(word)
        return listed.includes(word) ? [] : [`${key}: E7 ${word}: ${sentence}`]
      }),
    )
    expect(unknown).toEqual([])
    expect(listed.filter((word, index) => listed.indexOf(word) !== index)).toEqual([])
    // A hard word that no sentence needs any more must not come back unseen.
    expect(
      Object.values(needed)
        .flat()
        .filter((word) => !used.has(word)),
    ).toEqual([])
  })

  it('E8: has no passive and no causative', () => {
    expect(
      broken(({ sentence }) => {
        const found = tokenizer
          .tokenize(plain(sentence).replace(/\s/gu, ''))
          .find(
            (word) =>
              word.pos === '動詞' &&
              word.pos_detail_1 === '接尾' &&
              ['れる', 'られる', 'せる', 'させる'].includes(word.basic_form),
          )
        return found === undefined ? null : `E8 ${found.surface_form}`
      }),
    ).toEqual([])
  })

  it('E9: never denies twice', () => {
    expect(
      brokenBy('E9', /ないとは言え|なくはな|ないわけ|ないとは限|ないとも限|ないことは|ないことも|なくない/u),
    ).toEqual([])
  })

  it('E10: ends politely, or is a label', () => {
    const polite = /(です|ます|ません|ました|でした|ください|でしょうか|ますか|ですか)[」』]?[。！？]$/u
    expect(
      broken(({ sentence }) => {
        const text = plain(sentence).replace(/\s/gu, '')
        if (/ましょう/u.test(text)) return 'E10 ましょう'
        if (/[。！？]$/u.test(text) && !polite.test(text) && !endsInNoun(tokenizer, text))
          return 'E10 does not end in です・ます・ください, nor in a noun'
        return /(である|だ|しろ|せよ)$/u.test(text) ? 'E10 blunt ending' : null
      }),
    ).toEqual([])
  })

  it('E11: has no honorifics, guesses or “and others”', () => {
    expect(
      brokenBy(
        'E11',
        /いらっしゃ|ご覧|お越し|ございま|伺|申し上げ|いただ|おそらく|と思われ|おそれがあ|等(?!避難)/u,
      ),
    ).toEqual([])
  })

  it('E12: writes dates and times plainly', () => {
    expect(
      brokenBy(
        'E12',
        /令和|平成|昭和|\d\s*[〜～-]\s*\d|(1[3-9]|2[0-4])(時|:\d\d)|\d{4}\/\d{1,2}|\d{1,2}\/\d{1,2}/u,
      ),
    ).toEqual([])
  })

  it('E13: uses loanwords that everybody knows', () => {
    expect(
      broken(({ sentence }) => {
        const unknown = (plain(sentence).match(/[\u30a1-\u30fa\u30fc]{3,}/gu) ?? []).filter(
          (word) => !KNOWN_KATAKANA.has(word),
        )
        return unknown.length === 0 ? null : `E13 ${unknown.join(', ')}`
      }),
    ).toEqual([])
  })

  it('E14: has few commas', () => {
    expect(
      broken(({ sentence, limits }) => {
        const count = sentence.match(/、/gu)?.length ?? 0
        return count > limits.commas ? `E14 ${count} commas, at most ${limits.commas}` : null
      }),
    ).toEqual([])
  })

  it('E15: has spaces between its words, of one kind', () => {
    expect(
      broken(({ sentence }) => {
        if (/\u3000/u.test(sentence)) return 'E15 a wide space'
        const long = sentence
          .split(/[ 、・]/u)
          .find((part) => morae(part.replace(/[A-Za-z]+/gu, '')) > LONGEST_STRETCH)
        return long === undefined ? null : `E15 no space in ${plain(long)}`
      }),
    ).toEqual([])
  })

  it('E15: parts nine phrases of ten with a space, and tears none', () => {
    const found = said.map(({ key, sentence }) => ({ key, sentence, ...phrasesOf(tokenizer, sentence) }))
    const namespaceOf = (key: string): string => key.slice(0, key.indexOf(':'))
    const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
    const tooFew = [...new Set(found.map(({ key }) => namespaceOf(key)))].flatMap((namespace) => {
      const all = found.filter(({ key }) => namespaceOf(key) === namespace)
      const begins = sum(all.map((one) => one.begins))
      const joined = all.flatMap((one) => one.joined)
      return joined.length <= begins * (1 - LEAST_PARTED)
        ? []
        : [`${namespace}: E15 ${joined.length} of ${begins} phrases: ${joined.join(' ')}`]
    })
    expect(tooFew).toEqual([])
    expect(
      found.flatMap(({ key, sentence, torn }) =>
        torn.length === 0 ? [] : [`${key}: E15 ${torn.join(' ')} is torn: ${sentence}`],
      ),
    ).toEqual([])
  })

  it('E16: reads the kanji as the dictionary does, or as was reviewed', () => {
    const file = join(TOP, 'tests/contract/furigana-allow.json')
    const { reviewed } = JSON.parse(readFileSync(file, 'utf8')) as { reviewed: Record<string, string> }
    const used = new Set<string>()
    const named = everything.filter(isTerm).map(({ key, text }) => ({ key, sentence: text }))
    const wrong = [...said, ...named].flatMap(({ key, sentence }) =>
      compareReadings(tokenizer, sentence).flatMap(({ pairs, ours, theirs }) => {
        const unknown = pairs.filter((pair) => !(pair in reviewed))
        for (const pair of pairs) if (pair in reviewed) used.add(pair)
        // One reviewed pair explains the stretch: the others in it were joined to it by the dictionary.
        return unknown.length < pairs.length
          ? []
          : [`${key}: E16 ${unknown.join(' ')}: ours ${ours}, dictionary ${theirs}: ${sentence}`]
      }),
    )
    expect(wrong).toEqual([])
    expect(Object.keys(reviewed).filter((pair) => !used.has(pair))).toEqual([])
  })

  it('E17: says the same numbers as Japanese', () => {
    const digits = (text: string): string =>
      (
        plain(text)
          .normalize('NFKC')
          .match(/\d+(\.\d+)?/gu) ?? []
      )
        .sort()
        .join(' ')
    expect(
      [...readSentences('ja-simple')].flatMap(([key, text]) => {
        const [own, theirs] = [digits(text), digits(japanese.get(key) ?? '')]
        return own === theirs
          ? []
          : [`${key}: E17 numbers ${own || 'none'}, in ja ${theirs || 'none'}: ${text}`]
      }),
    ).toEqual([])
  })

  it('E17: names nothing that Japanese does not name', () => {
    const bare = (text: string): string => plain(text.replace(/\{\{.+?\}\}/gu, ' '))
    expect(
      [...readSentences('ja-simple')].flatMap(([key, text]) => {
        const theirs = bare(japanese.get(key) ?? '')
        const names = tokenizer
          .tokenize(bare(text))
          .filter((word) => word.pos === '名詞' && word.pos_detail_1 === '固有名詞')
          .map((word) => word.surface_form)
          .filter((name) => /^\p{sc=Han}{2,}$|^[A-Za-z]{2,}$/u.test(name))
        return names
          .filter((name) => !theirs.includes(name))
          .map((name) => `${key}: E17 ${name} is not in ja: ${text}`)
      }),
    ).toEqual([])
  })
})

describe('the measures', () => {
  it('count morae as they are heard', () => {
    expect(morae('{逃|に}げて ください。')).toBe(7)
    expect(morae('{避難所|ひなんじょ}')).toBe(4)
    expect(morae('{学校|がっこう}')).toBe(4)
    expect(morae('0.5メートル')).toBe(9)
    expect(['0', '7', '10', '24', '105', '0.5', '2026', '0954'].map(readNumber)).toEqual([
      'れい',
      'なな',
      'じゅう',
      'にじゅうよん',
      'ひゃくご',
      'れいてんご',
      'にせんにじゅうろく',
      'れいきゅうごよん',
    ])
  })

  it('find a wrong reading', async () => {
    const tokenizer = await openTokenizer()
    expect(compareReadings(tokenizer, '{川|かわ}の {水|みず}が {来|き}ます。')).toEqual([])
    expect(
      compareReadings(tokenizer, '{川|かわ}の {水|すい}が {来|き}ます。').map(({ pairs }) => pairs),
    ).toEqual([['水|すい']])
    expect(compareReadings(tokenizer, '{避難場所|ひなんばしょ}へ {行|い}きます。')).toEqual([])
  })
})
