import { expect, type Locator, type Page } from '@playwright/test'
import decodeQR from 'qr/decode.js'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { readPixels } from '#tests/support/count-colours.ts'
import type { Walk } from '#tests/support/a-walked-drill.ts'
import { AppDriver } from './app-driver.ts'
import { PlanDriver } from './plan-driver.ts'
import type { Tag } from './said.ts'

type DrillScreen = 'drills' | 'drillJoin' | 'drill' | 'drillEnd' | 'drillHost' | 'drillBoard' | 'drillRoll'

/** Put into a page before anything of the app: a position that the test tells, and no other. */
function standForPosition(): void {
  type Told = Readonly<{ coords: object; timestamp: number }>
  const watchers = new Map<number, (told: Told) => void>()
  let last: Told | null = null
  let count = 0
  const position = {
    watchPosition(then: (told: Told) => void) {
      count += 1
      watchers.set(count, then)
      return count
    },
    clearWatch: (id: number) => void watchers.delete(id),
    getCurrentPosition(then: (told: Told) => void, fail: (why: { code: number }) => void) {
      if (last === null) fail({ code: 2 })
      else then(last)
    },
  }
  Object.defineProperty(navigator, 'geolocation', { get: () => position })
  Object.assign(globalThis, {
    standAt(longitude: number, latitude: number, accuracy: number) {
      last = { coords: { longitude, latitude, accuracy }, timestamp: Date.now() }
      for (const then of watchers.values()) then(last)
    },
  })
}

const MINUTE = 60_000

/** A phone whose owner takes part in drills: by roles and by the words of the locales, with a clock and a position that the test tells. */
export class DrillPhone {
  readonly app: AppDriver
  readonly plan: PlanDriver
  private began = 0

  constructor(page: Page, tag: Tag) {
    this.app = new AppDriver(page, tag)
    this.plan = new PlanDriver(this.app)
  }

  get page(): Page {
    return this.app.page
  }

  private get main(): Locator {
    return this.page.locator('main')
  }

  /** The phone is ready for a drill without a network. */
  async getReady(url: string): Promise<void> {
    await this.page.addInitScript(standForPosition)
    await this.page.clock.install()
    await this.app.open(url, { lang: this.app.tag })
    await this.app.isReadyOffline()
  }

  async go(screen: DrillScreen): Promise<void> {
    await this.page.evaluate((name) => {
      history.pushState({ screen: name, layout: 'map', dialog: null, depth: 1 }, '', `#/${name}`)
      dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }))
    }, screen)
    await this.isAt(screen)
  }

  async isAt(screen: DrillScreen): Promise<void> {
    await expect(this.page).toHaveTitle(this.app.words(`app:title.${screen}`), { timeout: 30_000 })
  }

  button(key: string, params?: Readonly<Record<string, string | number>>): Locator {
    return this.plan.button(key, params)
  }

  async tells(key: string, params?: Readonly<Record<string, string | number>>): Promise<void> {
    await expect(this.main.getByText(this.app.words(key, params)).first()).toBeVisible()
  }

  /** Types the six signs, chooses how to take part, and begins. */
  async join(
    code: string,
    mode: 'walk' | 'table',
    sure: number,
    before: () => Promise<void> = async () => {},
  ): Promise<void> {
    await this.go('drills')
    await this.main.getByLabel(this.app.words('drills:home.code')).fill(code)
    await this.plan.press('share:in.pasteGo')
    await this.isAt('drillJoin')
    await this.main.getByRole('radio', { name: this.app.words(`drills:mode.${mode}`) }).check({ force: true })
    await this.main.getByRole('radio', { name: String(sure), exact: true }).check({ force: true })
    await before()
    await this.plan.press('drills:join.begin')
    await this.isAt('drill')
    this.began = await this.now()
  }

  private now(): Promise<number> {
    return this.page.evaluate(() => Date.now())
  }

  /** Waits until so many minutes have passed on the clock of the phone since it joined. */
  async waitTill(minutes: number): Promise<void> {
    const ahead = this.began + minutes * MINUTE - (await this.now())
    if (ahead > 0) await this.page.clock.fastForward(Math.ceil(ahead))
  }

  async standAt([lng, lat]: LngLat, accuracy = 8): Promise<void> {
    await this.page.evaluate(
      ([x, y, radius]) =>
        (globalThis as unknown as { standAt: (...at: readonly number[]) => void }).standAt(
          x ?? 0,
          y ?? 0,
          radius ?? 0,
        ),
      [lng, lat, accuracy],
    )
  }

  /** Walks as it is told, minute by minute. */
  async walk(walk: Walk): Promise<void> {
    for (const { minute, at } of walk) {
      await this.waitTill(minute)
      await this.standAt(at)
    }
  }

  /** Every screen, the title and the strip say that it is a drill. */
  async saysThatItIsADrill(): Promise<void> {
    await expect(this.page).toHaveTitle(this.app.words('app:title.drill'))
    await expect(this.page.getByText(this.app.words('drills:banner.drill')).first()).toBeVisible()
  }

  /** What the strip that says that it is a drill does wrong: it takes more of the height than a part of it, or is wider than its room. */
  async stripFaults(most: number): Promise<readonly string[]> {
    const strip = this.page.getByRole('region', { name: this.app.words('drills:banner.drill') })
    if ((await strip.count()) === 0) return []
    const { share, isWide } = await strip.first().evaluate((element) => ({
      share: element.getBoundingClientRect().height / innerHeight,
      isWide: element.scrollWidth > element.clientWidth + 1,
    }))
    return [
      ...(share > most ? [`the strip takes ${share} of the window`] : []),
      ...(isWide ? ['the strip scrolls sideways'] : []),
    ]
  }

  /** Words of the screen that stand outside the window, to the side: the panel itself hides what is too wide. */
  async besideWindow(): Promise<readonly string[]> {
    return this.main.locator('h3, h4, p, table').evaluateAll((all) =>
      all
        .map((element) => ({ element: element as HTMLElement, box: element.getBoundingClientRect() }))
        .filter(({ element, box }) => element.offsetParent !== null && box.width > 2)
        .filter(({ box }) => box.left < -1 || box.right > innerWidth + 1)
        .map(({ element }) => `${element.tagName} "${element.innerText.slice(0, 40)}" is beside the window`),
    )
  }

  /** Ends the drill where they are, in its two steps. */
  async endsHere(): Promise<void> {
    await this.main
      .locator('summary', { hasText: this.app.words('drills:table.end') })
      .first()
      .click()
    await this.plan.press('drills:table.endNow')
    await this.isAt('drillEnd')
  }

  async leaves(): Promise<void> {
    await this.plan.press('drills:banner.leave')
    await expect(this.page.getByText(this.app.words('drills:banner.drill'))).toHaveCount(0)
  }

  /** The text of the one QR code of this name on the screen. */
  async readCode(name: string): Promise<string> {
    const picture = this.main.getByRole('img', { name: this.app.words(name) })
    await picture.scrollIntoViewIfNeeded()
    const { width, height, bytes } = readPixels(await picture.screenshot())
    return decodeQR({ width, height, data: bytes })
  }

  /** Makes the invitation to a shipped drill, for whenever somebody joins. */
  async holds(scenario: string): Promise<void> {
    const title = this.app.words(`drills:scenario.${scenario}.title`)
    await this.main.getByRole('radio', { name: title }).check({ force: true })
    await this.plan.press('drills:host.make')
    await this.tells('drills:host.another')
  }

  /** Pastes what phones showed onto the board. */
  async paste(texts: readonly string[]): Promise<void> {
    await this.main.getByText(this.app.words('share:in.paste')).first().click()
    const field = this.main.getByLabel(this.app.words('drills:board.paste'))
    await field.fill(texts.join('\n'))
    await field.blur()
    await this.button('drills:board.add').first().click()
  }
}
