import { aClosedWay, metresFrom, metresOf } from '../support/a-closed-way.ts'
import { demoOfficer, STRANGER } from '../support/demo-city.ts'
import { closuresOf } from '../support/demo-issues.ts'
import type { Fault } from '../support/fault-server.ts'
import { expect, SAMPLE, test, type AppDriver } from './drivers/browser.ts'
import { ClosuresDriver, type Age } from './drivers/closures-driver.ts'
import { LayersDriver } from './drivers/layers-driver.ts'
import { PlanDriver } from './drivers/plan-driver.ts'
import type { Tag } from './drivers/said.ts'
import { StaffDriver } from './drivers/staff-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const DESK = { viewport: { width: 1280, height: 800 }, hasTouch: false, locale: 'ja-JP' }
const OFFICE = '試験課'
const HOUR = 3_600_000

/** A language that was chosen once, with all that the app keeps, is there without a network. The last one is the one that stays. */
async function isReadyIn(app: AppDriver, url: string, tags: readonly Tag[]): Promise<void> {
  for (const lang of tags) {
    await app.open(`${url}?area=${SAMPLE.code}`, { lang })
    await app.isReadyOffline()
  }
}

/** One bit of a letter in the middle is another. */
const flipped = (bytes: Buffer): Buffer => {
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

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
    await isReadyIn(app, site.url, ['ur', 'vi'])
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

test('nobody closes or opens a road without the keys of the city: what is refused changes nothing', async ({
  host,
  city,
  app,
  somebody,
}) => {
  test.setTimeout(180_000)
  const way = await aClosedWay(SAMPLE.packs, SAMPLE.code)
  const [one, two] = [await demoOfficer('demo-one'), await demoOfficer('demo-two')]
  const issue = closuresOf(way)
  const site = await host(SAMPLE.packs, city.folder)
  const roads = new ClosuresDriver(app)
  const isClosed = async (age: Age) => {
    await roads.isAged(age)
    await expect(roads.cards()).toHaveCount(1)
    await expect(roads.cards()).toContainText(app.words('closures:access.foot.yes'))
  }
  const refuses = async (why: string) => {
    await roads.look()
    await roads.tells('closures:trouble.refused')
    await roads.tells(`closures:refused.${why}`)
    await roads.tells('closures:trouble.kept')
    await isClosed('current')
  }

  await test.step('expired: taken, told as old, and it closes', async () => {
    city.publish(issue(3, { minutes: 90, lasts: 60 }), one)
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
    await app.lookUp(way.typed)
    await roads.go('closures')
    await roads.look()
    await isClosed('old')
    await roads.go('ways')
    await roads.leads(metresOf(way.after))
    await roads.go('closures')
    city.publish(issue(5, { minutes: 6 }), one)
    await roads.look()
    await isClosed('current')
  })
  const putBack = city.keep('closures')

  await test.step('a bit is flipped', async () => {
    city.spoil('closures', flipped)
    await refuses('badSignature')
  })
  await test.step('an older issue comes back', async () => {
    city.publish(issue(4, { minutes: 30, closures: [] }), one)
    await refuses('older')
  })
  await test.step('a key that is in no list', async () => {
    city.publish(issue(9, { minutes: 1, closures: [] }), STRANGER)
    await refuses('unknownKey')
  })
  await test.step('one officer alone opens the road', async () => {
    city.publish(issue(6, { minutes: 1, closures: [] }), two)
    await refuses('oneSignature')
    await roads.go('ways')
    await roads.leads(metresOf(way.after))
  })

  await test.step('two officers, each at a desk of their own, open it', async () => {
    putBack()
    const first = new StaffDriver(await somebody(DESK))
    await first.open(site.url, SAMPLE.code)
    await first.takeKey('demo-one')
    await first.show('home')
    await first.press('staff:home.lift')
    await first.sign('demo-one')
    await first.tells('staff:out.needsTwo')
    const file = await first.handOver()
    const second = new StaffDriver(await somebody(DESK), 'en')
    await second.open(site.url, SAMPLE.code)
    await second.takeKey('demo-two')
    await second.signToo(file, 'demo-two')
    await second.publish()
    await roads.go('closures')
    await roads.look()
    await roads.tells('closures:list.none')
    await roads.tells('closures:note.silence')
    await roads.go('ways')
    await roads.leads(metresOf(way.before))
  })
})

test('networks that lie: each is told by its name, and no closure is lost', async ({ host, city, app }) => {
  const way = await aClosedWay(SAMPLE.packs, SAMPLE.code)
  const one = await demoOfficer('demo-one')
  const issue = closuresOf(way)
  const site = await host(SAMPLE.packs, city.folder)
  const roads = new ClosuresDriver(app)
  city.publish(issue(1, { minutes: 20 }), one)
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
  await roads.go('closures')
  await roads.look()
  await roads.isAged('current')
  // From now on there is something new to fetch: a host that says "unchanged" would tell nothing of the network.
  city.publish(issue(2, { minutes: 1 }), one)
  const feeds = /\/feeds\//
  const tellsOf = async (why: string) => {
    await roads.look()
    await roads.tells(`closures:network.${why}`)
    await roads.tells('closures:trouble.kept')
    await expect(roads.cards()).toHaveCount(1)
  }
  const liars: readonly (readonly [why: string, fault: Fault])[] = [
    ['signInPage', { kind: 'html' }],
    ['serverError', { kind: 'status', status: 500 }],
    ['notTheFile', { kind: 'body', body: 'all roads are open', type: 'application/json' }],
    ['dead', { kind: 'cut', bytes: 100 }],
    ['slow', { kind: 'hang' }],
  ]
  for (const [why, fault] of liars)
    await test.step(`${fault.kind}: ${why}`, async () => {
      site.setFaults({ path: feeds, fault })
      await tellsOf(why)
    })
  await test.step('no host at all, and back again', async () => {
    site.setFaults()
    await site.kill()
    await tellsOf('dead')
    await site.revive()
    await roads.look()
    await expect(roads.told('closures:trouble.kept')).toHaveCount(0)
    await roads.isAged('current')
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
  await isReadyIn(app, site.url, ['vi', 'ur', 'ja'])
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

test('an order of the city: published at the desk, on every screen, in Urdu too, and with its age when the host is gone', async ({
  host,
  city,
  app,
  page,
  somebody,
}) => {
  test.setTimeout(180_000)
  const site = await host(SAMPLE.packs, city.folder)
  const roads = new ClosuresDriver(app)
  await isReadyIn(app, site.url, ['ur', 'ja'])
  await roads.go('alerts')
  await roads.tells('alerts:state.never')
  await expect(roads.strip()).toHaveCount(0)

  await test.step('the desk orders everybody out', async () => {
    const clerk = new StaffDriver(await somebody(DESK))
    await clerk.open(site.url, SAMPLE.code)
    await clerk.takeKey('demo-two')
    await clerk.show('home')
    await clerk.press('staff:home.newAlert')
    await clerk.sayOffice(OFFICE)
    await clerk.order(4, 'flood')
    await clerk.press('staff:closure.next')
    await clerk.sign('demo-two')
    await clerk.publish()
  })

  const isOnEveryScreen = async () => {
    for (const screen of ['home', 'sites', 'layers', 'offline', 'settings', 'about'] as const) {
      await app.show(screen)
      await expect(roads.strip()).toContainText(app.words('timeline:trigger.city4'))
    }
    for (const screen of ['closures', 'ways', 'escape'] as const) {
      await roads.go(screen)
      await expect(roads.strip()).toContainText(app.words('timeline:trigger.city4'))
    }
  }
  await test.step('ja: on every screen', async () => {
    await roads.button('alerts:again').click()
    await expect(roads.strip()).toBeVisible()
    await isOnEveryScreen()
  })

  await test.step('ur: on every screen, and where all of it is told', async () => {
    await site.kill()
    await app.open(site.url, { lang: 'ur' })
    await isOnEveryScreen()
    await roads.strip().getByRole('button').click()
    await roads.tells('alerts:state.current')
    await roads.tells('alerts:where.city')
  })

  await test.step('four hours later it is told as old, and stands', async () => {
    await page.clock.setFixedTime(Date.now() + 4 * HOUR)
    await app.open(site.url, { lang: 'ja' })
    await expect(roads.strip()).toContainText(app.words('alerts:banner.old'))
    await roads.strip().getByRole('button').click()
    await roads.tells('alerts:state.old')
  })
})
