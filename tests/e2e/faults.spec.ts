import type { Fault } from '../support/fault-server.ts'
import { nextPack } from '../support/next-versions.ts'
import { DIST, expect, SAMPLE, test } from './drivers/browser.ts'

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['cut in half, cleanly ended', { kind: 'truncate', bytes: 700 }],
  ['cut off on the way', { kind: 'cut', bytes: 700 }],
  ['with one bit flipped', { kind: 'flipBit', at: 300 }],
  ['swapped for another file', { kind: 'swap', path: `/packs/${SAMPLE.code}/manifest.json` }],
  ['that is a sign-in page', { kind: 'html' }],
  ['that is not there', { kind: 'status', status: 404 }],
]

for (const [what, fault] of FAULTS)
  test(`a newer pack with a file ${what} is refused, and the old pack still answers`, async ({
    host,
    app,
    page,
  }) => {
    const site = await host()
    const place = await SAMPLE.place()
    await app.open(`${site.url}?area=${SAMPLE.code}`)
    await app.isReadyOffline()
    const next = nextPack(SAMPLE.packs, SAMPLE.code)
    await site.serve({ dir: DIST, packs: next.packs })
    site.setFaults({ path: new RegExp(next.file.replaceAll('.', '\\.')), fault })
    await app.open(site.url)
    await app.tells('offline:updateRefused', 45_000)
    await app.lookUp(place.name)
    await app.show('sites')
    await expect(page.getByText(next.name)).toHaveCount(0)
    site.setFaults()
    await app.show('offline')
    await page.getByRole('button', { name: app.words('offline:lookForNewer') }).click()
    await app.tells('app:banner.newData')
    await app.show('sites')
    await app.showAllSites()
    await expect(page.getByText(next.name).first()).toBeVisible()
  })

for (const [what, fault] of FAULTS)
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
