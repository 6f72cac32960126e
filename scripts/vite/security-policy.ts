import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/**
 * The content security policy of the built app. `blob:` images and `data:` icons are MapLibre's; scripts and workers come
 * only from this host, and no string becomes a script or HTML (Trusted Types, with the one policy of `trusted-types.ts`).
 * The only outside host is that of the official pictures, which are asked for when the person has agreed.
 */
const directives = (
  pictures: string,
  connections: string,
): readonly (readonly [name: string, value: string])[] => [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['worker-src', "'self'"],
  ['img-src', `'self' data: blob: ${pictures}`.trim()],
  ['connect-src', `'self' ${connections}`.trim()],
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
 * @param staffStore for the staff page, which asks for no pictures: the origin of the store to which it publishes; '' = its own.
 * Absent for the app: no phone ever talks to it.
 */
export const contentSecurityPolicy = (
  where: 'header' | 'meta',
  officialTiles: string,
  staffStore?: string,
): string =>
  (staffStore === undefined ? directives(officialTiles, officialTiles) : directives('', staffStore))
    .filter(([name]) => where === 'header' || !HEADER_ONLY.has(name))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/**
 * Puts the policy into each built page, for hosts that cannot send headers; `_headers` carries it for those that can,
 * and is given the origin of this build. The development server is left alone: it needs inline scripts to reload modules.
 */
export function securityPolicyPlugin(officialTiles: string, staffStore: string): Plugin {
  let outDir = ''
  return {
    name: 'security-policy',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { filename }) => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: filename.endsWith('staff.html')
              ? contentSecurityPolicy('meta', officialTiles, staffStore)
              : contentSecurityPolicy('meta', officialTiles),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
    closeBundle: {
      sequential: true,
      handler: () => rewriteHeaders(join(outDir, '_headers'), officialTiles, staffStore),
    },
  }
}

/** The copy of `public/_headers` in the build gets the policies of the build: that below `/staff.html` is the staff page's. */
async function rewriteHeaders(path: string, officialTiles: string, staffStore: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  let page = ''
  const written = lines.map((line) => {
    if (line.startsWith('/')) page = line.trim()
    if (!/^\s+Content-Security-Policy: /.test(line)) return line
    const policy =
      page === '/staff.html'
        ? contentSecurityPolicy('header', officialTiles, staffStore)
        : contentSecurityPolicy('header', officialTiles)
    return `  Content-Security-Policy: ${policy}`
  })
  await writeFile(path, written.join('\n'))
}
