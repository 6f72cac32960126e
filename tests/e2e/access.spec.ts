import { aClosedWay } from '../support/a-closed-way.ts'
import { demoOfficer, type DemoStore } from '../support/demo-city.ts'
import { anOrder, closuresOf } from '../support/demo-issues.ts'
import { axeFindings, expect, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { SCREENS } from './drivers/app-driver.ts'
import { ClosuresDriver, type RoadScreen } from './drivers/closures-driver.ts'
import { TAGS } from './drivers/said.ts'
import { StaffDriver } from './drivers/staff-driver.ts'
import { TextDriver } from './drivers/text-driver.ts'

/** Nothing glides, so nothing is looked at on its way. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const ROAD_SCREENS: readonly RoadScreen[] = ['closures', 'alerts', 'ways', 'escape']

/** A road is closed, and everybody is ordered out. @returns a place on the way, as it is typed */
async function aRainyDay(city: DemoStore): Promise<string> {
  const way = await aClosedWay(SAMPLE.packs, SAMPLE.code)
  const officer = await demoOfficer('demo-one')
  city.publish(closuresOf(way)(1, { minutes: 1 }), officer)
  city.publish(anOrder(), officer)
  return way.typed
}

/** The colours are the same in every language, and the words in every colour: each screen is looked at once in each of both. */
const ROUNDS = [
  ['ja', 'day'],
  ['ja-simple', 'night'],
  ['en', 'contrast'],
] as const

for (const [tag, theme] of ROUNDS)
  test(`axe finds nothing: every screen, ${tag}, ${theme}`, async ({ host, city, app, page }) => {
    test.setTimeout(240_000)
    const home = await aRainyDay(city)
    const site = await host(SAMPLE.packs, city.folder)
    const roads = new ClosuresDriver(app)
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: tag })
    await app.show('settings')
    await app.choose(app.words(`settings:themes.${theme}`))
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    const found: string[] = []
    const look = async (name: string) =>
      found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`))
    for (const screen of SCREENS) {
      if (screen === 'search') continue
      await app.show(screen)
      await app.showsNoRawKeys()
      await look(screen)
    }
    await app.lookUp((await SAMPLE.place()).name)
    await app.showsNoRawKeys()
    await look('answer')
    await app.lookUp(home)
    for (const screen of ROAD_SCREENS) {
      await roads.go(screen)
      await roads.isToldAll(screen)
      await app.showsNoRawKeys()
      await look(screen)
    }
    await app.menuButton().click()
    await look('menu')
    await page.keyboard.press('Escape')
    await app.openSearch()
    await look('search')
    await app.close()
    const text = new TextDriver(app)
    await text.show('text')
    await text.isUp()
    await look('text')
    await text.lookUp((await SAMPLE.place()).name)
    await app.showsNoRawKeys()
    await look('text with an answer')
    await text.show('readCheck')
    await text.chooseAll()
    await app.showsNoRawKeys()
    await look('readCheck')
    expect(found).toEqual([])
  })

const SIZES = [
  { width: 360, height: 640 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
] as const

for (const [round, tag] of TAGS.entries())
  test(`200 % text in three windows, ${tag}: nothing scrolls sideways, no button is cut off`, async ({
    host,
    city,
    app,
  }) => {
    test.setTimeout(240_000)
    const found: string[] = []
    // Each screen in each window, and opened in another window than the screen before.
    let turn = round
    const look = async (name: string) => {
      for (const more of SIZES.keys()) {
        const size = SIZES[(turn + more) % SIZES.length] ?? SIZES[0]
        await app.resize(size)
        found.push(...(await app.cutOff()).map((what) => `${name}, ${size.width} × ${size.height}: ${what}`))
      }
      turn += 1
    }
    await app.resize(SIZES[turn] ?? SIZES[0])
    const home = await aRainyDay(city)
    const site = await host(SAMPLE.packs, city.folder)
    const roads = new ClosuresDriver(app)
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: tag })
    await app.show('settings')
    await app.choose(/200/)
    for (const screen of ['home', 'sites', 'layers', 'offline', 'settings', 'about'] as const) {
      await app.show(screen)
      await look(screen)
    }
    await app.lookUp((await SAMPLE.place()).name)
    await look('answer')
    await app.lookUp(home)
    for (const screen of ROAD_SCREENS) {
      await roads.go(screen)
      await roads.isToldAll(screen)
      await look(screen)
    }
    const text = new TextDriver(app)
    await text.show('text')
    await text.lookUp((await SAMPLE.place()).name)
    await look('text')
    await text.show('readCheck')
    await text.chooseAll()
    await look('readCheck')
    expect(found).toEqual([])
  })

for (const tag of ['ja', 'en'] as const)
  test(`the page of the staff, ${tag}: axe finds nothing, and nothing is cut off at 360 px`, async ({
    host,
    city,
    app,
    page,
  }) => {
    test.setTimeout(180_000)
    await aRainyDay(city)
    const site = await host(SAMPLE.packs, city.folder)
    const clerk = new StaffDriver(page, tag)
    await clerk.open(site.url, SAMPLE.code)
    const found: string[] = []
    const look = async (name: string) => {
      await app.showsNoRawKeys()
      const both = [...(await axeFindings(page)), ...(await narrow())]
      found.push(...both.map((finding) => `${name}: ${finding}`))
    }
    const { width, height } = page.viewportSize() ?? { width: 390, height: 844 }
    const narrow = async () => {
      await page.setViewportSize({ width: 360, height })
      const cut = await app.cutOff()
      await page.setViewportSize({ width, height })
      return cut
    }
    await clerk.takeKey('demo-two')
    for (const screen of ['keys', 'history', 'settings', 'home'] as const) {
      await clerk.show(screen)
      await look(screen)
    }
    await clerk.press('staff:home.second')
    await look('second')
    await clerk.show('home')
    await clerk.press('staff:home.newAlert')
    await look('alert')
    await clerk.show('home')
    await clerk.press('staff:home.lift')
    await look('review')
    await clerk.sign('demo-two')
    await look('out')
    await clerk.show('home')
    await clerk.press('staff:home.newClosure')
    await look('closure')
    expect(found).toEqual([])
  })
