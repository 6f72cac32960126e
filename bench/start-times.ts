import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from '#scripts/find-browser.mjs'
import { startServer } from '#scripts/serve.ts'
import { MACHINE, median, type Measure } from './print-measure.ts'

const RUNS = 7
const SLOW_4G = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, offline: false }

/** Moments in milliseconds since the navigation began, as the page itself saw them. */
type Marks = { listed?: number; answered?: number; mapDrawn?: number }

/**
 * Runs in the page: takes the first place of the list as soon as there is one, and notes when the answer stands there and
 * when the map says that it is drawn. Done in the page so that no round trip of the remote control is measured.
 */
function watchStart(): void {
  const marks: Marks = {}
  Object.assign(window, { marks })
  const now = () => Math.round(performance.now())
  const look = () => {
    const first = document.querySelector<HTMLButtonElement>('form[role="search"] li button')
    if (marks.listed === undefined && first !== null) {
      marks.listed = now()
      first.click()
    }
    if (marks.answered === undefined && document.querySelector('article') !== null) {
      marks.answered = -1
      requestAnimationFrame(() => setTimeout(() => (marks.answered = now())))
    }
    if (marks.mapDrawn === undefined && document.querySelector('[data-map-status="ready"]') !== null)
      marks.mapDrawn = now()
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true })
}

async function marksOf(page: Page, wanted: keyof Marks): Promise<Marks> {
  await page.waitForFunction(
    (name) => ((window as unknown as { marks?: Record<string, number> }).marks?.[name] ?? -1) >= 0,
    wanted,
    { timeout: 120_000 },
  )
  return page.evaluate(() => (window as unknown as { marks: Marks }).marks)
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ja-JP' })
  // tsx marks the names of inner functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (value) => value')
  await context.addInitScript(watchStart)
  return context
}

async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const names = await caches.keys()
      const registration = await navigator.serviceWorker.getRegistration()
      return names.length > 0 && registration?.active != null
    },
    undefined,
    { timeout: 120_000 },
  )
}

/** Opens the app with the host gone, in a new page each time, on a processor four times slower. */
async function measureOffline(browser: Browser, dist: string, packs: string): Promise<readonly Marks[]> {
  const server = await startServer({ dir: dist, packs, port: 0 })
  const context = await newContext(browser)
  const first = await context.newPage()
  await first.goto(`${server.url}#/search`)
  await marksOf(first, 'mapDrawn')
  await isKept(first)
  await first.waitForTimeout(8000)
  await first.close()
  await server.close()
  const all: Marks[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${server.url}#/search`)
    all.push(await marksOf(page, 'mapDrawn'))
    await page.close()
  }
  await context.close()
  return all
}

/** First visits on slow 4G, each with an empty browser. */
async function measureFirstVisits(
  browser: Browser,
  dist: string,
  packs: string,
): Promise<{ readonly marks: readonly Marks[]; readonly scripts: readonly number[] }> {
  const server = await startServer({ dir: dist, packs, port: 0 })
  const marks: Marks[] = []
  const scripts: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const context = await newContext(browser)
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G)
    const types = new Map<string, string>()
    let bytes = 0
    cdp.on('Network.responseReceived', (event) => types.set(event.requestId, event.type))
    cdp.on('Network.loadingFinished', (event) => {
      if (types.get(event.requestId) === 'Script') bytes += event.encodedDataLength
    })
    await page.goto(`${server.url}#/search`)
    marks.push(await marksOf(page, 'answered'))
    scripts.push(bytes)
    await context.close()
  }
  await server.close()
  return { marks, scripts }
}

const middle = (all: readonly Marks[], name: keyof Marks): number =>
  median(all.map((marks) => marks[name] ?? NaN))

/** Start times in a real Chromium, on the built app and the pack that opens first. */
export async function measureStarts(dist: string, packs: string, code: string): Promise<readonly Measure[]> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: BROWSER_ARGS,
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    const offline = await measureOffline(browser, dist, packs)
    const first = await measureFirstVisits(browser, dist, packs)
    const how = `Chromium ${browser.version()} without a GPU, pack ${code}; ${MACHINE}`
    const off = `host gone, processor 4 times slower, median of ${RUNS} new pages; ${how}`
    const slow = `first visit, 1.6 Mbps and 150 ms, median of ${first.marks.length}; ${how}`
    return [
      { name: 'offline start to the list of places', value: middle(offline, 'listed'), unit: 'ms', on: off },
      { name: 'offline start to an answer', value: middle(offline, 'answered'), unit: 'ms', on: off },
      { name: 'offline start to a drawn map', value: middle(offline, 'mapDrawn'), unit: 'ms', on: off },
      { name: 'first visit to an answer', value: middle(first.marks, 'answered'), unit: 'ms', on: slow },
      { name: 'scripts before the first answer, as sent', value: median(first.scripts), unit: 'B', on: slow },
    ]
  } finally {
    await browser.close()
  }
}
