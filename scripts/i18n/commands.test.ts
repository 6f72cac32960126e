import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALERT_NAMESPACES } from '#i18n/fallback.ts'
import { REVIEWED_TAGS } from '#i18n/reviewed-tags.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { exportWords } from './export-words.ts'
import { importWords } from './import-words.ts'
import { WORDS_FOLDER } from './read-words.ts'
import { readStatuses } from './reviewed-tags.ts'
import { readLanguage, rowsOf, type Row } from './rows.ts'
import { reviewedTags } from './status.ts'
import { tellStatus } from './tell-status.ts'
import { writeXlsx } from './xlsx.ts'

/** Enough namespaces to try everything; all of them would only take longer. */
const NAMESPACES = ['app', 'search', 'tide', 'way', 'sites']

/** A copy of some words of the three languages that are always there, and a fourth that has begun. */
async function someWords(): Promise<string> {
  const folder = join(await temporaryFolder(), 'i18n')
  for (const tag of ['ja', 'ja-simple', 'en'])
    for (const name of ['all.ts', 'plan.ts', ...NAMESPACES.map((namespace) => `${namespace}.json`)])
      cpSync(join(WORDS_FOLDER, 'locales', tag, name), join(folder, 'locales', tag, name))
  cpSync(join(WORDS_FOLDER, 'meta'), join(folder, 'meta'), { recursive: true })
  mkdirSync(join(folder, 'locales', 'ru'))
  writeFileSync(join(folder, 'locales', 'ru', 'app.json'), APP)
  writeFileSync(join(folder, 'locales', 'ru', 'search.json'), '{\n    "label": "Название района"\n}\n')
  return folder
}

/** In another order than Japanese, with names like numbers. */
const APP = `{
  "close": "Закрыть",
  "emergency": {
    "119": "Пожар и скорая помощь",
    "110": "Полиция"
  },
  "name": "Карта опасностей (Minna Hazard Map)"
}
`

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')

const contentOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|ts)$/.test(name))
    .sort()
    .map((name) => `${name}\n${textOf(folder, name)}`)

/** Writes a workbook of some rows of Russian as they are, with changes, and takes it in. */
async function sendBack(
  folder: string,
  changes: Readonly<Record<string, Partial<Row>>>,
  ...options: readonly string[]
): Promise<{ readonly text: string; readonly exitCode: number }> {
  const rows = rowsOf(folder, readLanguage(folder, 'ru')).filter(({ key }) => key in changes)
  const file = join(folder, '..', 'back.xlsx')
  writeFileSync(
    file,
    await writeXlsx(
      'ru',
      rows.map((row) => ({ ...row, ...changes[row.key] })),
    ),
  )
  return importFile(folder, file, ...options)
}

async function importFile(
  folder: string,
  file: string,
  ...options: readonly string[]
): Promise<{ readonly text: string; readonly exitCode: number }> {
  const said = await importWords([
    '--lang',
    'ru',
    '--folder',
    folder,
    '--date',
    '2026-11-23',
    ...options,
    file,
  ])
  return typeof said === 'string' ? { text: said, exitCode: 0 } : said
}

describe('export and import', () => {
  it.each(['xlsx', 'xliff'])('change no byte when nothing was edited: %s', async (format) => {
    const folder = await someWords()
    const file = join(folder, '..', `out.${format}`)
    const said = await exportWords(['--lang', 'ru', '--folder', folder, '--format', format, '--out', file])
    expect(said).toMatch(/\d{3} sentences, \d{3} of them without a translation/)
    await importFile(folder, file)
    const before = contentOf(folder)
    expect(await importFile(folder, file)).toEqual({
      text: 'ru: 0 texts changed, 0 marked as read',
      exitCode: 0,
    })
    expect(contentOf(folder)).toEqual(before)
    expect(textOf(folder, 'locales/ru/app.json')).toBe(APP)
  })

  it('write a new text in the place where Japanese has it, and leave the others as they stand', async () => {
    const folder = await someWords()
    const said = await sendBack(folder, {
      'app:bar.menu': { text: 'Меню' },
      'app:close': { text: 'Закрыть окно' },
    })
    expect(said.exitCode).toBe(0)
    expect(said.text).toContain('- Закрыть\n    + Закрыть окно')
    // In Japanese “bar” follows “name” and “close”, the last of which is “name” here.
    const bar = '(Minna Hazard Map)",\n  "bar": {\n    "menu": "Меню"\n  }\n'
    expect(textOf(folder, 'locales/ru/app.json')).toBe(
      APP.replace('"Закрыть"', '"Закрыть окно"').replace('(Minna Hazard Map)"\n', bar),
    )
    expect(existsSync(join(folder, 'locales/ru/all.ts'))).toBe(true)
  })

  it('refuse the whole file with one list, and write nothing', async () => {
    const folder = await someWords()
    const before = contentOf(folder)
    const changes = {
      'app:bar.menu': { text: 'Меню' },
      'app:answer.near': { text: 'Рядом с' },
      'app:close': { text: '', state: 'unreviewed' as const },
      'app:answer.keep': { text: 'Сохранить ①' + '२' },
      'search:hits_one': { text: 'Найдено: {{number}}' },
      'app:menu.title': { text: 'Меню', check: 'nonsense' },
      'app:menu.home': { text: 'Дом', state: 'checked' as 'reviewed' },
    }
    const refused = await sendBack(folder, changes).catch((error: unknown) => error)
    const message = refused instanceof Error ? refused.message : ''
    expect(message).toContain('nothing was written')
    for (const line of [
      /sheet app, row \d+, app:answer\.near: expected places \{\{- place\}\}, found none/,
      /app:close: a text, found an empty cell/,
      /app:answer\.keep: expected the digits 0–9, found २/,
      /sheet search, row 2, search:hits_one: all plural forms; there is no text for few, many, other yet/,
      /app:menu\.title: the value in the column “check” as it was exported/,
      /app:menu\.home: one of unreviewed, reviewed, official as state, found “checked”/,
    ])
      expect(message).toMatch(line)
    expect(message).not.toContain('app:bar.menu')
    expect(contentOf(folder)).toEqual(before)
  })

  it('take all plural forms together', async () => {
    const folder = await someWords()
    const forms = ['one', 'few', 'many', 'other'].map((form) => [
      `search:hits_${form}`,
      { text: 'Найдено: {{number}}' },
    ])
    const said = await sendBack(folder, Object.fromEntries(forms) as Record<string, Partial<Row>>)
    expect(said.text).toContain('4 texts changed')
    expect(textOf(folder, 'locales/ru/search.json')).toContain('"hits_many": "Найдено: {{number}}"')
  })

  it('leave out rows whose Japanese has changed since, or that somebody else has changed, and take the rest', async () => {
    const folder = await someWords()
    const file = join(folder, '..', 'old.xlsx')
    const rows = rowsOf(folder, readLanguage(folder, 'ru')).filter(({ key }) =>
      ['app:close', 'app:name', 'app:bar.menu', 'app:bar.search'].includes(key),
    )
    const edited: Readonly<Record<string, string>> = {
      'app:close': 'Назад',
      'app:name': 'Карта',
      'app:bar.menu': 'Меню',
    }
    writeFileSync(
      file,
      await writeXlsx(
        'ru',
        rows.map((row) => ({ ...row, text: edited[row.key] ?? row.text })),
      ),
    )
    const japanese = join(folder, 'locales/ja/app.json')
    writeFileSync(japanese, readFileSync(japanese, 'utf8').replace('"閉じる"', '"この窓を閉じる"'))
    const own = join(folder, 'locales/ru/app.json')
    writeFileSync(own, APP.replace('Карта опасностей', 'Карта бедствий'))
    const said = await importFile(folder, file)
    expect(said.exitCode).toBe(1)
    expect(said.text).toMatch(/Not taken \(2\)/)
    expect(said.text).toMatch(/app:close: the Japanese sentence has changed since the file was made/)
    expect(said.text).toMatch(/app:name: this translation was changed meanwhile, to “Карта бедствий/)
    expect(textOf(folder, 'locales/ru/app.json')).toContain('"menu": "Меню"')
    expect(textOf(folder, 'locales/ru/app.json')).toContain('"close": "Закрыть"')
  })

  it('only tell with --dry-run', async () => {
    const folder = await someWords()
    const before = contentOf(folder)
    const said = await sendBack(folder, { 'app:bar.menu': { text: 'Меню' } }, '--dry-run')
    expect(said.text).toContain('ru: 1 texts would be changed')
    expect(contentOf(folder)).toEqual(before)
  })

  it.each([
    [['--lang', 'xx', 'a.xlsx'], /--lang xx: expected one of/],
    [['--lang', 'ja', 'a.xlsx'], /Japanese is the original/],
    [['--lang', 'ru'], /say which file/],
    [['--lang', 'ru', '/nowhere/a.xlsx'], /cannot be opened/],
    [['--lang', 'ru', '--reviewed', 'a.xlsx'], /--by "name"/],
  ])('refuse %j', async (args, reason) => {
    await expect(importWords(args)).rejects.toThrow(reason)
  })
})

describe('who has looked at a text', () => {
  it('is written down, and falls away when the text or its Japanese changes', async () => {
    const folder = await someWords()
    const seen = await sendBack(
      folder,
      { 'app:close': {}, 'app:name': { state: 'official' } },
      '--reviewed',
      '--by',
      'SPIRA',
    )
    expect(seen.text).toContain('0 texts changed, 2 marked as read')
    const written = JSON.parse(textOf(folder, 'review/ru.json')) as Record<
      string,
      { state: string; of: string }
    >
    expect(Object.entries(written).map(([key, { state }]) => [key, state])).toEqual([
      ['app:close', 'reviewed'],
      ['app:name', 'official'],
    ])
    expect(written['app:close']).toMatchObject({ by: 'SPIRA', date: '2026-11-23' })
    const changed = await sendBack(folder, { 'app:close': { text: 'Назад' } })
    expect(changed.text).toMatch(/count as unreviewed:\n {2}app:close/)
    const all = rowsOf(folder, readLanguage(folder, 'ru'))
    const rowOf = (key: string): Row | undefined => all.find((row) => row.key === key)
    expect(rowOf('app:close')).toMatchObject({
      state: 'unreviewed',
      source: 'SPIRA, 2026-11-23 (changed since)',
    })
    expect(rowOf('app:name')).toMatchObject({ state: 'official', source: 'SPIRA, 2026-11-23' })
    await sendBack(folder, { 'app:name': { state: 'unreviewed' } })
    expect(Object.keys(JSON.parse(textOf(folder, 'review/ru.json')) as object)).toEqual(['app:close'])
  })

  it('needs a name, and a state changed in the sheet counts too', async () => {
    const folder = await someWords()
    await expect(sendBack(folder, { 'app:close': { state: 'reviewed' } })).rejects.toThrow(/add --by "name"/)
    const said = await sendBack(folder, { 'app:close': { state: 'reviewed' } }, '--by', 'Ivan')
    expect(said.text).toContain('1 marked as read')
    expect(textOf(folder, 'review/ru.json')).toContain('"by": "Ivan"')
  })

  it('makes a language a reviewed one when all texts on which people act were read', async () => {
    const folder = await someWords()
    const isAlert = ({ key }: Row): boolean => ALERT_NAMESPACES.includes(key.split(':')[0] ?? '')
    const rows = rowsOf(folder, readLanguage(folder, 'en')).filter(isAlert)
    const file = join(folder, '..', 'en.xlsx')
    writeFileSync(file, await writeXlsx('en', rows))
    expect(reviewedTags(readStatuses(folder, false))).toEqual(['ja'])
    await importWords(['--lang', 'en', '--folder', folder, '--reviewed', '--by', 'A reader', file])
    expect(textOf(folder, 'reviewed-tags.ts')).toContain("= ['ja', 'en']")
    const path = join(folder, 'locales/ja/way.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('です', 'でした'))
    expect(reviewedTags(readStatuses(folder, false))).toEqual(['ja'])
  })

  it('is the same in the list that the app imports', () => {
    expect(REVIEWED_TAGS).toEqual(reviewedTags(readStatuses(WORDS_FOLDER, false)))
  })
})

describe('the status', () => {
  it('tells how far each language is, also of half a folder, and fails for what is offered and not complete', async () => {
    const folder = await someWords()
    const told = await tellStatus(['--folder', folder])
    const { text, exitCode } = typeof told === 'string' ? { text: told, exitCode: 0 } : told
    expect(text).toMatch(/^ja Japanese +\d+ +100 % +0 % +0 % +0 +0$/m)
    expect(text).toMatch(/^ru Russian.* 1 % +0 % +0 % +0 +0$/m)
    const missing = (await statusJson(folder)).filter(({ shipped, all }) => shipped && all.there < all.wanted)
    expect(exitCode).toBe(missing.length > 0 ? 1 : 0)
    writeFileSync(join(folder, 'locales/en/tide.json'), '{ "title": ')
    const broken = await tellStatus(['--folder', folder, '--lang', 'en'])
    expect(broken).toMatchObject({
      exitCode: 1,
      text: expect.stringMatching(/cannot be read: en\/tide\.json[^]*en is offered and lacks 9 texts/),
    })
    rmSync(join(folder, 'locales/en'), { recursive: true })
    expect(await tellStatus(['--folder', folder, '--lang', 'en'])).toMatchObject({ exitCode: 1 })
  })

  it('counts texts that break a rule', async () => {
    const folder = await someWords()
    writeFileSync(join(folder, 'locales/ru/app.json'), APP.replace('Закрыть', 'Закрыть '))
    const ru = (await statusJson(folder)).find(({ tag }) => tag === 'ru')
    expect(ru?.all).toMatchObject({ there: 5, faults: 1 })
  })

  it('is told by the command itself', () => {
    const told = execFileSync('npx', ['tsx', 'scripts/i18n-status.ts', '--lang', 'ja'], {
      cwd: join(WORDS_FOLDER, '..', '..'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(told).toMatch(/^all +\d+ +100 %/m)
  })
})

async function statusJson(
  folder: string,
): Promise<
  readonly { tag: string; shipped: boolean; all: { wanted: number; there: number; faults: number } }[]
> {
  const told = await tellStatus(['--folder', folder, '--json'])
  return JSON.parse(typeof told === 'string' ? told : told.text) as Awaited<ReturnType<typeof statusJson>>
}
