import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import sirv from 'sirv'
import { build } from 'vite'
import { BROWSER_ARGS, findBrowser } from '#scripts/find-browser.mjs'

const SLOWER = 4

/**
 * Runs the `measure` of a page of ours in Chromium, built as the app is, on a processor four times slower.
 * @param folder of `bench`, with an `index.html` whose script puts `measure` on the window
 */
export async function runInPage<T>(
  folder: string,
  input: unknown,
): Promise<{ readonly measured: T; readonly browser: string }> {
  const built = mkdtempSync(join(tmpdir(), 'bench-page-'))
  const executablePath = findBrowser()
  const server = createServer(sirv(built, { dev: true }))
  const browser = await chromium.launch({
    args: BROWSER_ARGS,
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, folder),
      base: './',
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true, target: 'es2022' },
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const measured = await page.evaluate(
      (asked) => (globalThis as unknown as { measure: (input: unknown) => Promise<unknown> }).measure(asked),
      input,
    )
    return { measured: measured as T, browser: `Chromium ${browser.version()}` }
  } finally {
    await browser.close()
    server.close()
    rmSync(built, { recursive: true, force: true })
  }
}
