import { SLOW_4G } from '../support/fault-server.ts'
import { expect, test, TOWNS } from './drivers/browser.ts'

/** Seconds of network that a first visit is given on slow 4G (1.6 Mbps, 150 ms) before it is lost. */
const CUTS = [20, 60] as const

for (const town of TOWNS)
  for (const seconds of CUTS)
    test(`${town.code}: a first visit on slow 4G that is cut after ${seconds} s opens and answers offline, and goes on later`, async ({
      host,
      app,
      page,
    }) => {
      test.setTimeout(240_000)
      const site = await host(town.packs)
      site.setLine(SLOW_4G)
      const place = await town.place()
      const started = Date.now()
      await page.goto(`${site.url}?area=${town.code}`)
      await page.waitForTimeout(seconds * 1000 - (Date.now() - started))
      await site.kill()
      await app.open(site.url)
      await app.lookUp(place.name)
      await expect(app.hazards().first()).toContainText(app.words(`hazards:rank.rank${place.rank}`))
      await app.show('sites')
      await expect(app.sites().first()).toBeVisible()
      await site.revive()
      await app.open(site.url)
      await app.isReadyOffline(120_000)
      await app.show('home')
      await app.mapIsDrawn()
    })
