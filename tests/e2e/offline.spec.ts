import { AppDriver, expect, SAMPLE, test, TOWNS } from './drivers/browser.ts'
import { TAGS } from './drivers/said.ts'

for (const town of TOWNS)
  test(`${town.code}: after a first visit the host is gone for good; map, tap, answer and sites stay`, async ({
    host,
    app,
    page,
  }) => {
    const site = await host(town.packs)
    const place = await town.place()
    await app.open(`${site.url}?area=${town.code}`)
    await app.isReadyOffline()
    await app.testStorage()
    await site.kill()
    for (const tag of TAGS) {
      await app.open(site.url, { lang: tag })
      await app.mapIsDrawn()
      await app.lookUp(place.name)
      await expect(app.hazards().first()).toContainText(app.words(`hazards:rank.rank${place.rank}`))
      await expect(page.locator('html')).toHaveAttribute('lang', tag === 'en' ? 'en' : 'ja')
      await app.close()
      await app.tapMap()
      await app.isAnswered()
      await app.show('sites')
      await expect(app.sites().first()).toBeVisible()
      await app.showsNoRawKeys()
    }
  })

for (const town of TOWNS)
  test(`${town.code}: offline, the browser was closed in between`, async ({ host, browser }) => {
    test.setTimeout(180_000)
    const site = await host(town.packs)
    const place = await town.place()
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ja-JP' })
    const first = new AppDriver(await context.newPage())
    await first.open(`${site.url}?area=${town.code}`)
    await first.isReadyOffline()
    await first.page.close()
    await site.kill()
    await context.setOffline(true)
    const again = new AppDriver(await context.newPage())
    await again.open(site.url, { lang: 'en' })
    await again.lookUp(place.name)
    await again.mapIsDrawn()
    await context.close()
  })

test('the banner of the sample town stands on every screen', async ({ host, app }) => {
  const site = await host()
  await app.open(`${site.url}?area=99201`)
  for (const screen of ['home', 'sites', 'layers', 'offline', 'settings', 'about'] as const) {
    await app.show(screen)
    await app.tells('app:banner.sample')
  }
})

test('what is not known is said: a hazard without data is never left out', async ({ host, app }) => {
  const site = await host()
  await app.open(`${site.url}?area=99201`)
  await app.lookUp((await SAMPLE.place()).name)
  expect(await app.hazards().count()).toBeGreaterThanOrEqual(5)
})
