import { strFromU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xliff2js } from 'xliff'
import { checkOf, type Row } from './rows.ts'
import { NOT_IN_XML, readXliff, writeXliff } from './xliff.ts'
import { readXlsx, writeXlsx } from './xlsx.ts'

const row = (text: string, over: Partial<Row> = {}): Row => ({
  key: 'app:close',
  ja: '閉じる',
  easy: '{閉|と}じる',
  en: 'Close',
  text,
  note: 'Button.',
  max: 24,
  source: '',
  state: 'unreviewed',
  check: checkOf('閉じる', text, 'unreviewed'),
  ...over,
})

/** Texts by which files do harm, or lose something. */
const HARD_TEXTS = [
  '=1+1',
  '=HYPERLINK("http://example.org")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '1.50',
  'TRUE',
  '2026-11-23',
  ' at both ends ',
  '\n',
  'a\nb',
  'a\r\nb',
  '_x0041_',
  '_x005F_x0041_',
  '&amp;',
  '<b>&</b>',
  ']]>',
  'السَّلَامُ عَلَيْكُم',
  '\u202eabc',
  '👨‍👩‍👧',
  'constructor',
  '__proto__',
  '\ud800',
  '\u0000\u0001',
]

/** Those, and texts as nobody would write them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...HARD_TEXTS),
)

const rowsOfTexts = (texts: readonly string[]): readonly Row[] =>
  texts.map((text, i) => row(text, { key: `app:key${i}`, note: text, ja: text }))

const worksheet = async (rows: readonly Row[]): Promise<Record<string, string>> => {
  const parts = unzipSync(await writeXlsx('ar', rows))
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
}

describe('a workbook', () => {
  it('brings every text back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const rows = rowsOfTexts(texts)
        const back = await readXlsx('a.xlsx', await writeXlsx('vi', rows))
        expect(back.map(({ key, text, state, check }) => [key, text, state, check])).toEqual(
          rows.map(({ key, text, state, check }) => [key, text, state, check]),
        )
      }),
      { numRuns: 40, examples: [[HARD_TEXTS]] },
    )
  })

  it('holds a text as long as a cell can be, and refuses a longer one', async () => {
    const text = 'あ'.repeat(32_767)
    expect((await readXlsx('a.xlsx', await writeXlsx('vi', [row(text)])))[0]?.text).toBe(text)
    await expect(writeXlsx('vi', [row(`${text}あ`)])).rejects.toThrow(/app:close: .*too long/)
  })

  it('holds texts alone: what begins with = is reckoned nowhere', async () => {
    const parts = await worksheet([row('=1+1', { source: '=2+2' })])
    const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
    expect(sheet).not.toMatch(/<f\b/)
    expect(parts['xl/styles.xml']).toContain('formatCode="@"')
    expect(
      [...sheet.matchAll(/<c r="([A-Z]+)2"[^>]*?(?: t="(\w+)")?>/g)].map(([, at, kind]) => `${at}:${kind}`),
    ).toEqual(['A:s', 'B:s', 'C:s', 'D:s', 'E:s', 'F:s', 'G:undefined', 'H:s', 'I:s', 'J:s'])
  })

  it('has one sheet for each namespace, frozen heads, and runs to the left in Arabic', async () => {
    const parts = await worksheet([row('a'), row('b', { key: 'map:here' })])
    expect(parts['xl/workbook.xml']).toMatch(/name="Read me".*name="app".*name="map"/s)
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<sheetView [^>]*rightToLeft="(?:1|true)"/)
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
    expect(parts['xl/styles.xml']).toContain('wrapText="1"')
  })

  it('is refused with a formula, without its columns, or when it is none', async () => {
    const parts = unzipSync(await writeXlsx('vi', [row('a')]))
    const change = (from: RegExp, to: string): Uint8Array =>
      zipSync(
        Object.fromEntries(
          Object.entries(parts).map(([name, part]) => [
            name,
            new TextEncoder().encode(strFromU8(part).replace(from, to)),
          ]),
        ),
      )
    const formula = change(/<c r="E2"([^>]*) t="s"><v>\d+<\/v>/, '<c r="E2"$1 t="str"><f>1+1</f><v>2</v>')
    await expect(readXlsx('a.xlsx', formula)).rejects.toThrow(/cell E2 holds a formula/)
    await expect(readXlsx('a.xlsx', change(/>check</, '>chock<'))).rejects.toThrow(
      /the column “check” is not there/,
    )
    await expect(readXlsx('a.xlsx', new Uint8Array([80, 75, 3, 4, 0]))).rejects.toThrow(/cannot be read/)
  })

  it('is read when Excel has put readings beside Japanese, and when columns have moved', async () => {
    const parts = unzipSync(await writeXlsx('vi', [row('漢字')]))
    const strings = strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array)
    const withReading = strings.replace('<t>漢字</t>', '<t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh>')
    expect(withReading).not.toBe(strings)
    const file = zipSync({ ...parts, 'xl/sharedStrings.xml': new TextEncoder().encode(withReading) })
    expect((await readXlsx('a.xlsx', file))[0]?.text).toBe('漢字')
  })
})

describe('XLIFF 2', () => {
  it('brings every text back as it was', async () => {
    const fits = (text: string): boolean => !NOT_IN_XML.test(text)
    await fc.assert(
      fc.asyncProperty(fc.array(anyText.filter(fits), { minLength: 1, maxLength: 30 }), async (texts) => {
        const rows = rowsOfTexts(texts)
        const back = readXliff('a.xlf', await writeXliff('vi', rows))
        expect(back.map(({ key, text, state, check }) => [key, text, state, check])).toEqual(
          rows.map(({ key, text, state, check }) => [key, text, state, check]),
        )
      }),
      { numRuns: 40, examples: [[HARD_TEXTS.filter(fits)]] },
    )
    await expect(writeXliff('vi', [row('a\u0001')])).rejects.toThrow(/app:close: .*XML cannot hold/)
  })

  it('is read by another reader too, with notes, states and lengths', async () => {
    const rows = [
      row('Đóng'),
      row('', { key: 'map:here' }),
      row('Xong', { key: 'map:done', state: 'official' }),
    ]
    const xml = await writeXliff('vi', rows)
    const { sourceLanguage, targetLanguage, resources } = await xliff2js(xml)
    expect([sourceLanguage, targetLanguage]).toEqual(['ja', 'vi'])
    expect(resources['app']?.['close']).toMatchObject({ source: '閉じる', target: 'Đóng' })
    expect(resources['app']?.['close']?.note).toContain('English: Close')
    expect(resources['map']?.['here']?.target).toBeUndefined()
    expect([...xml.matchAll(/<segment state="(\w+)">/g)].map(([, state]) => state)).toEqual([
      'translated',
      'initial',
      'final',
    ])
    expect(xml).toContain('slr:sizeRestriction="24"')
  })

  const unit = (inner: string, check = checkOf('a', 'b', 'unreviewed')): string =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja"><file id="app"><group id="g"><unit id="close" name="${check}">${inner}</unit></group></file></xliff>`

  it('takes a unit that a tool has cut in two, with its marks', () => {
    const cut = unit(
      '<segment state="final"><source>一。</source><target>One<mrk id="1">, two</mrk>.</target></segment><ignorable><source> </source></ignorable><segment state="reviewed"><source>二。</source><target>Three<cp hex="00E9"/>.</target></segment>',
    )
    expect(readXliff('a.xlf', cut)).toEqual([
      expect.objectContaining({ key: 'app:close', text: 'One, two. Threeé.', state: 'reviewed' }),
    ])
  })

  it('takes “final” of a tool for reviewed; official is what an authority has published', () => {
    const done = '<segment state="final"><source>一</source><target>One</target></segment>'
    expect(readXliff('a.xlf', unit(done))[0]?.state).toBe('reviewed')
    expect(readXliff('a.xlf', unit(done, checkOf('a', 'b', 'official')))[0]?.state).toBe('official')
  })

  it('is refused when it is something else', () => {
    expect(() => readXliff('a.xlf', 'no')).toThrow(/a.xlf: this file cannot be read as XML/)
    expect(() => readXliff('a.xlf', '<html/>')).toThrow(/expected XLIFF 2, found html/)
    const holed = unit('<segment><source>一</source><target>One <ph id="1"/></target></segment>')
    expect(() => readXliff('a.xlf', holed)).toThrow(/unit app:close: the text holds <ph>/)
  })
})
