import type { Fault } from '../support/fault-server.ts'
import { nextPack } from '../support/next-versions.ts'
import { DIST, expect, SAMPLE, unpainted as test } from './drivers/browser.ts'

/** `told` = the person hears of it; a host that breaks off is the same as no network, and that is no news. */
const FAULTS: readonly { readonly what: string; readonly fault: Fault; readonly told: boolean }[] = [
  { what: 'cut in half, cleanly ended', fault: { kind: 'truncate', bytes: 700 }, told: true },
  { what: 'cut off on the way', fault: { kind: 'cut', bytes: 700 }, told: false },
  { what: 'with one bit flipped', fault: { kind: 'flipBit', at: 300 }, told: true },
  {
    what: 'swapped for another file',
    fault: { kind: 'swap', path: `/packs/${SAMPLE.code}/manifest.json` },
    told: true,
  },
  { what: 'that is a sign-in page', fault: { kind: 'html' }, told: true },
  { what: 'that is not there', fault: { kind: 'status', status: 404 }, told: true },
]

test('a newer pack with a spoiled file is refused, and the old pack still answers, whatever is wrong with it', async ({
  host,
  app,
  page,
}) => {
  test.setTimeout(300_000)
  const site = await host()
  const place = await SAMPLE.place()
  await app.open(`${site.url}?area=${SAMPLE.code}`)
  await app.isReadyOffline()
  const next = nextPack(SAMPLE.packs, SAMPLE.code)
  await site.serve({ dir: DIST, packs: next.packs })
  const path = new RegExp(next.file.replaceAll('.', '\\.'))
  for (const { what, fault, told } of FAULTS)
    await test.step(what, async () => {
      site.setFaults({ path, fault })
      await app.open(site.url)
      await app.show('offline')
      await expect(page.getByRole('button', { name: app.words('offline:lookForNewer') })).toBeVisible({
        timeout: 60_000,
      })
      if (told) await app.tells('offline:updateRefused')
      expect(site.log.some((entry) => path.test(entry.path))).toBe(true)
      await app.lookUp(place.name)
      await app.show('sites')
      await app.showAllSites()
      await expect(page.getByText(next.name)).toHaveCount(0)
    })
  site.setFaults()
  await app.show('offline')
  await page.getByRole('button', { name: app.words('offline:lookForNewer') }).click()
  await app.tells('app:banner.newData')
  await app.show('sites')
  await app.showAllSites()
  await expect(page.getByText(next.name).first()).toBeVisible()
})

for (const { what, fault } of FAULTS)
  test(`on a first visit an answer file ${what} is never taken for "no zone"`, async ({ host, app }) => {
    const site = await host()
    site.setFaults({ path: /\/packs\/\d+\/flood-max-/, fault })
    await app.open(`${site.url}?area=${SAMPLE.code}`)
    await app.tells('offline:cannotAnswer', 60_000)
    site.setFaults()
    await app.page
      .getByRole('button', { name: app.words('offline:tryAgain') })
      .first()
      .click()
    await app.lookUp((await SAMPLE.place()).name)
  })

test('a page in place of the list of areas is told as such, and nothing of it is kept', async ({
  host,
  app,
}) => {
  const site = await host()
  site.setFaults({ path: /\/packs\//, fault: { kind: 'html' } })
  await app.open(site.url)
  await app.tells('offline:cannotAnswer', 60_000)
  await app.tells('offline:failure.notData')
  site.setFaults()
  await app.open(site.url)
  await app.lookUp((await SAMPLE.place()).name)
})
