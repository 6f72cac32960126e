import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startOfficialTileServer, type OfficialTileServer } from '../support/official-tile-server.ts'
import { TOP } from '../support/source-files.ts'
import type { AppDriver } from './drivers/app-driver.ts'
import { axeFindings, expect, SAMPLE, unpainted as base } from './drivers/browser.ts'
import { TAGS } from './drivers/said.ts'

/** A place in Japan that no pack of the test holds: 東京駅. Its tile of zoom 17 is 116423/51613. */
const TOKYO = { typed: '35.681236, 139.767125', tile: '17/116423/51613' }
const LAYERS = 12

/**
 * The app as it is built for the public, but with the server of the test in the place of the official one: the policy, the code
 * and the headers all have its address from the one setting.
 */
const test = base.extend<{ online: string }, { official: OfficialTileServer & { readonly build: string } }>({
  official: [
    // Playwright reads the names of the fixtures from the pattern; this one needs none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startOfficialTileServer()
      const build = await mkdtemp(join(tmpdir(), 'dist-online-'))
      const args = ['build', '--outDir', build, '--emptyOutDir', '--logLevel', 'warn']
      const env = { ...process.env, OFFICIAL_TILES: server.url }
      await promisify(execFile)(join(TOP, 'node_modules/.bin/vite'), args, { cwd: TOP, env })
      await use({ ...server, build })
      await server.close()
      await rm(build, { recursive: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  online: async ({ host, official }, use) => {
    official.asked.length = 0
    official.draw({})
    const site = await host()
    await site.serve({ dir: official.build, packs: SAMPLE.packs })
    await use(`${site.url}?area=${SAMPLE.code}`)
  },
})

async function choosePlace(app: AppDriver): Promise<void> {
  await app.show('online')
  await app.page.getByRole('textbox', { name: app.words('online:position.label') }).fill(TOKYO.typed)
  await app.page.getByRole('button', { name: app.words('online:position.choose') }).click()
}

const press = (app: AppDriver, key: string) =>
  app.page.getByRole('button', { name: app.words(`online:${key}`) }).click()

async function layOver(app: AppDriver, layer: string): Promise<void> {
  const choice = app.page.getByRole('group', { name: app.words('online:overlay.choose') })
  const radio = choice.getByRole('radio', { name: app.words(`online:layer.${layer}`) })
  await radio.focus()
  await app.page.keyboard.press('Space')
  await expect(radio).toBeChecked()
}

test('any place in Japan: nothing is asked before the person agrees, and then one square of each layer', async ({
  online,
  official,
  app,
  page,
}) => {
  official.draw({
    floodMax: 0xffb7b7,
    floodDuration: 0xfaf500,
    collapseErosion: 0xff7f7f,
    steepSlope: 0xfae600,
  })
  await app.open(online)
  await app.mapIsReady()
  await choosePlace(app)
  await expect(page.getByText('localhost:').first()).toBeVisible()
  expect(official.asked).toEqual([])
  await press(app, 'agree')
  await app.tells('online:heading')
  await app.tells('online:note.coarse')
  await app.tells('online:note.noDecision')
  await app.tells('risk:headline.houseCollapse.erosion')
  await app.tells('risk:fact.duration.rank3')
  await app.tells('online:avalanche.noZonePublished')
  await expect(page.getByText('出典：ハザードマップポータルサイト').first()).toBeVisible()
  await expect(
    page.getByText('最新かつ詳細な情報については各市町村が作成するハザードマップをご確認ください。').first(),
  ).toBeVisible()
  expect(official.asked).toHaveLength(LAYERS)
  for (const path of official.asked)
    expect(path).toMatch(new RegExp(`^/raster/[a-z0-9_]+/${TOKYO.tile}\\.png$`))
  await app.showsNoRawKeys()
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(caches_.map((cache) => cache.keys()))
    return requests.flat().filter(({ url }) => url.includes('/raster/')).length
  })
  expect(kept).toBe(0)
  await app.open(online)
  await choosePlace(app)
  await expect(page.getByRole('button', { name: app.words('online:agree') })).toBeVisible()
  expect(official.asked).toHaveLength(LAYERS)
})

test('a place outside the open area offers the official pictures, and inside they can be compared', async ({
  online,
  official,
  app,
  page,
}) => {
  official.draw({ tsunami: 0xff9191 })
  await app.open(online)
  await app.page
    .getByRole('banner')
    .getByRole('button', { name: app.words('app:bar.search') })
    .click()
  const search = page.getByRole('search')
  await search.getByRole('searchbox').fill(TOKYO.typed)
  await search.getByRole('listitem').first().getByRole('button').click()
  await app.tells('app:answer.outside')
  expect(official.asked).toEqual([])
  await press(app, 'agree')
  await app.tells('risk:headline.tsunami.between')
  await app.lookUp((await SAMPLE.place()).name)
  await page.getByText(app.words('online:compare')).click()
  expect(official.asked).toHaveLength(LAYERS)
  await press(app, 'ask')
  await app.tells('online:heading')
  expect(official.asked.length).toBeGreaterThanOrEqual(2 * LAYERS)
})

test('a host without any pack still answers for any place, from the official pictures', async ({
  host,
  official,
  app,
  page,
}) => {
  official.asked.length = 0
  official.draw({ floodMax: 0xdc7adc })
  const site = await host()
  await site.serve({ dir: official.build, packs: SAMPLE.packs })
  site.setFaults({ path: /\/packs\//, fault: { kind: 'status', status: 404 } })
  await app.open(site.url)
  await app.page
    .getByRole('banner')
    .getByRole('button', { name: app.words('app:bar.search') })
    .click()
  await page
    .getByRole('main')
    .getByRole('button', { name: app.words('app:menu.online') })
    .click({ timeout: 60_000 })
  await page.getByRole('textbox', { name: app.words('online:position.label') }).fill(TOKYO.typed)
  await page.getByRole('textbox', { name: app.words('online:position.label') }).press('Enter')
  await press(app, 'agree')
  await app.tells('risk:headline.flood.above')
})

for (const [what, drawn, key] of [
  ['has colours of no legend', 0x123456, 'colourUnknown'],
  ['answers with a sign-in page', 'html', 'notFetched'],
  ['answers with a page that is called a picture', 'htmlAsPng', 'notFetched'],
  ['breaks off', 'cutOff', 'notFetched'],
  ['is out of order', 'error', 'notFetched'],
] as const)
  test(`a server that ${what} tells nothing of the place, in words`, async ({
    online,
    official,
    app,
    page,
  }) => {
    official.draw({}, drawn)
    await app.open(online)
    await choosePlace(app)
    await press(app, 'agree')
    await app.tells('online:avalanche.dataUnavailable')
    await app.tells(`online:trouble.${key}`)
    await app.tells('risk:overall.unknown')
    await expect(page.locator('article[data-tone="none"], article[data-tone="hazard"]')).toHaveCount(0)
  })

test('a server that never answers is given up after four seconds for each picture, and can be stopped before', async ({
  online,
  official,
  app,
}) => {
  official.draw({}, 'hang')
  await app.open(online)
  await choosePlace(app)
  await press(app, 'agree')
  await app.tells('online:asking')
  await press(app, 'stop')
  await app.tells('online:stopped')
  await press(app, 'again')
  await app.tells('online:avalanche.dataUnavailable', 25_000)
})

test('without a network it says so at once and asks nothing', async ({
  online,
  official,
  app,
  page,
  context,
}) => {
  await app.open(online)
  await app.isReadyOffline()
  await context.setOffline(true)
  await choosePlace(app)
  await press(app, 'agree')
  await app.tells('online:offline', 2_000)
  expect(official.asked).toEqual([])
  await context.setOffline(false)
  await expect(page.getByText(app.words('app:banner.offlineAnswers'))).toHaveCount(0)
  await press(app, 'again')
  await app.tells('online:heading')
  expect(official.asked).toHaveLength(LAYERS)
})

test('one official layer lies over the map, off by default, and what is missing of it is said', async ({
  online,
  official,
  app,
  page,
}) => {
  official.draw({ tsunami: 0xff9191, stormSurge: 'error' })
  await app.open(online)
  await app.mapIsReady()
  await app.show('layers')
  expect(official.asked).toEqual([])
  await press(app, 'overlay.agree')
  await layOver(app, 'tsunami')
  await app.tells('online:overlay.noColour')
  await expect.poll(() => official.asked.length, { timeout: 20_000 }).toBeGreaterThan(0)
  for (const path of official.asked) expect(path).toContain('/04_tsunami_newlegend_data/')
  await expect(page.getByText(app.words('online:overlay.failed'))).toHaveCount(0)
  await layOver(app, 'stormSurge')
  await app.tells('online:overlay.failed', 20_000)
  await app.close()
  await press(app, 'overlay.takeOff')
  await expect(page.getByText(app.words('online:overlay.online'))).toHaveCount(0)
})

for (const tag of TAGS)
  test(`axe finds nothing on an online answer, ${tag}`, async ({ online, official, app, page }) => {
    official.draw({ floodMax: 0xdc7adc, slide: 0x123456 })
    await app.open(online, { lang: tag })
    await choosePlace(app)
    await press(app, 'agree')
    await app.tells('online:heading')
    await app.showsNoRawKeys()
    expect(await axeFindings(page)).toEqual([])
    expect(await app.cutOff()).toEqual([])
  })
