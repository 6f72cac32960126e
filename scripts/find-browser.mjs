import { existsSync } from 'node:fs'

/** Where a Chromium lives when the system has one: Debian and Fedora names first, then Chrome, then macOS. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds a Chromium of the system. Env CHROMIUM names one that lies elsewhere.
 * @returns {string | null} the path of the program; null = none, Playwright's own may still be there
 */
export function findBrowser() {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  return PLACES.find((path) => existsSync(path)) ?? null
}

/** Flags for every browser that tests and benchmarks start: no sandbox as root, no GPU, no calls home. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
