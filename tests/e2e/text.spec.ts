import { expect, SAMPLE, test } from './drivers/browser.ts'
import { TAGS } from './drivers/said.ts'
import { TextDriver, withoutWebGl } from './drivers/text-driver.ts'

/** What draws. The names that the start shares with the map (`map-view`) draw nothing. */
const MAP_CODE = /\/assets\/(map-(?!view-)|maplibre-gl|draw-)/

for (const tag of ['ja', 'en'] as const)
  test(`by keyboard alone and offline, from the start page to the sites: ${tag}`, async ({
    host,
    app,
    page,
  }) => {
    const site = await host()
    const text = new TextDriver(app)
    const place = await SAMPLE.place()
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: tag })
    await app.isReadyOffline()
    await site.kill()
    await app.open(site.url, { lang: tag })
    await app.focusByTab(page.getByRole('button', { name: app.words('app:menu.text') }).first())
    await page.keyboard.press('Enter')
    await text.isUp()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
    await app.focusByTab(text.field())
    await page.keyboard.type(place.name)
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/\d/)
    await page.keyboard.press('Enter')
    await expect(text.answerHeading()).toBeFocused()
    await expect(app.hazards().first()).toContainText(app.words(`hazards:rank.rank${place.rank}`))
    await app.focusByTab(text.siteHazards().first())
    await expect(app.sites().first()).toBeVisible()
    await expect(text.ways().first()).toBeVisible()
    await expect(text.heading('text:unknown.title')).toBeVisible()
    await expect(page.getByRole('link', { name: /119/ })).toBeVisible()
  })

test('the text never fetches the code of the map; going over to the map does', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  const text = new TextDriver(app)
  await text.open(`${site.url}?area=${SAMPLE.code}`, 'ja')
  await text.lookUp((await SAMPLE.place()).name)
  for (const screen of ['settings', 'about', 'offline', 'readCheck', 'text'] as const) await text.show(screen)
  // The worker looks for what is missing 20 s after the start.
  await page.waitForTimeout(22_000)
  expect(site.log.map(({ path }) => path).filter((path) => MAP_CODE.test(path))).toEqual([])
  await text.show('map')
  await app.mapIsDrawn()
  expect(site.log.some(({ path }) => MAP_CODE.test(path))).toBe(true)
})

for (const tag of TAGS)
  test(`what a screen reader is given: names, one h1, no gaps, landmarks; what a voice can call: ${tag}`, async ({
    host,
    app,
    page,
  }) => {
    const site = await host()
    const text = new TextDriver(app)
    await text.open(`${site.url}?area=${SAMPLE.code}`, tag)
    expect(await text.faults()).toEqual([])
    await text.lookUp((await SAMPLE.place()).name)
    expect(await text.faults()).toEqual([])
    expect((await text.controls()).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['link', 'button', 'searchbox', 'radio', 'switch']),
    )
    expect(await text.notCallable()).toEqual([])
    await app.showsNoRawKeys()
    await text.show('readCheck')
    await expect(page.getByRole('radio').first()).toBeVisible()
    expect(await text.faults()).toEqual([])
    expect(await text.notCallable()).toEqual([])
    await app.showsNoRawKeys()
  })

test('full-width coordinates, an address, and a circle around the point lead to answers', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  const text = new TextDriver(app)
  await text.open(`${site.url}?area=${SAMPLE.code}`, 'en')
  await text.lookUp('３０．００１７、１３５．０１２５')
  await expect(page.getByText('30.0017').last()).toBeVisible()
  await text.lookUp('見本県見本市中央1-1')
  const circle = page.getByRole('group', { name: app.words('text:point.how') }).getByRole('radio')
  await circle.last().focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(app.words('app:answer.within')).first()).toBeVisible()
  await expect(circle.last()).toBeFocused()
})

test('?text is kept, and can be taken back on the page', async ({ host, app, page }) => {
  const site = await host()
  const text = new TextDriver(app)
  await page.goto(`${site.url}?area=${SAMPLE.code}&lang=ja&text`)
  await text.isUp()
  await page.goto(`${site.url}?area=${SAMPLE.code}&lang=ja`)
  await text.isUp()
  const always = page.getByRole('switch', { name: app.words('text:start.always') })
  await expect(always).toBeChecked()
  await always.focus()
  await page.keyboard.press('Space')
  await page.goto(`${site.url}?area=${SAMPLE.code}&lang=ja`)
  await app.mapIsDrawn()
})

test('where the device cannot draw the map, the text is offered in its place', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  const text = new TextDriver(app)
  await withoutWebGl(page)
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  await app.tells('map:trouble.failed', 30_000)
  await page
    .getByRole('status')
    .getByRole('button', { name: app.words('text:offer') })
    .click()
  await text.isUp()
})

test('Back leads from the text to the map and to the text again', async ({ host, app, page }) => {
  const site = await host()
  const text = new TextDriver(app)
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
  await text.show('text')
  await text.isUp()
  await page.goBack()
  await app.mapIsDrawn()
  await page.goForward()
  await text.isUp()
})

test('on paper: the answer and the sites, and no ways to press', async ({ host, app }) => {
  const site = await host()
  const text = new TextDriver(app)
  await text.open(`${site.url}?area=${SAMPLE.code}`, 'ja')
  await text.lookUp((await SAMPLE.place()).name)
  const { nav, articles, sites } = await text.printed()
  expect(nav).toBe(false)
  expect(articles).toBeGreaterThan(0)
  expect(sites).toBeGreaterThan(2)
})

test('the three questions by keyboard: chosen, explained, counted, and nothing is kept', async ({
  host,
  app,
  page,
}) => {
  const site = await host()
  const text = new TextDriver(app)
  await text.open(`${site.url}?area=${SAMPLE.code}`, 'en', 'readCheck')
  const before = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  for (const option of ['rank3', 'unknown', 'leave']) {
    const key =
      option === 'rank3'
        ? 'hazards:depth.rank3'
        : option === 'unknown'
          ? 'quiz:uncoloured.options.unknown'
          : 'quiz:red.options.leave'
    await page
      .getByRole('radio', { name: app.words(key) })
      .first()
      .focus()
    await page.keyboard.press('Space')
    const number = { rank3: 1, unknown: 2, leave: 3 }[option]
    await page.getByRole('button', { name: `See the answer to question ${number}` }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('You read 3 of 3')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toBe(before)
})
