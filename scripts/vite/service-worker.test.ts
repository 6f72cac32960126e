import type { Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { filesOfLanguages, sortIntoStages } from './service-worker.ts'

/** A built file: its name, the source it stands for, and what it imports. */
const chunk = (
  fileName: string,
  facadeModuleId: string,
  imports: readonly string[] = [],
  isEntry = false,
  dynamicImports: readonly string[] = [],
) =>
  ({
    type: 'chunk',
    fileName,
    facadeModuleId,
    imports,
    dynamicImports,
    isEntry,
    isDynamicEntry: !isEntry,
  }) as unknown as Rolldown.OutputChunk

const bundleOf = (...chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputBundle =>
  Object.fromEntries(chunks.map((one) => [one.fileName, one]))

const STAGES = sortIntoStages(
  bundleOf(
    chunk('assets/index-1.js', '/app/index.html', ['assets/shared-1.js'], true),
    chunk('assets/shared-1.js', '/app/src/domain/shared.ts'),
    chunk('assets/LaterScreens-1.js', '/app/src/app/LaterScreens.tsx'),
    chunk('assets/map-1.js', '/app/src/map/index.ts', ['assets/maplibre-gl-1.js', 'assets/shared-1.js']),
    chunk('assets/maplibre-gl-1.js', '/app/node_modules/maplibre-gl/dist/maplibre-gl.mjs'),
    chunk('assets/draw-1.js', '/app/src/map/interaction/draw.ts', ['assets/terra-1.js']),
    chunk('assets/terra-1.js', '/app/node_modules/terra-draw/dist/terra-draw.js'),
    chunk('assets/locale-en-hash0000.js', '/app/src/i18n/locales/en/all.ts'),
    chunk('assets/plan-words-en-hash0000.js', '/app/src/i18n/locales/en/plan.ts'),
    chunk('assets/PlanScreens-1.js', '/app/src/app/PlanScreens.tsx', ['assets/shared-1.js'], false, [
      'assets/decode-1.js',
      'assets/map-1.js',
    ]),
    chunk('assets/plan-house-1.js', '/app/src/app/plan-house.ts'),
    chunk('assets/decode-1.js', '/app/node_modules/qr/decode.js'),
    chunk('assets/locale-vi-hash0000.js', '/app/src/i18n/locales/vi/all.ts'),
    chunk('assets/tides-1.js', '/app/node_modules/@neaps/tide-predictor/dist/index.js'),
  ),
)

it('keeps the screens and the words at once, and shared files with them', () => {
  for (const file of ['index-1', 'shared-1', 'LaterScreens-1', 'locale-en-hash0000'])
    expect(STAGES.get(`assets/${file}.js`), file).toBe('vital')
})

it("keeps the map's code and the part that draws with it: a route may be drawn where there is no network", () => {
  for (const file of ['map-1', 'maplibre-gl-1', 'draw-1', 'terra-1'])
    expect(STAGES.get(`assets/${file}.js`), file).toBe('map')
})

it('keeps the screens of the plan after the answer, with all that they fetch later', () => {
  for (const file of ['PlanScreens-1', 'plan-house-1', 'plan-words-en-hash0000', 'decode-1'])
    expect(STAGES.get(`assets/${file}.js`), file).toBe('plan')
})

it('keeps the finder of ways with the plan: the thread, and what the page does without one', () => {
  const finder = Object.assign(
    chunk('assets/way-finder-1.js', '/app/src/platform/routes/way-finder.ts', [], false, [
      'assets/ways-desk-1.js',
    ]),
    { viteMetadata: { importedAssets: new Set(['assets/ways-worker-1.js']) } },
  )
  const bundle = bundleOf(finder, chunk('assets/ways-desk-1.js', '/app/src/domain/routes/ways-desk.ts'))
  bundle['assets/ways-worker-1.js'] = {
    type: 'asset',
    fileName: 'assets/ways-worker-1.js',
  } as Rolldown.OutputAsset
  const stages = sortIntoStages(bundle)
  expect(stages.get('assets/way-finder-1.js')).toBe('vital')
  expect(stages.get('assets/ways-worker-1.js')).toBe('plan')
  expect(stages.get('assets/ways-desk-1.js')).toBe('plan')
})

it('leaves the rest until it is used', () => {
  expect(STAGES.get('assets/tides-1.js')).toBe('later')
})

it('leaves the page of the staff to the staff, and keeps what the app shares with it', () => {
  const stages = sortIntoStages(
    bundleOf(
      chunk('assets/index-1.js', '/app/index.html', ['assets/shared-1.js'], true),
      chunk('assets/staff-1.js', '/app/staff.html', ['assets/shared-1.js'], true),
      chunk('assets/staff-words-ja-1.js', '/app/src/i18n/locales/ja/staff.json'),
      chunk('assets/shared-1.js', '/app/src/ui/Button.tsx'),
    ),
  )
  expect([...stages]).toEqual([
    ['assets/index-1.js', 'vital'],
    ['assets/staff-1.js', 'later'],
    ['assets/staff-words-ja-1.js', 'later'],
    ['assets/shared-1.js', 'vital'],
  ])
})

it("leaves the letters of a script to those who choose it, though the app's first file names them all", () => {
  const entry = Object.assign(chunk('assets/index-1.js', '/app/index.html', [], true), {
    viteMetadata: {
      importedAssets: new Set(['assets/noto-sans-thai-1.woff2', 'assets/picture-1.svg']),
      importedCss: new Set(['assets/index-1.css']),
    },
  })
  const bundle = bundleOf(entry)
  for (const name of ['noto-sans-thai-1.woff2', 'picture-1.svg', 'index-1.css'])
    bundle[`assets/${name}`] = { type: 'asset', fileName: `assets/${name}` } as Rolldown.OutputAsset
  const stages = sortIntoStages(bundle)
  expect(stages.get('assets/index-1.js')).toBe('vital')
  expect(stages.get('assets/noto-sans-thai-1.woff2')).toBe('later')
})

it('gives each language its own words and letters, and nobody the words of others', () => {
  expect(STAGES.get('assets/locale-vi-hash0000.js')).toBe('later')
  const files = [
    'assets/locale-ja-hash0000.js',
    'assets/locale-zh-Hans-hash0000.js',
    'assets/plan-words-zh-Hans-hash0-_0.js',
    'assets/locale-my-hash0000.js',
    'assets/noto-sans-myanmar-myanmar-400-normal-hash0000.woff2',
    'assets/noto-sans-khmer-khmer-400-normal-hash0000.woff2',
  ]
  const { my, 'zh-Hans': hans, 'zh-Hant': hant, ja } = filesOfLanguages(files)
  expect(my).toEqual([files[3], files[4]])
  // The map cannot draw the sloping hand of Urdu: it has letters of its own for it.
  const upright = 'assets/noto-sans-arabic-arabic-400-normal-hash0000.woff2'
  expect(filesOfLanguages([...files, upright])['ur']).toEqual([upright])
  expect(hans).toEqual([files[1], files[2]])
  expect(hant).toEqual([])
  expect(ja).toBe(undefined)
})
