import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/**
 * The content security policy of the built app. `blob:` images and `data:` icons are MapLibre's; scripts and workers come
 * only from this host, and no string becomes a script or HTML (Trusted Types, with the one policy of `trusted-types.ts`).
 * The only outside host is that of the official pictures, which are asked for when the person has agreed.
 */
const directives = (officialTiles: string): readonly (readonly [name: string, value: string])[] => [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['worker-src', "'self'"],
  ['img-src', `'self' data: blob: ${officialTiles}`],
  ['connect-src', `'self' ${officialTiles}`],
  ['font-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'default'],
]

/** Browsers ignore these in a `<meta>` and complain about them. */
const HEADER_ONLY = new Set(['frame-ancestors'])

/**
 * @param where a `<meta>` cannot carry every directive
 * @param officialTiles the origin of the official pictures
 */
export const contentSecurityPolicy = (where: 'header' | 'meta', officialTiles: string): string =>
  directives(officialTiles)
    .filter(([name]) => where === 'header' || !HEADER_ONLY.has(name))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/**
 * Puts the policy into the built `index.html`, for hosts that cannot send headers; `_headers` carries it for those that can,
 * and is given the origin of this build. The development server is left alone: it needs inline scripts to reload modules.
 */
export function securityPolicyPlugin(officialTiles: string): Plugin {
  let outDir = ''
  return {
    name: 'security-policy',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: contentSecurityPolicy('meta', officialTiles),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
    closeBundle: { sequential: true, handler: () => rewriteHeaders(join(outDir, '_headers'), officialTiles) },
  }
}

/** The copy of `public/_headers` in the build gets the policy of the build. */
async function rewriteHeaders(path: string, officialTiles: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const policy = `Content-Security-Policy: ${contentSecurityPolicy('header', officialTiles)}`
  await writeFile(
    path,
    text.replace(/Content-Security-Policy: .*/, () => policy),
  )
}
