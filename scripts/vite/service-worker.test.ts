import type { Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { sortIntoStages } from './service-worker.ts'

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
    chunk('assets/locale-en-1.js', '/app/src/i18n/locales/en/all.ts'),
    chunk('assets/plan-words-en-1.js', '/app/src/i18n/locales/en/plan.ts'),
    chunk('assets/PlanScreens-1.js', '/app/src/app/PlanScreens.tsx', ['assets/shared-1.js'], false, [
      'assets/decode-1.js',
      'assets/map-1.js',
    ]),
    chunk('assets/plan-house-1.js', '/app/src/app/plan-house.ts'),
    chunk('assets/decode-1.js', '/app/node_modules/qr/decode.js'),
    chunk('assets/tides-1.js', '/app/node_modules/@neaps/tide-predictor/dist/index.js'),
  ),
)

it('keeps the screens and the words at once, and shared files with them', () => {
  for (const file of ['index-1', 'shared-1', 'LaterScreens-1', 'locale-en-1'])
    expect(STAGES.get(`assets/${file}.js`), file).toBe('vital')
})

it("keeps the map's code and the part that draws with it: a route may be drawn where there is no network", () => {
  for (const file of ['map-1', 'maplibre-gl-1', 'draw-1', 'terra-1'])
    expect(STAGES.get(`assets/${file}.js`), file).toBe('map')
})

it('keeps the screens of the plan after the answer, with all that they fetch later', () => {
  for (const file of ['PlanScreens-1', 'plan-house-1', 'plan-words-en-1', 'decode-1'])
    expect(STAGES.get(`assets/${file}.js`), file).toBe('plan')
})

it('leaves the rest until it is used', () => {
  expect(STAGES.get('assets/tides-1.js')).toBe('later')
})
