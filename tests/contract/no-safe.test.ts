import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/languages.ts'
import { readSentences } from '../support/read-locales.ts'
import { isTest, projectFiles, textOf } from '../support/source-files.ts'

/**
 * Unknown is not safe. No value, colour, class or file bears that name, and no sentence tells a person that a place is
 * without danger. `Safe-area` insets of a phone's screen and "safely" as a manner of doing are something else.
 */
const NAME = /\b(is|are)?_?safe(st|r)?\b|Safe(?=[A-Z]|\b)|\bsafe(?=[A-Z_])/
const HARMLESS =
  /safe-area-inset|safeParse|typeSafe|type-safe|Number\.isSafeInteger|MAX_SAFE_INTEGER|SAFE_INTEGER/g

const files = projectFiles()
const code = files.filter((name) => /^(src|scripts)\/.*\.(ts|tsx|css|mjs)$/.test(name) && !isTest(name))

/** Code without comments: a comment may well say why there is no "safe". */
const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[\s;,(){}])\/\/.*$/gm, '$1')

function unsafeNames(text: string): readonly string[] {
  return withoutComments(text)
    .replaceAll(HARMLESS, '')
    .split('\n')
    .filter((line) => NAME.test(line))
}

describe('no name in the code', () => {
  it('is "safe"', () => {
    expect(code.length).toBeGreaterThan(20)
    const found = code.flatMap((name) => unsafeNames(textOf(name)).map((line) => `${name}: ${line.trim()}`))
    expect(found).toEqual([])
  })

  it('would slip through', () => {
    for (const text of [
      "kind: 'safe'",
      'const isSafe = 1',
      '.safe { }',
      '--colour-safe: green',
      'safeZone()',
    ]) {
      expect(unsafeNames(text)).toHaveLength(1)
    }
    for (const text of ['env(safe-area-inset-bottom)', '// never safe', 'Number.isSafeInteger(n)']) {
      expect(unsafeNames(text)).toEqual([])
    }
  })
})

/**
 * Sentences that may hold the word: they say that something is *not* known to be free of danger, or they are official
 * terms (屋内安全確保 "staying safe indoors", 緊急安全確保, 安全な場所へ "to a safe place").
 */
const TELLS_SAFE: Readonly<Record<string, RegExp>> = {
  ja: /安全(です|だ[。と]|でしょう|と(言|い)え|な地域です|が確認)|(危険|浸水)(は|が)?(ありません|ない(です|。|と))|心配(は)?(いりません|ありません)/,
  'ja-simple':
    /安全(です|だ[。と])|あぶなく(ありません|ない)|(危険|危ないこと|水)(は|が)?(来|き)ません|心配(は)?(いりません|ありません)/,
  en: /\b(is|are|you(’|')re|be|stay|it(’|')s) (completely |quite |now )?safe\b|\bno (danger|risk|hazard)s?\b|\bfree of (danger|risk)\b|\bsafe (area|zone|here)\b/i,
}
/** A sentence that denies it is just what has to be said. */
const DENIES: Readonly<Record<string, RegExp>> = {
  ja: /(ではありません|わけではありません|とは(限|言え|いえ)|とは限り|しないでください|ことではありません|という意味では)/,
  'ja-simple':
    /(ではありません|わけではありません|とは(限|言え|いえ|いい|かぎ)|という(意味|こと)では|わかりません)/,
  en: /\b(not|never|cannot|does not mean|doesn(’|')t mean|nobody|no place)\b/i,
}

/**
 * The word "safe" of the other languages. A translation may hold it where the Japanese sentence holds 安全 itself (official terms,
 * denials) or where a word of the glossary does: a translation never says more than the Japanese.
 */
const SAFE_WORD: Readonly<Record<string, RegExp>> = {
  vi: /an toàn/iu,
  id: /\baman\b/iu,
  ne: /सुरक्षित/u,
  my: /ဘေးကင်း|လုံခြုံ|စိတ်ချရ/u,
  'zh-Hans': /安全|平安/u,
  'zh-Hant': /安全|平安/u,
  fil: /\bligtas\b/iu,
  ko: /안전/u,
  si: /ආරක්ෂිත|සුරක්ෂිත(?! මධ්‍යස්ථාන)/u,
  km: /សុវត្ថិភាព/u,
  th: /ปลอดภัย/u,
  mn: /аюулгүй/iu,
  // Insurance is "seguro" too.
  'pt-BR':
    /\b(est[áã]o?|estar|ficar?|lugar(es)?|local|locais|zonas?|áreas?|mais) segur[oa]s?\b|\ba salvo\b/iu,
  es: /\b(est[áéa]n?|estar|lugar(es)?|zonas?|áreas?|sitios?|más) segur[oa]s?\b|\ba salvo\b/iu,
  uk: /(?<!не)безпечн|в безпеці|у безпеці/iu,
  bn: /নিরাপদ/u,
  hi: /सुरक्षित/u,
  ur: /محفوظ (جگہ|مقام|رہ|علاق|ہے|ہیں)/u,
  ar: /آمن|بأمان|في أمان/u,
  ru: /(?<!не)безопасн|в безопасности/iu,
  fr: /en sécurité|\bsûre?s?\b|à l’abri du danger/iu,
  tr: /güvenli(?!k)|güvende/iu,
}
const JAPANESE_SAFE = /安全|安心|安否|大丈夫|無事/u

/** Every string in a locale file, with the way to it. */
function strings(value: unknown, way: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[way, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${way}.${key}`))
}

const withoutRuby = (text: string): string => text.replace(/\{([^{}|]+)\|[^{}]+\}/g, '$1')

function tellsSafe(tag: string, text: string): boolean {
  const tells = TELLS_SAFE[tag]
  const denies = DENIES[tag]
  if (tells === undefined || denies === undefined) throw new Error(`no rule for the language ${tag}`)
  return withoutRuby(text)
    .split(/(?<=[。.!?！？])/)
    .some((sentence) => tells.test(sentence) && !denies.test(sentence))
}

function saysSafe(tag: string, text: string): boolean {
  const word = SAFE_WORD[tag]
  if (word === undefined) throw new Error(`no rule for the language ${tag}`)
  return word.test(text)
}

describe('no sentence', () => {
  const locales = files.filter((name) => /^src\/i18n\/locales\/[^/]+\/[^/]+\.json$/.test(name))

  it('tells anybody that a place is without danger', () => {
    expect(locales.length).toBeGreaterThan(8)
    const found = locales.flatMap((name) => {
      const tag = name.split('/')[3] ?? ''
      if (tag in SAFE_WORD) return []
      return strings(JSON.parse(textOf(name)), name).filter(([, text]) => tellsSafe(tag, text))
    })
    expect(found).toEqual([])
  })

  it.each(LANGUAGES.map(({ tag }) => tag).filter((tag) => !(tag in TELLS_SAFE)))(
    'of %s says "safe" where the Japanese does not',
    (tag) => {
      const [own, japanese] = [readSentences(tag), readSentences('ja')]
      const terms = [...own].filter(([key]) => key.startsWith('terms:')).map(([, text]) => text)
      const bare = (text: string) => terms.reduce((left, term) => left.replaceAll(term, ''), text)
      const found = [...own].filter(([key, text]) => {
        if (key.startsWith('terms:') || key === 'kit:item.helmet') return false
        const theirs =
          japanese.get(key.replace(/_(zero|one|two|few|many|other)$/, '_other')) ?? japanese.get(key)
        return !JAPANESE_SAFE.test(theirs ?? '') && saysSafe(tag, bare(text))
      })
      expect(found).toEqual([])
    },
  )

  it('would slip through', () => {
    expect(saysSafe('vi', 'Nơi này an toàn.')).toBe(true)
    expect(() => saysSafe('xx', 'x')).toThrow('no rule')
    expect(tellsSafe('ja', 'この{場所|ばしょ}は{安全|あんぜん}です。')).toBe(true)
    expect(tellsSafe('ja', '浸水はありません。')).toBe(true)
    expect(tellsSafe('ja', '安全とは言えません。')).toBe(false)
    expect(tellsSafe('ja-simple', '{安全|あんぜん}です')).toBe(true)
    expect(tellsSafe('en', 'This place is safe.')).toBe(true)
    expect(tellsSafe('en', 'This does not mean that the place is safe.')).toBe(false)
    expect(tellsSafe('en', 'No risk here. It is not known.')).toBe(true)
  })
})
