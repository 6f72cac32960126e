/**
 * Which script addresses the page may hand to the browser, relative to the folder of the app: the service worker, the map's
 * worker and that of the ways. Everything else throws, and there is no `createHTML`: no string ever becomes HTML.
 */
const ALLOWED = /^(sw\.js|assets\/(maplibre-gl-worker|ways-worker)-[\w-]+\.m?js)$/

type PolicyFactory = {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown
}

/**
 * @param base the folder of the app, ending in a slash
 * @returns `url` when it is a script of ours; throws a TypeError for every other address.
 */
export function allowScriptUrl(url: string, base: string): string {
  const wanted = new URL(url, base)
  if (wanted.href.startsWith(base) && ALLOWED.test(wanted.href.slice(base.length))) return url
  throw new TypeError(`Refused as a script: ${wanted.href}`)
}

/**
 * Installs the default Trusted Types policy, where the browser knows Trusted Types. A policy with another name is of no use:
 * MapLibre hands plain strings to `new Worker` (seen with 6.17.0). Call it before anything else runs.
 * In development the worker is served from its source, and the policy is left out together with the header that asks for it.
 */
export function installTrustedTypes(base: string = new URL('./', document.baseURI).href): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  if (factory === undefined || !import.meta.env.PROD) return
  factory.createPolicy('default', { createScriptURL: (url) => allowScriptUrl(url, base) })
}
