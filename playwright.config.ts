import { defineConfig } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs'

const executablePath = findBrowser()

/**
 * Two workers, each with a file at a time: a journey waits for about as long as it reckons. Every journey has a host and folders of its
 * own, on a port that the machine chooses.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A busy machine may disturb a journey once; `npm test` names every one that needed its second try.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        actionTimeout: 20_000,
        navigationTimeout: 30_000,
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        launchOptions: { args: BROWSER_ARGS, ...(executablePath === null ? {} : { executablePath }) },
      },
    },
  ],
})
