import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { cityKeysPlugin } from './scripts/vite/city-keys.ts'
import { layerOrderPlugin } from './scripts/vite/layer-order.ts'
import { lettersPlugin } from './scripts/vite/letters.ts'
import { officialTilesOrigin } from './scripts/vite/official-tiles.ts'
import { precompressedPlugin } from './scripts/vite/precompressed.ts'
import { securityPolicyPlugin } from './scripts/vite/security-policy.ts'
import { serviceWorkerPlugin } from './scripts/vite/service-worker.ts'
import { staffStore } from './scripts/vite/staff-store.ts'
import { staticPagePlugin } from './scripts/vite/static-page.ts'

const root = import.meta.dirname
const officialTiles = officialTilesOrigin(root)
const store = staffStore()
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
/** Parts that are loaded on their own, by what they hold: the worker's list and the tests go by these names. */
const NAMES: readonly (readonly [module: RegExp, name: string])[] = [
  [/\/i18n\/locales\/([^/]+)\/all\.ts$/, 'locale-$1'],
  [/\/i18n\/locales\/([^/]+)\/plan\.ts$/, 'plan-words-$1'],
  [/\/i18n\/locales\/([^/]+)\/staff\.json$/, 'staff-words-$1'],
  [/\/i18n\/furigana\/(all|plan)\.json$/, 'furigana-$1'],
  [/\/i18n\/locales\/([^/]+)\/terms\.json$/, 'terms-$1'],
  [/^.*\/node_modules\/(pmtiles|workbox-window)\/.*$/, '$1'],
  [/^.*\/src\/map\/index\.ts$/, 'map'],
]

function chunkName(module: string): string {
  const [pattern, name] = NAMES.find(([candidate]) => candidate.test(module)) ?? []
  const [found] = pattern?.exec(module) ?? []
  return pattern === undefined || found === undefined ? '[name]' : found.replace(pattern, name ?? '')
}

/** Every address is relative, so that the built app works in any folder of any static host. */
export default defineConfig({
  root,
  base: './',
  define: {
    'import.meta.env.OFFICIAL_TILES': JSON.stringify(officialTiles),
    'import.meta.env.APP_VERSION': JSON.stringify(version),
    'import.meta.env.MHM_STORE': JSON.stringify(store.address),
  },
  plugins: [
    react(),
    lettersPlugin(),
    cityKeysPlugin(root),
    layerOrderPlugin(join(root, 'src/ui/tokens.css')),
    staticPagePlugin(join(root, 'src/i18n/locales')),
    securityPolicyPlugin(officialTiles, store.origin),
    serviceWorkerPlugin(root),
    precompressedPlugin(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The map's chunk is large and loaded on its own; a warning about it would only teach to overlook warnings.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The app, and the page on which the city's staff publishes.
      input: { index: join(root, 'index.html'), staff: join(root, 'staff.html') },
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId ?? '')}-[hash].js`,
      },
    },
  },
})
