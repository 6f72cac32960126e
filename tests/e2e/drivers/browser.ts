import { existsSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { TOP } from '#tests/support/source-files.ts'
import { placeInZone } from '#tests/support/find-place.ts'
import { demoStore, type DemoStore } from '#tests/support/demo-city.ts'
import { startFaultServer, type FaultServer } from '#tests/support/fault-server.ts'
import { AppDriver } from './app-driver.ts'

export { expect, AppDriver }
export type { Page, BrowserContext }

/** What the pages of a test did that no page may do. */
export type Offences = {
  /** Violations of the content security policy or of Trusted Types, as the browser words them. */
  readonly policy: string[]
  /** Requests to any other host than the test's own. */
  readonly foreign: string[]
  /** Errors that nobody caught. */
  readonly errors: string[]
}

/** A built town: where its packs lie, and names that are in it. */
export type Town = {
  readonly code: string
  readonly packs: string
  /** A place that a hazard reaches, for looking up. */
  readonly place: () => Promise<{ name: string; rank: number }>
}

const named = (variable: string, fallback: string): string => {
  const value = process.env[variable]
  return value === undefined || value === '' ? join(TOP, fallback) : value
}

export const DIST = named('E2E_DIST', '.cache/test/dist')
const town = (code: string, packs: string): Town => ({ code, packs, place: () => placeInZone(packs, code) })

const realPacks = named('E2E_REAL_PACKS', '.cache/test/real-packs')
export const SAMPLE = town('99201', named('E2E_SAMPLE_PACKS', '.cache/test/sample-packs'))
/** Real data of Kashima; null when there was no mirror to build it from. */
export const REAL =
  process.env['E2E_REAL_PACKS'] === '' || !existsSync(realPacks) ? null : town('41207', realPacks)

/** The sample town, and the real one where it was built. */
export const TOWNS: readonly Town[] = [SAMPLE, REAL].filter((one) => one !== null)

type Fixtures = {
  /** Whether the map puts its picture on the screen, as it does for everybody. */
  readonly paints: boolean
  /** Starts a host of the app for this test, with the packs of a town; stopped when the test ends. */
  readonly host: (packs?: string, feeds?: string) => Promise<FaultServer>
  /** What the sample town publishes: a folder of its own for this test. `host(SAMPLE.packs, city.folder)` serves it and takes PUT. */
  readonly city: DemoStore
  readonly offences: Offences
  /** Opens a page of somebody else: another device, watched as the first is, and closed when the test ends. */
  readonly somebody: (options?: BrowserContextOptions) => Promise<Page>
  readonly app: AppDriver
}

function watch(context: BrowserContext, offences: Offences): void {
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!['localhost', '127.0.0.1'].includes(url.hostname) && !['data:', 'blob:'].includes(url.protocol))
      offences.foreign.push(request.url())
  })
  context.on('weberror', (error) => offences.errors.push(String(error.error())))
  context.on('console', (message) => {
    if (/Content.Security.Policy|TrustedScript|TrustedHTML|Trusted Type/i.test(message.text()))
      offences.policy.push(message.text())
  })
}

/** Put into a page before anything of the app: what is asked to be drawn is not. */
function paintNothing(): void {
  const nothing = { drawElements: () => {}, drawArrays: () => {} }
  Object.assign(WebGLRenderingContext.prototype, nothing)
  Object.assign(WebGL2RenderingContext.prototype, nothing)
}

/** Every test ends by showing that its pages broke no policy, asked no other host and left no error uncaught. */
export const test = base.extend<Fixtures>({
  paints: [true, { option: true }],
  // Playwright reads the names of the fixtures from the pattern; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const hosts: FaultServer[] = []
    await use(async (packs = SAMPLE.packs, feeds) => {
      const host = await startFaultServer({
        dir: DIST,
        packs,
        port: 0,
        ...(feeds === undefined ? {} : { feeds }),
      })
      hosts.push(host)
      return host
    })
    await Promise.all(hosts.map((host) => host.close()))
  },
  // oxlint-disable-next-line no-empty-pattern
  city: async ({}, use) => {
    const store = demoStore()
    await use(store)
    store.remove()
  },
  offences: [
    async ({ context, paints }, use) => {
      const offences: Offences = { policy: [], foreign: [], errors: [] }
      watch(context, offences)
      if (!paints) await context.addInitScript(paintNothing)
      await use(offences)
      expect(offences).toEqual({ policy: [], foreign: [], errors: [] })
    },
    { auto: true },
  ],
  somebody: async ({ browser, offences, paints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch(context, offences)
      if (!paints) await context.addInitScript(paintNothing)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  app: async ({ page }, use) => {
    await use(new AppDriver(page))
  },
})

/**
 * For tests that look at words only: the map does all that it does but the last step, the picture, with which a machine that has no
 * graphics card spends a third of its time. Whoever asks here whether the map is drawn is told that it is not.
 */
export const unpainted = test.extend({ paints: false })

/**
 * What axe finds on the page, one line each. The page has no frames: axe looks at it in the page itself, where it is read in only
 * once, and not by way of a blank page, which takes four times as long.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${one.help}`),
  )
}
