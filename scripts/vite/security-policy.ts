import type { Plugin } from 'vite'

/**
 * The content security policy of the built app. `blob:` images and `data:` icons are MapLibre's; scripts and workers come
 * only from this host, and no string becomes a script or HTML (Trusted Types, with the one policy of `trusted-types.ts`).
 */
const DIRECTIVES: readonly (readonly [name: string, value: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['worker-src', "'self'"],
  ['img-src', "'self' data: blob:"],
  ['connect-src', "'self'"],
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

/** @param where a `<meta>` cannot carry every directive */
export const contentSecurityPolicy = (where: 'header' | 'meta'): string =>
  DIRECTIVES.filter(([name]) => where === 'header' || !HEADER_ONLY.has(name))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/**
 * Puts the policy into the built `index.html`, for hosts that cannot send headers; `public/_headers` carries it for those
 * that can. The development server is left alone: it needs inline scripts to reload modules.
 */
export const securityPolicyPlugin = (): Plugin => ({
  name: 'security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy('meta') },
        injectTo: 'head-prepend',
      },
    ],
  },
})
