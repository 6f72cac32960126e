#!/usr/bin/env node
/**
 * `npm test`: everything, from a fresh clone to the end-to-end journeys. The last line is `N passed, N failed`: the tests of
 * Vitest and Playwright, and each other step as one. Plain Node at its top, because nothing is installed yet.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BROWSER_ARGS, findBrowser } from './find-browser.mjs'
import { bin, install, requireNode, run, TOP } from './fresh-machine.mjs'

const RESULTS = join(TOP, 'test-results')
const WORK = join(TOP, '.cache', 'test')
const DIST = join(WORK, 'dist')
const SAMPLE_PACKS = join(WORK, 'sample-packs')
const REAL_PACKS = join(WORK, 'real-packs')
const SAMPLE = { code: '99201', mirror: join(TOP, '.cache', 'sample-mirror') }
const REAL = { code: '41207', mirror: resolve(TOP, process.env['MIRROR'] ?? '../shared/mirror') }

let passed = 0
let failed = 0
/** @type {string[]} */
const skipped = []
/** @type {string[]} */
const shaky = []

/**
 * Runs one step and counts it as one test.
 * @param {string} name
 * @param {() => Promise<{ code: number, output?: string }>} work
 */
async function step(name, work) {
  const started = performance.now()
  const { code, output = '' } = await work()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (code === 0) passed += 1
  else failed += 1
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(34)} ${seconds.padStart(6)} s`)
  if (code !== 0 && output !== '') console.log(output.trimEnd().replace(/^/gm, '     '))
  return code === 0
}

function finish() {
  for (const line of skipped) console.log(`skipped: ${line}`)
  for (const line of shaky) console.log(`came through at the second try only: ${line}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

/** @param {string} name */
const readResult = (name) => {
  const path = join(RESULTS, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** Whether the browser of the configuration really starts: a path that exists can still lack its libraries. */
async function browserStarts() {
  const path = findBrowser()
  const options = JSON.stringify({ args: BROWSER_ARGS, ...(path === null ? {} : { executablePath: path }) })
  const program = `import { chromium } from '@playwright/test'
    const browser = await chromium.launch(${options}); await browser.close()`
  const { code, output } = await run(process.execPath, ['--input-type=module', '-e', program], {
    quiet: true,
    deadline: 90,
  })
  return { code, output }
}

/** A Chromium of the system, else Playwright's own, else Debian's package when we may install it, else one sentence. */
async function ensureBrowser() {
  if ((await browserStarts()).code === 0) return { code: 0 }
  console.log('No Chromium starts here; fetching the one of Playwright …')
  await run(bin('playwright'), ['install', 'chromium'], { deadline: 300 })
  if ((await browserStarts()).code === 0) return { code: 0 }
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    await run('apt-get', ['update'], { quiet: true, deadline: 300 })
    await run('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk', 'fonts-noto-core'], {
      quiet: true,
      deadline: 600,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const { code, output } = await browserStarts()
  const advice =
    'The end-to-end tests need Chromium or Google Chrome. Install one, or name it in the variable CHROMIUM.'
  return { code, output: `${advice}\n${output.split('\n').slice(0, 12).join('\n')}` }
}

/** The fast part. Its steps are counted one by one from what it wrote. */
async function check() {
  const { code } = await run(bin('tsx'), ['scripts/check.ts'])
  const steps = readResult('check.json')
  if (steps === null) return void (await step('check', async () => ({ code: code === 0 ? 1 : code })))
  const vitest = readResult('vitest.json')
  for (const { name, passed: good } of steps) {
    if (name === 'unit and contract tests' && vitest !== null) countVitest(vitest, good)
    else if (good) passed += 1
    else failed += 1
  }
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number }} result
 * @param {boolean} good whether Vitest itself was content: a file that can't be loaded holds no failed test
 */
function countVitest(result, good) {
  passed += result.numPassedTests
  failed += good ? 0 : Math.max(1, result.numFailedTests)
  if (result.numPendingTests > 0) skipped.push(`${result.numPendingTests} unit or contract tests`)
}

/**
 * Builds the pack of an area from a mirror, without the network.
 * @param {{ code: string, mirror: string }} area
 * @param {string} out
 */
const buildPack = ({ code, mirror }, out) =>
  run(bin('tsx'), ['scripts/build-data.ts', '--area', code, '--mirror', mirror, '--out', out], {
    quiet: true,
  })

async function buildAll() {
  const made = await step('sample town', () => run(bin('tsx'), ['scripts/make-sample.ts'], { quiet: true }))
  const sample = made && (await step('pack of the sample town', () => buildPack(SAMPLE, SAMPLE_PACKS)))
  const built = await step('app', () =>
    run(bin('vite'), ['build', '--outDir', DIST, '--emptyOutDir', '--logLevel', 'warn'], { quiet: true }),
  )
  let real = false
  if (existsSync(REAL.mirror)) real = await step('pack of real data', () => buildPack(REAL, REAL_PACKS))
  else
    skipped.push(
      `the journeys on real data: there is no mirror of official files in ${process.env['MIRROR'] ?? '../shared/mirror'} (variable MIRROR)`,
    )
  return { ready: sample && built, real }
}

/**
 * The journeys that came through at the second try only.
 * @param {readonly any[]} suites of Playwright's report
 * @returns {string[]}
 */
const secondTries = (suites) =>
  suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...secondTries(inner),
    ...specs
      .filter(({ tests }) => tests.some((/** @type {any} */ { status }) => status === 'flaky'))
      .map(({ title }) => title),
  ])

/** @param {boolean} real */
async function journeys(real) {
  const env = { E2E_DIST: DIST, E2E_SAMPLE_PACKS: SAMPLE_PACKS, E2E_REAL_PACKS: real ? REAL_PACKS : '' }
  const { code } = await run(bin('playwright'), ['test'], { env, deadline: 45 * 60 })
  const report = readResult('e2e.json')
  if (report === null)
    return void (await step('end-to-end tests', async () => ({ code: code === 0 ? 1 : code })))
  const { expected, unexpected, flaky, skipped: left } = report.stats
  passed += expected + flaky
  failed += unexpected + (code !== 0 && unexpected === 0 ? 1 : 0)
  shaky.push(...secondTries(report.suites))
  if (left > 0) skipped.push(`${left} end-to-end tests${real ? '' : ' (real data)'}`)
}

async function main() {
  requireNode()
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  if (!(await step('packages', async () => ({ code: await install() })))) return finish()
  const browser = await step('browser', ensureBrowser)
  await check()
  const { ready, real } = await buildAll()
  if (!browser || !ready) {
    failed += 1
    console.log('FAIL end-to-end tests: not run, because what they need is missing')
    return finish()
  }
  await journeys(real)
  finish()
}

await main()
