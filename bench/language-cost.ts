import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { ALL_LANGUAGES, LANGUAGES, languageOf, type LanguageTag } from '#i18n/languages.ts'
import { BROWSER_ARGS, findBrowser } from '#scripts/find-browser.mjs'
import { startServer } from '#scripts/serve.ts'
import { filesOfLanguages } from '#scripts/vite/service-worker.ts'
import { filesBelow } from './bundle-sizes.ts'
import { MACHINE, median, type Measure } from './print-measure.ts'

/** How often each language is gone over to. */
const RUNS = 3

/** What a language costs beyond what everybody has: its words as they are sent, and its letters. Bytes. */
function costs(dist: string): readonly Measure[] {
  const files = filesBelow(dist)
  const ofLanguages = filesOfLanguages(files)
  return ALL_LANGUAGES.flatMap(({ tag }) => {
    const own = ofLanguages[tag] ?? []
    if (own.length === 0) return []
    const bytes = (file: string) => readFileSync(join(dist, file))
    const words = own.filter((file) => file.endsWith('.js'))
    const letters = own.filter((file) => file.endsWith('.woff2'))
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
    return [
      {
        name: `words of ${tag}, brotli`,
        value: sum(words.map((file) => brotliCompressSync(bytes(file)).length)),
        unit: 'B',
        on: `${words.length} files of the production build`,
      },
      {
        name: `letters of ${tag}`,
        value: sum(letters.map((file) => bytes(file).length)),
        unit: 'B',
        on: `${letters.length} files of the production build`,
      },
    ] as const
  })
}

/** From the tap on a language to the first picture in it, in milliseconds as the page saw it. */
async function switchTo(page: Page, tag: LanguageTag): Promise<number> {
  const { endonym, htmlLang, ruby } = languageOf(tag)
  await page.locator('header button[aria-haspopup="dialog"]').first().click()
  const choice = page.getByRole('dialog').getByRole('button', { name: endonym, exact: true })
  await choice.waitFor()
  const took = choice.evaluate(
    async (button, [lang, easy]) => {
      const began = performance.now()
      ;(button as HTMLButtonElement).click()
      const { documentElement: html } = document
      while (html.lang !== lang || html.dataset['easy'] !== easy)
        await new Promise((done) => requestAnimationFrame(done))
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      return performance.now() - began
    },
    [htmlLang, String(ruby)] as const,
  )
  const ms = await took
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return ms
}

/** Going over from English to each language, its words being on the device, on a processor four times slower. */
async function switches(dist: string, packs: string): Promise<readonly Measure[]> {
  const server = await startServer({ dir: dist, packs, port: 0 })
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: [...BROWSER_ARGS],
    ...(executablePath === null ? {} : { executablePath }),
  })
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.goto(`${server.url}?lang=en#/text`)
  await page.locator('header button').first().waitFor()
  for (const { tag } of LANGUAGES) await switchTo(page, tag)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1)
    for (const { tag } of LANGUAGES) {
      if (tag === 'en') continue
      times.push(await switchTo(page, tag))
      await switchTo(page, 'en')
    }
  await browser.close()
  await server.close()
  const on = `${times.length} times, 4× CPU slow-down, ${MACHINE}`
  return [
    { name: 'another language, median', value: Math.round(median(times)), unit: 'ms', on },
    { name: 'another language, slowest', value: Math.round(Math.max(...times)), unit: 'ms', on },
  ]
}

/** What a language costs, and how long it takes to go over to one. */
export const measureLanguages = async (dist: string, packs: string): Promise<readonly Measure[]> => [
  ...costs(dist),
  ...(await switches(dist, packs)),
]
