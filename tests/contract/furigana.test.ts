import { beforeAll, describe, expect, it } from 'vitest'
import { plain } from '#i18n/ruby.ts'
import { makeBundles, reviewedReadings, type FuriganaBundles } from '#scripts/furigana/make-bundles.ts'
import { markText, readOverrides, withStandIns } from '#scripts/furigana/mark-text.ts'
import { openTokenizer, type Tokenizer } from '#scripts/furigana/open-tokenizer.ts'
import { KANJI, readingsOf } from '../support/easy-japanese.ts'
import { flatten, readSentences } from '../support/read-locales.ts'
import { textOf } from '../support/source-files.ts'

/** What each part of the app loads when readings of Japanese are wanted, as it is in the repository. */
const kept: FuriganaBundles = {
  all: JSON.parse(textOf('src/i18n/furigana/all.json')) as FuriganaBundles['all'],
  plan: JSON.parse(textOf('src/i18n/furigana/plan.json')) as FuriganaBundles['plan'],
}
const marked = new Map(
  [kept.all, kept.plan].flatMap((bundle) =>
    Object.entries(bundle).flatMap(([namespace, tree]) => [...flatten(tree, namespace)]),
  ),
)
/** Terms are shown with their reading in every language, from a chunk of their own; the words of clerks have no readings. */
const japanese = new Map([...readSentences('ja')].filter(([key]) => !/^(terms|staff):/.test(key)))

describe('Japanese with readings', () => {
  let tokenizer: Tokenizer
  beforeAll(async () => {
    tokenizer = await openTokenizer()
  })

  it('is what `npm run i18n:furigana` makes of the Japanese words now', () => {
    expect(kept).toEqual(makeBundles(tokenizer))
  })

  it('says what Japanese says', () => {
    expect(
      new Map([...marked].map(([key, text]) => [key, plain(text.replace(/\{\{.+?\}\}/gu, '⟨⟩'))])),
    ).toEqual(new Map([...japanese].map(([key, text]) => [key, text.replace(/\{\{.+?\}\}/gu, '⟨⟩')])))
  })

  it('has a reading in hiragana on every kanji', () => {
    expect(
      [...marked].flatMap(([key, text]) => {
        const bare = text.replace(/\{[^{}|]+\|[^{}|]+\}/gu, '').match(KANJI) ?? []
        const odd = readingsOf(text).filter(({ kana }) => !/^[\u3041-\u3096ー]+$/u.test(kana))
        return bare.length + odd.length === 0 ? [] : [`${key}: ${text}`]
      }),
    ).toEqual([])
  })

  it('reads whole words as easy Japanese does', () => {
    const easy = new Map<string, Set<string>>()
    for (const text of readSentences('ja-simple').values())
      for (const { base, kana } of readingsOf(text)) easy.set(base, (easy.get(base) ?? new Set()).add(kana))
    expect(
      [...marked].flatMap(([key, text]) =>
        readingsOf(text)
          .filter(({ base, kana }) => base.length > 1 && easy.get(base)?.has(kana) === false)
          .map(
            ({ base, kana }) =>
              `${key}: ${base} is ${kana}, in ja-simple ${[...(easy.get(base) ?? [])].join()}`,
          ),
      ),
    ).toEqual([])
  })

  it('needs every reviewed reading', () => {
    const all = [...marked.values()].map(withStandIns).join('\n')
    expect(reviewedReadings().filter((reading) => !all.includes(reading))).toEqual([])
  })

  it('takes the reviewed reading before the dictionary’s, the longer first', () => {
    const mark = (reviewed: readonly string[], text: string) =>
      markText(tokenizer, readOverrides(reviewed), text)
    expect(mark([], '高潮の水')).toBe('{高潮|こうちょう}の{水|みず}')
    expect(mark(['{高潮|たかしお}'], '高潮の水')).toBe('{高潮|たかしお}の{水|みず}')
    expect(mark(['5{分|ふん}', '15{分|ぷん}'], '15分か{{count}}分')).toBe('15{分|ぷん}か{{count}}{分|ふん}')
    expect(() => mark(['{字|あざ}'], '文字')).toThrow('cuts')
  })
})
