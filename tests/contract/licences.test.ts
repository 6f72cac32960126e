import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { textOf, TOP } from '../support/source-files.ts'

type Entry = { readonly dev?: boolean; readonly devOptional?: boolean; readonly license?: string }

/** Licences that let a city put the app on its own host without asking anybody. EDL-1.0 is the text of BSD-3-Clause. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'EDL-1.0',
])

/** Packages whose licence field is missing or misspelled; the licence file that they carry was read. */
const READ_BY_HAND: Readonly<Record<string, { readonly licence: string; readonly says: RegExp }>> = {
  arc: { licence: 'BSD-3-Clause', says: /Redistribution and use in source and binary forms/ },
  'splaytree-ts': { licence: 'BSD-3-Clause', says: /Redistribution and use in source and binary forms|MIT/ },
}

const lock = JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, Entry>> }
const shipped = Object.entries(lock.packages).filter(
  ([path, entry]) => path !== '' && entry.dev !== true && entry.devOptional !== true,
)
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '')

/** True when at least one side of every OR is allowed. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => ALLOWED.has(part.trim())))

it('lets only licences reach a phone that a city may pass on', () => {
  expect(shipped.length).toBeGreaterThan(10)
  const refused = shipped.filter(
    ([path, entry]) => !isAllowed(READ_BY_HAND[nameOf(path)]?.licence ?? entry.license ?? 'none'),
  )
  expect(refused.map(([path, entry]) => `${path}: ${entry.license ?? 'no licence'}`)).toEqual([])
})

it('has read by hand what it says it has', () => {
  for (const [name, { says }] of Object.entries(READ_BY_HAND)) {
    const folder = join(TOP, 'node_modules', name)
    if (!existsSync(folder)) continue
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    expect(file, `${name} carries a licence file`).toBeDefined()
    expect(readFileSync(join(folder, file ?? ''), 'utf8')).toMatch(says)
  }
})

it('refuses what it should', () => {
  expect(isAllowed('GPL-3.0')).toBe(false)
  expect(isAllowed('MIT AND GPL-3.0')).toBe(false)
  expect(isAllowed('(EDL-1.0 OR EPL-1.0)')).toBe(true)
  expect(isAllowed('none')).toBe(false)
})
