import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import sirv from 'sirv'
import { build } from 'vite'
import { BROWSER_ARGS, findBrowser } from '#scripts/find-browser.mjs'
import type { PageInput } from '../routes-page/page.ts'
import type { KernelInput, Timing } from './measure-kernel.ts'

declare const measure: (input: PageInput) => Promise<readonly Timing[]>

const SLOWER = 4

/** The same measures in a page of Chromium, built as the app is, on a processor four times slower. */
export async function measureInPage(
  input: KernelInput,
): Promise<{ readonly timings: readonly Timing[]; readonly browser: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-routes-'))
  const executablePath = findBrowser()
  const server = createServer(sirv(folder, { dev: true }))
  const browser = await chromium.launch({
    args: BROWSER_ARGS,
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, '../routes-page'),
      base: './',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const timings = await page.evaluate((asked) => measure(asked), forPage(input))
    return { timings, browser: `Chromium ${browser.version()}` }
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function forPage({ graph, feed, ...rest }: KernelInput): PageInput {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const { bytes, signatures } = feed
  return {
    ...rest,
    graph: text(graph),
    feed: { ...feed, bytes: text(bytes), signatures: text(signatures) },
  }
}
