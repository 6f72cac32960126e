import { aClosedWay, metresOf } from '../support/a-closed-way.ts'
import { demoOfficer, STRANGER } from '../support/demo-city.ts'
import { closuresOf } from '../support/demo-issues.ts'
import type { Fault } from '../support/fault-server.ts'
import { expect, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { ClosuresDriver, type Age } from './drivers/closures-driver.ts'
import { DESK, StaffDriver } from './drivers/staff-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const OFFICE = '試験課'
const HOUR = 3_600_000

/** One bit of a letter in the middle is another. */
const flipped = (bytes: Buffer): Buffer => {
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

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
  await app.isReadyIn(`${site.url}?area=${SAMPLE.code}`, ['ur', 'ja'])
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
