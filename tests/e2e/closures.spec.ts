import { aClosedWay, metresFrom, metresOf } from '../support/a-closed-way.ts'
import { expect, SAMPLE, test } from './drivers/browser.ts'
import { ClosuresDriver } from './drivers/closures-driver.ts'
import { PlanDriver } from './drivers/plan-driver.ts'
import { StaffDriver } from './drivers/staff-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const DESK = { viewport: { width: 1280, height: 800 }, hasTouch: false, locale: 'ja-JP' }
const OFFICE = '試験課'
const HOUR = 3_600_000

test('a clerk closes a road: an open phone tells it, leads around it, and keeps it when the host is gone', async ({
  host,
  city,
  app,
  page,
  somebody,
}) => {
  test.setTimeout(180_000)
  const way = await aClosedWay(SAMPLE.packs, SAMPLE.code)
  const site = await host(SAMPLE.packs, city.folder)
  const [roads, plan] = [new ClosuresDriver(app), new PlanDriver(app)]

  await test.step('a phone in Vietnamese is ready, knows of no closure, and keeps its way', async () => {
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'vi' })
    await app.isReadyOffline()
    await app.lookUp(way.typed)
    await roads.go('closures')
    await roads.tells('closures:feed.never')
    await roads.go('ways')
    await roads.leads(metresOf(way.before))
    await roads.keepWay()
  })

  await test.step('a clerk takes a key, picks the road by its name, signs and publishes', async () => {
    const clerk = new StaffDriver(await somebody(DESK))
    await clerk.open(site.url, SAMPLE.code)
    await clerk.takeKey('demo-one')
    await clerk.show('home')
    await clerk.press('staff:home.newClosure')
    await clerk.sayOffice(OFFICE)
    await clerk.pickRoad(way.road)
    await clerk.choose('staff:what.reason', 'closures:reason.flooding')
    await clerk.press('staff:closure.next')
    await clerk.sign('demo-one')
    await clerk.publish()
  })

  await test.step('the phone tells it in the list and beside the answer, with its age', async () => {
    await roads.go('closures')
    await roads.look()
    await roads.isAged('current')
    await expect(roads.cards()).toHaveCount(1)
    await expect(roads.cards()).toContainText(way.road.name)
    await expect(roads.cards()).toContainText(app.words('closures:reason.flooding'))
    await expect(roads.cards()).toContainText(app.words('closures:access.foot.yes'))
    await app.lookUp(way.typed)
    await roads.tells('closures:near.title')
    await expect(roads.near()).toContainText(way.road.name)
  })

  await test.step('the way leads around it, and the plan warns of the old one', async () => {
    await roads.go('ways')
    await roads.leads(metresOf(way.after))
    await roads.keepWay()
    const [before, after] = (await plan.stored())[0]?.routes ?? []
    expect(metresFrom(way.stretch.line, before?.line ?? [])).toBeLessThan(2)
    expect(metresFrom(way.stretch.line, after?.line ?? [])).toBeGreaterThan(12)
  })

  await test.step('the host is gone: the closure and its age stay', async () => {
    await site.kill()
    await page.reload()
    await app.isUp()
    await roads.go('closures')
    await roads.isAged('current')
    await expect(roads.cards()).toHaveCount(1)
  })

  await test.step('four hours later it is told as old, and still closes', async () => {
    await page.clock.setFixedTime(Date.now() + 4 * HOUR)
    await page.reload()
    await app.isUp()
    await roads.go('closures')
    await roads.isAged('old')
    await expect(roads.cards()).toHaveCount(1)
    await app.lookUp(way.typed)
    await roads.go('ways')
    await roads.leads(metresOf(way.after))
  })
})
