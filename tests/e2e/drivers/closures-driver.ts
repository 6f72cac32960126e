import { expect, type Locator, type Page } from '@playwright/test'
import type { AppDriver } from './app-driver.ts'

export type RoadScreen = 'closures' | 'alerts' | 'ways' | 'escape'

type Params = Readonly<Record<string, string | number>>

/** How old what is known is, as the screen marks it. */
export type Age = 'current' | 'ageing' | 'old' | 'veryOld' | 'ageUnknown'

/** What the city says of roads and people, and the ways on foot, as a person meets them. */
export class ClosuresDriver {
  private readonly app: AppDriver

  constructor(app: AppDriver) {
    this.app = app
  }

  private get page(): Page {
    return this.app.page
  }

  private get main(): Locator {
    return this.page.locator('main')
  }

  /** Opens a screen by its address, as a bookmark would. */
  async go(screen: RoadScreen): Promise<void> {
    await this.page.evaluate((name) => {
      history.pushState({ screen: name, layout: 'map', dialog: null, depth: 1 }, '', `#/${name}`)
      dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }))
    }, screen)
    await expect(this.page).toHaveTitle(this.app.words(`app:title.${screen}`))
    await expect(this.main.locator('p, button, li').nth(2)).toBeAttached()
  }

  /** All of a screen is there: what the city sent, and the answers that are worked out. */
  async isToldAll(screen: RoadScreen): Promise<void> {
    if (screen === 'closures') await expect(this.cards()).not.toHaveCount(0)
    if (screen === 'alerts') await this.tells('alerts:apart')
    if (screen === 'ways') await this.metres()
    if (screen === 'escape') await this.lengths()
    await expect(this.strip()).toBeVisible()
  }

  button(key: string, params?: Params): Locator {
    const { source } = this.app.words(key, params)
    return this.main.getByRole('button', { name: new RegExp(`^\\s*(?:${source})\\s*$`) })
  }

  /** Asks the city now, and waits until it was asked, whatever came of it. */
  async look(): Promise<void> {
    await this.button('closures:look.again').click()
    const done = this.main.getByText(this.app.words('closures:look.done'))
    await expect(done).toBeVisible({ timeout: 30_000 })
  }

  /** The closures that are listed, each as a card. */
  cards(): Locator {
    return this.main.getByRole('article')
  }

  /** The closures that stand with an answer, and lead to the list. */
  near(): Locator {
    return this.main
      .getByRole('listitem')
      .filter({ has: this.page.getByText(this.app.words('closures:item.distance')) })
  }

  /** Where a sentence stands on the screen. */
  told(key: string, params: Params = {}): Locator {
    return this.main.getByText(this.app.words(key, params))
  }

  async tells(key: string, params: Params = {}): Promise<void> {
    await expect(this.told(key, params).first()).toBeVisible()
  }

  /** How old the list is, in the words of the screen and in its mark. */
  async isAged(age: Age): Promise<void> {
    await expect(this.main.locator('[data-age]')).toHaveAttribute('data-age', age)
    await this.tells(`closures:feed.${age}`)
  }

  /** The metres of the way that is told. */
  async metres(): Promise<number> {
    const told = this.main.getByText(this.app.words('roads:way.metres')).first()
    await expect(told).toBeVisible()
    return Number((await told.innerText()).replaceAll(/\D/g, ''))
  }

  async leads(metres: number): Promise<void> {
    await expect.poll(() => this.metres(), { message: 'metres of the way that is told' }).toBe(metres)
  }

  /** Puts the told way into the plan, and begins one where there is none. */
  async keepWay(): Promise<void> {
    await this.button('roads:way.save').click()
    const [saved, begin] = [
      this.main.getByText(this.app.words('roads:way.saved')),
      this.button('roads:way.begin'),
    ]
    await expect(saved.or(begin)).toBeVisible()
    if (await begin.isVisible()) await begin.click()
    await expect(saved).toBeVisible()
  }

  /** The strip with the highest order, above every screen. */
  strip(): Locator {
    return this.page.getByRole('complementary', { name: this.app.words('app:title.alerts') })
  }

  /** The lengths of road in the table of 逃げ地図, row by row, the sum last. */
  async lengths(): Promise<readonly string[]> {
    const cells = this.main.getByRole('table').getByRole('cell')
    await expect(cells.first()).toBeVisible()
    return cells.allInnerTexts()
  }

  /** Does something and waits until the table tells other lengths. Gives them back. */
  async relengthens(act: () => Promise<void>): Promise<readonly string[]> {
    const before = await this.lengths()
    await act()
    let now: readonly string[] = before
    await expect
      .poll(async () => (now = await this.lengths()).join(), { message: 'the lengths of road in the table' })
      .not.toBe(before.join())
    return now
  }

  /** Chooses one of the radio buttons of the group with this legend, by keyboard. */
  async choose(legend: string, option: string, params?: Params): Promise<void> {
    const radio = this.main
      .getByRole('group', { name: this.app.words(legend) })
      .getByRole('radio', { name: new RegExp(`^\\s*(?:${this.app.words(option, params).source})`) })
      .first()
    await radio.focus()
    await this.page.keyboard.press('Space')
    await expect(radio).toBeChecked()
  }
}
