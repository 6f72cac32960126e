import { expect, SAMPLE, test } from './drivers/browser.ts'

test('by keyboard alone: search a place, read its answer, reach its sites, close again', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  const place = await SAMPLE.place()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  await app.mapIsDrawn()
  await app.focusByTab(page.getByRole('banner').getByRole('button', { name: app.words('app:bar.search') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(place.name)
  await page.keyboard.press('Enter')
  await app.isAnswered()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(app.hazards()).toHaveCount(0)
  await app.focusByTab(page.getByRole('application'))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await app.isToldSomething()
})

test('the menu is a modal dialog: focus goes in, stays in, and comes back', async ({ host, app, page }) => {
  const site = await host()
  await app.open(site.url)
  await app.menuButton().focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab')
    const outside = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement !== document.body && activeElement?.closest('dialog') === null
    })
    expect(outside).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(app.menuButton()).toBeFocused()
})
