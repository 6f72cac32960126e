import { describe, expect, it } from 'vitest'
import { findTrespasses, roomOf, WALLS } from './support/find-trespasses.ts'
import { readImports } from './support/read-imports.ts'
import { projectFiles, textOf } from './support/source-files.ts'

const CODE = /^(src|scripts|bench|tests)\/.*\.tsx?$/
const files = projectFiles().filter((name) => CODE.test(name) && !name.endsWith('.d.ts'))

describe('the walls of the house', () => {
  it('looks at the real source, not at nothing', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(new Set(files.filter((name) => name.startsWith('src/')).map(roomOf)).size).toBeGreaterThan(3)
  })

  it('lets nobody import through a wall', () => {
    expect(findTrespasses(files.map((name) => ({ name, text: textOf(name) })))).toEqual([])
  })

  it('has a row for each room and a room for each row', () => {
    const rooms = new Set(files.map(roomOf))
    expect(Object.keys(WALLS).filter((room) => !rooms.has(room) && room !== 'workers')).toEqual([])
  })

  it('keeps files in domain free of the clock and of chance', () => {
    const asks = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\./
    const domain = files.filter((name) => roomOf(name) === 'domain' && !name.endsWith('.test.ts'))
    expect(domain.filter((name) => asks.test(textOf(name)))).toEqual([])
  })

  it('names files in kebab-case, components in PascalCase, and none of them utils', () => {
    const good =
      /^([a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*)(\.(test|spec|worker|module|config|d))*\.(ts|tsx|mjs|css|d\.mts)$/
    const bad = projectFiles()
      .filter((name) => /^(src|scripts|bench|tests)\/.*\.(ts|tsx|mjs|css)$/.test(name))
      .filter((name) => {
        const base = name.split('/').at(-1) ?? ''
        return !good.test(base) || /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(name)
      })
    expect(bad).toEqual([])
  })

  it('keeps every source file readable: at most 400 lines', () => {
    expect(files.filter((name) => textOf(name).split('\n').length > 401)).toEqual([])
  })
})

describe('a planted trespass', () => {
  const planted: readonly (readonly [string, string, RegExp])[] = [
    ['src/domain/geo/x.ts', "import { a } from '#platform/clock.ts'", /domain may not import platform/],
    ['src/domain/geo/x.ts', "import { useState } from 'react'", /domain may not use the package react/],
    ['src/domain/geo/x.ts', "import { a } from '../../platform/clock.ts'", /spelled #/],
    ['src/domain/x.ts', "import { a } from '../platform/clock.ts'", /spelled #/],
    ['src/domain/geo/x.ts', "import { a } from '#domain/result.ts'", /spelled \.\//],
    ['src/map/x.ts', "import { a } from '#platform/ports.ts'", /map may not import platform/],
    ['src/map/x.ts', "const a = await import('#platform/clock.ts')", /map may not import platform/],
    ['src/map/x.ts', "type A = import('#features/risk/store.ts').Store", /map may not import features/],
    ['src/platform/x.ts', "export * from '#map/index.ts'", /platform may not import map/],
    [
      'src/platform/x.ts',
      "new Worker(new URL('#workers/a.worker.ts', import.meta.url))",
      /may not import workers/,
    ],
    ['src/ui/x.tsx', "import { useWords } from '#i18n/index.ts'", /ui may not import i18n/],
    [
      'src/features/risk/x.ts',
      "import { createPackStore } from '#platform/pack-store.ts'",
      /may not import platform/,
    ],
    ['src/features/risk/x.ts', "import maplibre from 'maplibre-gl'", /may not use the package maplibre-gl/],
    ['src/features/risk/x.ts', "import { store } from '../layers/store.ts'", /entered by its index/],
    ['src/features/risk/x.ts', 'const a = import(`#app/${name}.ts`)', /features may not import app/],
    ['scripts/steps/x.ts', "import { a } from '#features/risk/index.ts'", /scripts may not import features/],
    ['scripts/steps/x.ts', "import { a } from '../../src/domain/result.ts'", /spelled #/],
    ['scripts/x.ts', "import { a } from '../src/domain/result.ts'", /spelled #/],
    ['src/attic/x.ts', "import { a } from './a.ts'", /without a row/],
  ]

  it.each(planted)('in %s is found: %s', (name, text, why) => {
    const found = findTrespasses([{ name, text: `\n${text}\n` }])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(why)
    expect(found[0]).toContain(`${name}:2 `)
  })

  const legal: readonly (readonly [string, string])[] = [
    ['src/map/x.ts', "import type { TileReader } from '#platform/ports.ts'"],
    ['src/map/x.ts', "import { type TileReader } from '#platform/ports.ts'"],
    ['src/map/x.ts', "import url from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'"],
    ['src/features/risk/x.ts', "import { layers } from '../layers/index.ts'"],
    ['src/features/risk/x.ts', "const map = await import('#map/index.ts')"],
    ['src/i18n/locales/en/x.ts', "import { start } from '#i18n/start.ts'"],
    ['src/app/x.ts', "import { createPackStore } from '#platform/pack-store.ts'"],
    ['src/domain/geo/x.test.ts', "import { encode } from '#scripts/lib/encode-rank-layer.ts'"],
  ]

  it.each(legal)('is not seen where there is none: %s %s', (name, text) => {
    expect(findTrespasses([{ name, text }])).toEqual([])
  })

  it('does not take a file that cannot be parsed for one without imports', () => {
    expect(() => readImports('src/domain/x.ts', 'import { from')).toThrow(/src\/domain\/x\.ts/)
  })
})
