import { describe, expect, it } from 'vitest'
import type { RealTag } from '#i18n/languages.ts'
import { checkKeys, checkTexts } from './check-language.ts'
import type { Terms } from './terms.ts'

const TERMS: Readonly<Partial<Record<RealTag, Terms>>> = {
  vi: new Map([
    ['注意報', 'Thông tin lưu ý'],
    ['警報', 'Cảnh báo'],
    ['警戒レベル', 'Mức độ cảnh báo'],
    ['避難所', 'Nơi lánh nạn'],
  ]),
  my: new Map([
    ['注意報', 'သတိပေးချက်'],
    ['警報', 'သတိပေးချက်'],
  ]),
  'pt-BR': new Map([
    ['注意報', 'Alerta preventivo'],
    ['警報', 'Alerta'],
  ]),
}

type Given = {
  readonly tag: RealTag
  readonly text: string
  readonly ja: string
  readonly en?: string
  readonly max?: number
}

/** The rules that a text breaks, faults and looks. */
function broken({ tag, text, ja, en = 'Something else', max }: Given, weight = 'fault'): readonly string[] {
  const found = checkTexts(
    tag,
    new Map([['x:key', text]]),
    {
      ja: new Map([['x:key', ja]]),
      en: new Map([['x:key', en]]),
      noteOf: () => ({ class: 'info', max: max ?? null, note: '' }),
    },
    undefined,
    TERMS[tag] ?? new Map(),
  )
  return found.filter((one) => one.weight === weight).map(({ rule }) => rule)
}

const vi = (text: string, ja = '文', en?: string): readonly string[] =>
  broken({ tag: 'vi', text, ja, ...(en === undefined ? {} : { en }) })

describe('the rules of form', () => {
  it('find nothing in a good text', () => {
    const en = 'Leave at Level 4 ([ja:避難指示]): {{- name}}, {{count}} m'
    const text = 'Đi ngay ở cấp 4 ([ja:避難指示]): {{- name}}, {{count}} m'
    expect(vi(text, 'レベル4（避難指示）：{{- name}}、{{count}} m', en)).toEqual([])
  })

  it('want the places of Japanese, with and without markup', () => {
    expect(vi('Một {{name}}', 'これは{{- name}}')).toEqual(['places'])
    expect(vi('Một', '{{name}}と{{other}}')).toEqual(['places'])
    expect(vi('{{name}} {{name}}', '{{name}}です')).toEqual(['places'])
  })

  it.each([
    ['', 'composition'],
    [' Một', 'composition'],
    ['Một  hai', 'composition'],
    ['Một\nhai', 'composition'],
    ['Một TODO', 'composition'],
    ['Tiếng Việt'.normalize('NFD'), 'composition'],
    ['Một <b>hai</b>', 'markup'],
    ['Một &amp; hai', 'markup'],
    ['Một {hai', 'markup'],
    ['Một\u200b hai', 'invisible characters'],
    ['Một\u200d hai', 'invisible characters'],
    ['Một\u202e hai', 'invisible characters'],
  ])('refuse %j: %s', (text, rule) => {
    expect(vi(text)).toContain(rule)
  })

  it('take a brace that is escaped', () => {
    expect(vi('Một \\{hai\\}')).toEqual([])
  })

  it('want the Japanese pieces of English, whatever their readings', () => {
    expect(vi('Đi ngay', '避難指示', 'Leave ([ja:避難指示])')).toEqual(['pieces'])
    expect(vi('Đi ngay ([ja:避難指示])', '避難指示', 'Leave ([ja:{避難|ひなん}指示])')).toEqual([])
    expect(vi('Đi ngay ([ja:避難所])', '避難指示', 'Leave ([ja:避難指示])')).toEqual(['pieces'])
  })

  it('want no readings where the language has none', () => {
    expect(broken({ tag: 'en', text: 'The {避難|hinan}', ja: '避難' })).toContain('readings')
    expect(broken({ tag: 'ja-simple', text: '{避難|ひなん}', ja: '避難' })).toEqual([])
  })

  it('count the length without markup and readings', () => {
    expect(broken({ tag: 'ja-simple', text: '{避難|ひなん}します', ja: '避難', max: 5 })).toEqual([])
    expect(broken({ tag: 'ja-simple', text: '{避難|ひなん}しますよ', ja: '避難', max: 5 })).toEqual([
      'length',
    ])
  })

  it('find a sentence that was left in English, and ask about a single word', () => {
    const sentence = { tag: 'fr', text: 'Leave the zone before the water comes', ja: '文' } as const
    expect(broken({ ...sentence, en: sentence.text })).toEqual(['copied'])
    const word = { tag: 'fr', text: 'Depth', ja: '深さ', en: 'Depth' } as const
    expect([broken(word), broken(word, 'look')]).toEqual([[], ['copied']])
    const same = { tag: 'fr', text: 'Photos', ja: '写真', en: 'Photos' } as const
    expect([broken(same), broken(same, 'look')]).toEqual([[], []])
  })
})

describe('the rules of script', () => {
  it('want the letters of the language', () => {
    expect(broken({ tag: 'ne', text: 'Leave now', ja: '文', en: 'Leave at once' })).toContain('script')
    expect(broken({ tag: 'ne', text: 'QR', ja: 'QR', en: 'QR' })).toEqual([])
    expect(broken({ tag: 'ja', text: 'Leave', ja: 'Leave', en: 'Leave' })).toEqual(['script'])
  })

  it('want Japanese only in its brackets, also in Korean and Chinese', () => {
    expect(vi('Đi 避難 ngay')).toContain('script')
    expect(broken({ tag: 'ko', text: '避難 하세요', ja: '文' })).toContain('other script')
    expect(broken({ tag: 'zh-Hant', text: '避難してください', ja: '文' })).toContain('other script')
    expect(broken({ tag: 'zh-Hant', text: '請立即避難', ja: '文' })).toEqual([])
  })

  it('want no letters of a neighbour that look the same', () => {
    expect(vi('Вода')).toContain('other script')
    expect(broken({ tag: 'ru', text: 'Идите на высокое место', ja: '文' })).toEqual([])
  })

  it('allow joiners where the spelling has them, between letters alone', () => {
    expect(broken({ tag: 'si', text: 'ශ්\u200dරී ලංකාව', ja: '文' })).toEqual([])
    expect(broken({ tag: 'si', text: 'ලංකාව\u200d', ja: '文' })).toEqual(['invisible characters'])
    expect(broken({ tag: 'ne', text: 'पानी \u200cआयो', ja: '文' })).toEqual(['invisible characters'])
  })

  it('want the digits 0–9 and the numbers of Japanese', () => {
    expect(broken({ tag: 'my', text: 'အဆင့် ၄', ja: 'レベル4' })).toContain('digits')
    expect(vi('Sâu 5 m', '水深3 m')).toContain('numbers')
    expect(vi('Sâu 0,5 m, 1.000 người', '水深0.5 m、1,000人')).toEqual([])
    expect(vi('Sâu', '水深0.5 m', 'Depth 0.5 m')).toEqual(['numbers'])
    expect(vi('Tầng 3 (tầng trệt = 1)', '3階', 'Storey 3')).toEqual([])
  })

  it('find Burmese in Zawgyi', () => {
    // The vowel before its consonant; a letter of Mon and Karen; a stacker at the end; a vowel of Mon.
    for (const text of ['ေရကြီး', 'ရ\u1060', 'စစ\u1039', 'မ\u1034'])
      expect(broken({ tag: 'my', text, ja: '洪水' }), text).toEqual(['burmese'])
    expect(broken({ tag: 'my', text: 'ရေကြီးမှု', ja: '洪水' })).toEqual([])
  })
})

describe('the rules of meaning', () => {
  it('want the digit of each level, and no other', () => {
    expect(vi('Cấp độ', '警戒レベル4')).toContain('level')
    expect(vi('Cấp độ 4', '警戒レベル4')).toEqual([])
    const found = checkTexts(
      'vi',
      new Map([['x:jma2.flood', 'Thông tin lưu ý cấp 3']]),
      {
        ja: new Map([['x:jma2.flood', 'レベル2大雨注意報']]),
        en: new Map([['x:jma2.flood', 'Level 2 Advisory']]),
        noteOf: () => ({ class: 'info', max: null, note: '' }),
      },
      undefined,
      new Map(),
    )
    expect(found.map(({ rule }) => rule)).toEqual(['numbers', 'level', 'level of the key'])
  })

  it('never say 注意報 with the word for 警報, nor the other way round', () => {
    expect(vi('Cảnh báo mưa lớn cấp 2', 'レベル2大雨注意報')).toEqual(['advisory and warning'])
    expect(vi('Thông tin lưu ý mưa lớn cấp 2', 'レベル2大雨注意報')).toEqual([])
    expect(vi('Thông tin lưu ý mưa lớn cấp 3', 'レベル3大雨警報')).toEqual(['advisory and warning'])
    expect(vi('Mức độ cảnh báo 2 (Thông tin lưu ý)', '警戒レベル2（注意報）')).toEqual([])
  })

  it('take a word that holds the other one', () => {
    expect(broken({ tag: 'pt-BR', text: 'Alerta preventivo de tsunami', ja: '津波注意報' })).toEqual([])
    expect(broken({ tag: 'pt-BR', text: 'Alerta de tsunami', ja: '津波注意報' })).toEqual([
      'advisory and warning',
    ])
    expect(broken({ tag: 'my', text: 'အဆင့် 2 သတိပေးချက်', ja: 'レベル2大雨注意報' })).toEqual([])
  })

  it('only ask where it is a sentence', () => {
    const given = { tag: 'vi', text: 'Đừng chờ thông tin lưu ý', ja: '警報を待たないでください。' } as const
    expect([broken(given), broken(given, 'look')]).toEqual([[], ['advisory and warning']])
  })

  it('never say storm surge with the word for high tide in Portuguese and Spanish', () => {
    expect(broken({ tag: 'es', text: 'Hora de la marea alta', ja: '満潮の時刻' })).toEqual([
      'high tide and storm surge',
    ])
    expect(broken({ tag: 'es', text: 'Hora de la pleamar', ja: '満潮の時刻' })).toEqual([])
    expect(broken({ tag: 'pt-BR', text: 'Maré cheia', ja: '高潮' })).toEqual(['high tide and storm surge'])
  })

  it('say what an emergency number is', () => {
    expect(broken({ tag: 'fr', text: 'Appelez le 119', ja: '119に電話' })).toEqual(['emergency number'])
    expect(broken({ tag: 'fr', text: 'Pompiers et ambulance : 119', ja: '119に電話' })).toEqual([])
    expect(broken({ tag: 'fr', text: 'Pompiers : 119, 110', ja: '119、110' })).toEqual(['emergency number'])
  })

  it('want a height beside the small tsunami of Indonesian', () => {
    const ja = '津波警報'
    expect(broken({ tag: 'id', text: 'Peringatan tsunami skala kecil', ja })).toEqual(['small tsunami'])
    expect(broken({ tag: 'id', text: 'Peringatan tsunami', ja })).toEqual([])
  })

  it('ask about a term that is not the word of the glossary', () => {
    const given = { tag: 'vi', text: 'Chỗ trú', ja: '避難所' } as const
    expect([broken(given), broken(given, 'look')]).toEqual([[], ['term']])
    expect(
      broken({ ...given, text: 'Nơi lánh nạn ([ja:避難所])', en: 'Shelter ([ja:避難所])' }, 'look'),
    ).toEqual([])
  })
})

describe('the keys', () => {
  const japanese = new Map([
    ['x:one', '一'],
    ['x:found_other', '{{count}}件'],
  ])
  it('are those of Japanese, in the plural forms of the language', () => {
    const texts = new Map([
      ['x:one', 'One'],
      ['x:found_other', '{{count}} places'],
      ['x:found_few', '{{count}} places'],
    ])
    expect(checkKeys('en', texts, japanese)).toEqual({ missing: ['x:found_one'], extra: ['x:found_few'] })
  })
})
