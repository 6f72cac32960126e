import { nextApp, nextPack, NEXT_MARK } from '../support/next-versions.ts'
import { DIST, expect, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { PlanDriver } from './drivers/plan-driver.ts'

test('a new version is offered, waits for the person, and loses no setting and no plan', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`)
  await app.isReadyOffline()
  await app.chooseLanguage('en')
  await app.show('settings')
  await app.choose(app.words('settings:themes.night'))
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night')
  const plan = new PlanDriver(app)
  await plan.begin()
  await plan.pickPlace('30.00340, 135.01851')
  await plan.isSaved()
  const kept = await plan.records()
  await site.serve({ dir: nextApp(DIST), packs: SAMPLE.packs })
  await app.open(site.url)
  await app.tells('app:update.ready', 30_000)
  await expect(page.locator(NEXT_MARK)).toHaveCount(0)
  await page.reload()
  await app.isUp()
  await expect(page.locator(NEXT_MARK)).toHaveCount(0)
  await page.getByRole('button', { name: app.words('app:update.now') }).click()
  await expect(page.locator(NEXT_MARK)).toHaveCount(1)
  await app.isUp()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night')
  await site.kill()
  await page.reload()
  await app.isUp()
  await expect(page.locator(NEXT_MARK)).toHaveCount(1)
  expect(await plan.records()).toEqual(kept)
  await plan.isSaved()
  await app.lookUp((await SAMPLE.place()).name)
})

test('a new pack takes the place of the old one as a whole and loses no setting', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`)
  await app.isReadyOffline()
  await app.chooseLanguage('ja-simple')
  const next = nextPack(SAMPLE.packs, SAMPLE.code)
  await site.serve({ dir: DIST, packs: next.packs })
  await app.open(site.url)
  await app.tells('app:banner.newData', 30_000)
  await app.isReadyOffline()
  await site.kill()
  await app.open(site.url)
  await app.show('sites')
  await app.showAllSites()
  await expect(page.getByText(next.name).first()).toBeVisible()
})

test('a worker that is a page, or gone, leaves the version that works', async ({ host, app }) => {
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`)
  await app.isReadyOffline()
  for (const fault of [{ kind: 'html' }, { kind: 'status', status: 404 }] as const) {
    site.setFaults({ path: /\/sw\.js$/, fault })
    await app.open(site.url)
    await app.lookUp((await SAMPLE.place()).name)
    site.setFaults()
  }
  await site.kill()
  await app.open(site.url)
  await app.lookUp((await SAMPLE.place()).name)
})
