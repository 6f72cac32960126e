import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompressedPlugin } from './scripts/vite/precompressed.ts'
import { rawPacksPlugin } from './scripts/vite/raw-packs.ts'
import { securityPolicyPlugin } from './scripts/vite/security-policy.ts'
import { serviceWorkerPlugin } from './scripts/vite/service-worker.ts'
import { staticPagePlugin } from './scripts/vite/static-page.ts'

const root = import.meta.dirname
const locale = /\/i18n\/locales\/([^/]+)\/all\.ts$/

/** Every address is relative, so that the built app works in any folder of any static host. */
export default defineConfig({
  root,
  base: './',
  plugins: [
    react(),
    staticPagePlugin(join(root, 'src/i18n/locales')),
    securityPolicyPlugin(),
    rawPacksPlugin(),
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
      output: {
        chunkFileNames: ({ facadeModuleId }) => {
          const [, tag] = locale.exec(facadeModuleId ?? '') ?? []
          return tag === undefined ? 'assets/[name]-[hash].js' : `assets/locale-${tag}-[hash].js`
        },
      },
    },
  },
})
