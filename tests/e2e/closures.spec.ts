import { aClosedWay, metresFrom, metresOf } from '../support/a-closed-way.ts'
import { expect, SAMPLE, test } from './drivers/browser.ts'
import { ClosuresDriver } from './drivers/closures-driver.ts'
import { LayersDriver } from './drivers/layers-driver.ts'
import { PlanDriver } from './drivers/plan-driver.ts'
import { DESK, StaffDriver } from './drivers/staff-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

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
    await app.isReadyIn(`${site.url}?area=${SAMPLE.code}`, ['ur', 'vi'])
    await plan.draftAt(way.typed)
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
    await plan.go('timeline')
    await roads.tells('timeline:warning.closedRoute')
  })

  await test.step('the host is gone: the closure and its age stay, in four languages', async () => {
    await site.kill()
    for (const lang of ['ja', 'ja-simple', 'ur', 'vi'] as const) {
      await app.open(site.url, { lang })
      await roads.go('closures')
      await roads.isAged('current')
      await roads.tells('closures:issued')
      await expect(roads.cards()).toHaveCount(1)
      await expect(roads.cards()).toContainText(app.words('closures:access.foot.yes'))
      await app.showsNoRawKeys()
    }
  })

  await test.step('four hours later it is told as old, and still closes', async () => {
    await page.clock.setFixedTime(Date.now() + 4 * HOUR)
    await page.reload()
    await app.isUp()
    await roads.go('closures')
    await roads.isAged('old')
    await roads.tells('closures:age.hours', { hours: 4 })
    await expect(roads.cards()).toHaveCount(1)
    await app.lookUp(way.typed)
    await roads.go('ways')
    await roads.leads(metresOf(way.after))
  })
})

test('逃げ地図 without a network: every choice tells other lengths, and the map is plain again', async ({
  host,
  app,
  page,
}) => {
  test.setTimeout(180_000)
  const site = await host()
  const [roads, layers] = [new ClosuresDriver(app), new LayersDriver(app)]
  // By day, whenever this runs: what is chosen by the sun is known then.
  await page.clock.setFixedTime(new Date(new Date().toISOString().replace(/T.*/, 'T03:00:00Z')))
  await layers.lookWide()
  await app.isReadyIn(`${site.url}?area=${SAMPLE.code}`, ['vi', 'ur', 'ja'])
  await site.kill()
  await app.open(site.url)

  await test.step('ja: the map, who walks, by which light', async () => {
    const plain = await layers.picture()
    const drawn = await layers.changes([plain], async () => {
      await roads.go('escape')
      await roads.lengths()
    })
    await roads.relengthens(() => roads.choose('roads:who.title', 'roads:who.older'))
    await layers.changes([plain, drawn], async () => {
      await roads.relengthens(() => roads.choose('escape:view.legend', 'escape:view.departure'))
    })
    await layers.comesBack(plain, () => app.show('home'))
  })

  for (const lang of ['ja', 'ja-simple', 'vi', 'ur'] as const)
    await test.step(lang, async () => {
      await app.open(site.url, { lang })
      await roads.go('escape')
      const byDay = await roads.lengths()
      const byNight = await roads.relengthens(() => roads.choose('escape:light.legend', 'escape:light.night'))
      expect(byNight.at(-1)).toBe(byDay.at(-1))
      await roads.relengthens(() => roads.choose('escape:view.legend', 'escape:view.departure'))
      await roads.tells('escape:slack.tooLate')
      await roads.relengthens(() =>
        roads.choose('escape:front.within', 'escape:front.minutes', { minutes: 60 }),
      )
      await app.showsNoRawKeys()
    })
})
