import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TOP } from './support/source-files.ts'

/**
 * A little house with the real configuration files, in which every wall is climbed once. A wall that does not stop its
 * climber here does not stop anybody in the real source either.
 */
const CONFIGS = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.domain.json',
  'tsconfig.worker.json',
  'tsconfig.node.json',
  '.oxlintrc.json',
  'stylelint.config.js',
]

const HOUSE: Readonly<Record<string, string>> = {
  'src/domain/good.ts': 'export const double = (n: number): number => n * 2\n',
  'src/domain/window.ts': 'export const width = (): number => window.innerWidth\n',
  'src/domain/fetch.ts': "export const get = (): Promise<Response> => fetch('a')\n",
  'src/domain/node.ts':
    "import { readFileSync } from 'node:fs'\nexport const read = () => readFileSync('a')\n",
  'src/domain/react.ts': "import { useState } from 'react'\nexport const state = useState\n",
  'src/domain/wall.ts': "import { clock } from '#platform/clock.ts'\nexport const time = clock\n",
  'src/domain/now.ts': 'export const now = (): number => Date.now()\n',
  'src/domain/cycle-a.ts': "import { b } from './cycle-b.ts'\nexport const a = (): number => b()\n",
  'src/domain/cycle-b.ts': "import { a } from './cycle-a.ts'\nexport const b = (): number => a()\n",
  'src/platform/clock.ts':
    'export const clock = { now: (): number => Date.now() }\nexport type Clock = typeof clock\n',
  'src/platform/ports.ts': "export type Port = 'a' | 'b'\nexport const real = 1\n",
  'src/platform/map.ts': "import { map } from '#map/map.ts'\nexport const m = map\n",
  'src/platform/promise.ts':
    'const save = async (): Promise<void> => {}\nexport const f = (): void => {\n  save()\n}\n',
  'src/platform/node.ts': 'export const home = process.env.HOME\n',
  'src/map/map.ts':
    "import type { Port } from '#platform/ports.ts'\nexport const map = (p: Port): Port => p\n",
  'src/map/value.ts': "import { real } from '#platform/ports.ts'\nexport const r = real\n",
  'src/map/switch.ts':
    "import type { Port } from '#platform/ports.ts'\nexport const f = (p: Port): void => {\n  switch (p) {\n    case 'a':\n  }\n}\n",
  'src/map/html.ts': "export const f = (e: HTMLElement): void => {\n  e.innerHTML = 'a'\n}\n",
  'src/map/far.ts': "import { clock } from '../../scripts/s.ts'\nexport const c = clock\n",
  'src/ui/words.tsx': 'export const Hello = () => <p>Hello</p>\n',
  'src/ui/danger.tsx': "export const Raw = () => <p dangerouslySetInnerHTML={{ __html: 'a' }} />\n",
  'src/ui/a11y.tsx': "export const Picture = () => <img src='a.png' />\n",
  'src/ui/device.tsx': "export const get = (): Promise<Response> => fetch('a')\n",
  'src/features/risk/adapter.ts': "import { clock } from '#platform/clock.ts'\nexport const c = clock\n",
  'src/features/risk/library.ts': "import { Map } from 'maplibre-gl'\nexport const M = Map\n",
  'src/staff/library.ts': "import { openDB } from 'idb'\nexport const open = openDB\n",
  'src/staff/good.ts': "import { clock } from '#platform/clock.ts'\nexport const time = clock.now\n",
  'src/app/staff.ts': "import { time } from '#staff/good.ts'\nexport const now = time\n",
  'src/sw/document.ts': 'export const title = (): string => document.title\n',
  'src/sw/good.ts':
    'declare const self: ServiceWorkerGlobalScope\nexport const scope = (): string => self.registration.scope\n',
  'scripts/s.ts': 'export const clock = 1\n',
  'scripts/feature.ts': "import { c } from '#features/risk/adapter.ts'\nexport const f = c\n",
  'scripts/deep.ts':
    'export const f = (a: number): number => {\n  if (a > 0) {\n    if (a > 1) {\n      if (a > 2) {\n        if (a > 3) {\n          return 1\n        }\n      }\n    }\n  }\n  return 0\n}\n',
  'scripts/promise.ts': 'const save = async (): Promise<void> => {}\nsave()\n',
  'src/ui/bad.module.css': '.a {\n  margin-left: 1px;\n  text-align: left;\n}\n',
  'src/ui/good.module.css': '.a {\n  margin-inline-start: 1px;\n  text-align: start;\n}\n',
}

let house = ''
const bin = (name: string): string => join(TOP, 'node_modules', '.bin', name)

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(bin(program), args, { cwd: house, maxBuffer: 16_000_000 }, (_error, out, err) => done(out + err))
  })
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'))
  for (const name of CONFIGS) cpSync(join(TOP, name), join(house, name))
  symlinkSync(join(TOP, 'node_modules'), join(house, 'node_modules'))
  for (const [name, text] of Object.entries(HOUSE)) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    writeFileSync(join(house, name), text)
  }
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('the linter stops', () => {
  let lines: readonly string[] = []
  beforeAll(async () => {
    lines = (await run('oxlint', ['--format', 'unix', 'src', 'scripts'])).split('\n')
  })

  const climbers: readonly (readonly [string, string])[] = [
    ['src/domain/wall.ts', 'no-restricted-imports'],
    ['src/domain/react.ts', 'no-restricted-imports'],
    ['src/domain/node.ts', 'no-restricted-imports'],
    ['src/domain/now.ts', 'no-restricted-properties'],
    ['src/domain/cycle-a.ts', 'no-cycle'],
    ['src/platform/map.ts', 'no-restricted-imports'],
    ['src/platform/promise.ts', 'no-floating-promises'],
    ['scripts/promise.ts', 'no-floating-promises'],
    ['src/map/value.ts', 'no-restricted-imports'],
    ['src/map/switch.ts', 'switch-exhaustiveness-check'],
    ['src/map/html.ts', 'no-restricted-properties'],
    ['src/map/far.ts', 'no-restricted-imports'],
    ['src/ui/words.tsx', 'jsx-no-literals'],
    ['src/ui/danger.tsx', 'no-danger'],
    ['src/ui/a11y.tsx', 'alt-text'],
    ['src/ui/device.tsx', 'no-restricted-globals'],
    ['src/features/risk/adapter.ts', 'no-restricted-imports'],
    ['src/features/risk/library.ts', 'no-restricted-imports'],
    ['src/staff/library.ts', 'no-restricted-imports'],
    ['src/app/staff.ts', 'no-restricted-imports'],
    ['scripts/feature.ts', 'no-restricted-imports'],
    ['scripts/deep.ts', 'max-depth'],
  ]
  it.each(climbers)('%s by %s', (name, rule) => {
    expect(lines.filter((line) => line.startsWith(`${name}:`) && line.includes(`(${rule})`))).not.toEqual([])
  })

  it.each([
    'src/domain/good.ts',
    'src/map/map.ts',
    'src/platform/clock.ts',
    'src/staff/good.ts',
    'src/sw/good.ts',
  ])('nobody who keeps to the door: %s', (name) => {
    expect(lines.filter((line) => line.startsWith(`${name}:`))).toEqual([])
  })

  it('with a sentence that tells what to do', async () => {
    expect(await run('oxlint', ['src/features/risk/adapter.ts'])).toMatch(/made in app\/services\.ts/)
  })
})

describe('the compiler stops', () => {
  const climbers: readonly (readonly [string, string, readonly string[]])[] = [
    ['tsconfig.domain.json', 'window', ['src/domain/window.ts', 'src/domain/fetch.ts', 'src/domain/node.ts']],
    ['tsconfig.worker.json', 'document', ['src/sw/document.ts']],
    ['tsconfig.json', 'process', ['src/platform/node.ts']],
  ]
  it.each(climbers)('%s: %s', async (config, _what, names) => {
    const out = await run('tsc', ['--pretty', 'false', '-p', config])
    for (const name of names) expect(out).toContain(`${name}(`)
    expect(out).not.toMatch(/good\.ts\(/)
  })
})

describe('the style linter stops', () => {
  it('left and right, and lets start and end pass', async () => {
    const out = await run('stylelint', ['--formatter', 'unix', 'src/**/*.css'])
    expect(out).toMatch(/bad\.module\.css:2:.*margin-left/)
    expect(out).toMatch(/bad\.module\.css:3:.*left/)
    expect(out).not.toMatch(/good\.module\.css/)
  })
})
