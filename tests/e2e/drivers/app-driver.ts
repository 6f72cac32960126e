import { expect, type Locator, type Page } from '@playwright/test'
import { languageOf } from '#i18n/languages.ts'
import { countColours } from '#tests/support/count-colours.ts'
import { said, type Tag } from './said.ts'

export type Screen =
  'home' | 'search' | 'sites' | 'layers' | 'offline' | 'settings' | 'about' | 'online' | 'words'
export const SCREENS: readonly Screen[] = [
  'home',
  'search',
  'sites',
  'layers',
  'offline',
  'settings',
  'about',
  'online',
  'words',
]

/**
 * The app as a person meets it: by roles, and by the words of the locales. Knows nothing of components or class names.
 */
export class AppDriver {
  readonly page: Page
  tag: Tag

  constructor(page: Page, tag: Tag = 'ja') {
    this.page = page
    this.tag = tag
  }

  words(key: string, params?: Readonly<Record<string, string | number>>): RegExp {
    return said(this.tag, key, params)
  }

  /** A pattern for any one of several texts. */
  oneOf(keys: readonly string[]): RegExp {
    return new RegExp(keys.map((key) => this.words(key).source).join('|'))
  }

  /** Goes to the address of the app; `lang` asks for a language as a link would. */
  async open(url: string, { lang, screen }: { lang?: Tag; screen?: Screen } = {}): Promise<void> {
    if (lang !== undefined) this.tag = lang
    const address = new URL(url)
    if (lang !== undefined) address.searchParams.set('lang', lang)
    if (screen !== undefined && screen !== 'home') address.hash = `/${screen}`
    await this.page.goto(address.href)
    await this.isUp()
  }

  /** Visits a host once, and comes back when the host is gone for good. */
  async openOffline(
    site: { readonly url: string; readonly kill: () => Promise<void> },
    { area, lang }: { area: string; lang: Tag },
  ): Promise<void> {
    await this.open(`${site.url}?area=${area}`, { lang })
    await this.isReadyOffline()
    await site.kill()
    await this.open(site.url, { lang })
  }

  /** Waits until the app itself stands there, and not only the page that is shown before it. */
  async isUp(): Promise<void> {
    await expect(this.menuButton()).toBeVisible()
  }

  menuButton(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: this.words('app:bar.menu') })
  }

  /** Opens a screen through the menu, as a hand would. */
  async show(screen: Exclude<Screen, 'search'>): Promise<void> {
    await this.menuButton().click()
    const menu = this.page.getByRole('dialog')
    const name = this.words(screen === 'words' ? 'words:title' : `app:menu.${screen}`)
    await menu.getByRole('button', { name }).click()
    await expect(menu).toBeHidden()
  }

  /** Chooses a language by its endonym. */
  async chooseLanguage(tag: Tag): Promise<void> {
    const { endonym } = languageOf(tag)
    await this.page.locator('header button[aria-haspopup="dialog"]').first().click()
    await this.page.getByRole('dialog').getByRole('button', { name: endonym, exact: true }).click()
    this.tag = tag
    await expect(this.menuButton()).toBeVisible()
    // The list closes by going back in the history; whoever navigates before that is done is cut off by it.
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  async openSearch(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: this.words('app:bar.search') })
      .click()
    await expect(this.page.getByRole('searchbox')).toBeVisible()
  }

  /** Searches a place by its name and takes the first hit. The answer is shown then. */
  async lookUp(name: string): Promise<void> {
    await this.openSearch()
    const search = this.page.getByRole('search')
    await search.getByRole('searchbox').fill(name)
    await search.getByRole('listitem').first().getByRole('button').click()
    await this.isAnswered()
  }

  /** The hazards of the answer, worst first. */
  hazards(): Locator {
    return this.page.getByRole('article')
  }

  async isAnswered(): Promise<void> {
    await expect(this.hazards().first()).toBeVisible()
  }

  /** The names of the sites that are listed. */
  sites(): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading') })
  }

  /** Unfolds the long lists; a short list has no button for that. */
  async showAllSites(): Promise<void> {
    await expect(this.sites().first()).toBeVisible()
    const more = this.page.getByRole('button', { name: this.words('app:site.showAll') })
    while ((await more.count()) > 0) await more.first().click()
  }

  private map(): Locator {
    return this.page.locator('canvas').first()
  }

  /** Waits until the map says that it is drawn. */
  async mapIsReady(): Promise<void> {
    await expect(this.page.locator('[data-map-status="ready"]')).toBeVisible({ timeout: 60_000 })
  }

  /** Waits until the map says that it is drawn, and looks: an empty sheet has two colours or three. */
  async mapIsDrawn(): Promise<void> {
    await this.mapIsReady()
    const { x, y, width, height } = await this.bareMap()
    const isMap = ([left, top]: readonly number[]) =>
      document.elementFromPoint(left ?? 0, top ?? 0)?.tagName === 'CANVAS'
    for (const share of [0.1, 0.5, 0.9])
      expect(await this.page.evaluate(isMap, [x + width * share, y + height * share])).toBe(true)
    await expect
      .poll(async () => countColours(await this.page.screenshot({ clip: await this.bareMap() })), {
        timeout: 20_000,
      })
      .toBeGreaterThan(6)
  }

  /** The part of the map on which nothing else stands. */
  private async bareMap(): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.map().boundingBox()
    if (box === null) throw new Error('there is no map')
    return { x: box.x + 10, y: box.y + 10, width: box.width * 0.6, height: Math.min(box.height, 200) - 20 }
  }

  /** Taps the map where no site stands: the two are told apart by what opens. */
  async tapMap(): Promise<void> {
    const { x, y, width, height } = await this.bareMap()
    for (const [right, down] of [
      [0.2, 0.2],
      [0.5, 0.1],
      [0.8, 0.3],
      [0.1, 0.8],
      [0.9, 0.9],
    ] as const) {
      await this.page.mouse.click(x + width * right, y + height * down)
      const opened = await this.hazards().first().isVisible({ timeout: 3000 })
      if (opened) return
      await this.page.waitForTimeout(1000)
      if (await this.hazards().first().isVisible()) return
    }
    throw new Error('no tap on the map opened an answer')
  }

  /** Waits until the app says of itself that it works offline: shell, map code and every file of the pack. */
  async isReadyOffline(timeout = 60_000): Promise<void> {
    await this.show('offline')
    await expect(this.page.getByText(this.words('offline:verdict.ready')).first()).toBeVisible({ timeout })
  }

  /** A language that was chosen once, with all that the app keeps, is there without a network. The last one is the one that stays. */
  async isReadyIn(url: string, tags: readonly Tag[]): Promise<void> {
    for (const lang of tags) {
      await this.open(url, { lang })
      await this.isReadyOffline()
    }
  }

  /** Presses the app's own button for reading back all that is stored. */
  async testStorage(): Promise<void> {
    await this.page.getByRole('button', { name: this.words('offline:testNow') }).click()
    await expect(this.page.getByText(this.words('offline:testGood')).first()).toBeVisible()
  }

  /** Chooses one of several, by keyboard: the radio buttons themselves are drawn by their labels. */
  async choose(name: RegExp): Promise<void> {
    const radio = this.page.getByRole('radio', { name })
    await radio.focus()
    await this.page.keyboard.press('Space')
    await expect(radio).toBeChecked()
  }

  /** The sheet tells of a place or of a site, and no longer asks where the home is. */
  async isToldSomething(): Promise<void> {
    const title = this.page.getByRole('main').getByRole('heading', { level: 2 }).first()
    await expect(title).not.toHaveText(this.words('app:title.home'))
  }

  /** Closes what the sheet shows. */
  async close(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: this.words('app:close') })
      .click()
  }

  /** Presses Tab until an element has the focus, as a person without a mouse would. */
  async focusByTab(wanted: Locator): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      await this.page.keyboard.press('Tab')
      if (await wanted.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error('Tab does not lead there')
  }

  /** Makes the window as large as this, and waits until the page stands in it. */
  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.page.setViewportSize(size)
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
  }

  /** What is wider than its room: the page itself, and buttons whose words do not fit. */
  async cutOff(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const root = document.documentElement
      const page = root.scrollWidth > root.clientWidth + 1 ? [`the page is ${root.scrollWidth} wide`] : []
      const buttons = [...document.querySelectorAll<HTMLElement>('button, summary, label, h2, h3')]
        .filter((element) => element.offsetParent !== null && !element.closest('dialog:not([open])'))
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2)
        .filter((element) => getComputedStyle(element).display !== 'inline')
        .map((element) => `${element.tagName} "${element.innerText.slice(0, 40)}"`)
      return [...page, ...buttons]
    })
  }

  /** A key on the screen is a word that was forgotten. */
  async showsNoRawKeys(): Promise<void> {
    const text = await this.page.locator('body').innerText()
    expect(
      text.match(
        /\b(app|map|search|layers|settings|offline|terms|hazards|risk|sites|online|text|quiz|closures|alerts|roads|escape|timeline|staff|drills|plan|interview|mymap|share|paper|kit|way):[a-z][\w.]+/g,
      ),
    ).toBeNull()
  }

  async tells(key: string, timeout = 15_000): Promise<void> {
    await expect(this.page.getByText(this.words(key)).first()).toBeVisible({ timeout })
  }
}
