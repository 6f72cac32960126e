import { expect, type Locator, type Page } from '@playwright/test'
import {
  controlsOf,
  faultsOf,
  treeOf,
  type RawNode,
  type TreeNode,
} from '#tests/support/accessibility-tree.ts'
import type { AppDriver } from './app-driver.ts'

/** The app as a plain text, as a person meets it who hears it or goes through it by keyboard. */
export class TextDriver {
  private readonly app: AppDriver
  private readonly page: Page

  constructor(app: AppDriver) {
    this.app = app
    this.page = app.page
  }

  field(): Locator {
    return this.page.getByRole('searchbox')
  }

  /** The text stands there and can be searched. */
  async isUp(): Promise<void> {
    await this.app.isUp()
    await expect(this.field()).toBeVisible()
    await expect(this.page.locator('canvas')).toHaveCount(0)
  }

  /** Opens the text by its address, with the given query (`?area=…`). */
  async open(
    url: string,
    lang: AppDriver['tag'],
    screen: 'text' | 'readCheck' | 'settings' = 'text',
  ): Promise<void> {
    this.app.tag = lang
    const address = new URL(url)
    address.searchParams.set('lang', lang)
    address.hash = `/${screen}`
    await this.page.goto(address.href)
    if (screen === 'text') await this.isUp()
    else await this.app.isUp()
  }

  /** Opens a screen through the menu. */
  async show(
    screen: 'text' | 'readCheck' | 'settings' | 'about' | 'offline' | 'map' | 'home',
  ): Promise<void> {
    await this.app.menuButton().click()
    const menu = this.page.getByRole('dialog')
    await menu.getByRole('button', { name: this.app.words(`app:menu.${screen}`) }).click()
    await expect(menu).toBeHidden()
  }

  /** Types a place and takes the first hit, by keyboard. */
  async lookUp(text: string): Promise<void> {
    await this.field().focus()
    await this.page.keyboard.type(text)
    await expect(this.page.getByRole('search').getByRole('listitem').first()).toBeVisible()
    await this.page.keyboard.press('Enter')
    await expect(this.answerHeading()).toBeFocused()
  }

  answerHeading(): Locator {
    return this.page.locator('[data-part="answer"] h2')
  }

  /** The choice of the hazard for which the sites are looked at. */
  siteHazards(): Locator {
    return this.page.locator('[data-part="sites"]').getByRole('radio')
  }

  heading(key: string): Locator {
    return this.page.getByRole('heading', { name: this.app.words(key) }).first()
  }

  /** The sentence that tells where a site lies: all of the eight directions, in the words of the locale. */
  ways(): Locator {
    const points = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']
    const any = points.map((point) => this.app.words(`points:way.${point}`).source).join('|')
    return this.app.sites().getByText(new RegExp(any))
  }

  /** The tree that the browser hands to a screen reader. */
  async tree(): Promise<TreeNode> {
    const session = await this.page.context().newCDPSession(this.page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    await session.detach()
    return treeOf(nodes as unknown as readonly RawNode[])
  }

  async faults(): Promise<readonly string[]> {
    return faultsOf(await this.tree())
  }

  async controls() {
    return controlsOf(await this.tree())
  }

  /**
   * Buttons, links and choices whose visible words are not in their name: a person who says what they see would not be
   * understood.
   */
  async notCallable(): Promise<readonly string[]> {
    const controls = this.page.locator('button:visible, a[href]:visible, summary:visible')
    return controls.evaluateAll((elements) => {
      const squeezed = (text: string) => text.replace(/\s+/gu, '')
      return elements.flatMap((element) => {
        const copy = element.cloneNode(true) as HTMLElement
        for (const reading of copy.querySelectorAll('rt, rp, svg')) reading.remove()
        const words = copy.textContent ?? ''
        const label = element.getAttribute('aria-label')
        return label !== null && !squeezed(label).includes(squeezed(words))
          ? [`"${words}" is called "${label}"`]
          : []
      })
    })
  }

  /** Chooses an answer to each of the three questions and looks at what is said to it. */
  async chooseAll(): Promise<void> {
    const questions = this.page.locator('fieldset')
    await expect(questions).toHaveCount(3)
    for (let index = 0; index < 3; index += 1) {
      await questions.nth(index).getByRole('radio').last().focus()
      await this.page.keyboard.press('Space')
      await this.page.keyboard.press('Tab')
      await this.page.keyboard.press('Enter')
    }
    await expect(this.page.getByRole('button', { name: this.app.words('quiz:again') })).toBeVisible()
  }

  /** The elements that the paper would show. */
  async printed(): Promise<{ readonly nav: boolean; readonly articles: number; readonly sites: number }> {
    await this.page.emulateMedia({ media: 'print' })
    const nav = await this.page.getByRole('navigation').isVisible()
    const articles = await this.app.hazards().count()
    const sites = await this.app.sites().count()
    await this.page.emulateMedia({ media: 'screen' })
    return { nav, articles, sites }
  }
}

/** Takes the drawing of maps away from the browser, as an old or a locked device does. */
export const withoutWebGl = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      type: string,
      ...rest: unknown[]
    ) {
      return /webgl/.test(type)
        ? null
        : (getContext as (...all: unknown[]) => unknown).call(this, type, ...rest)
    } as typeof getContext
  })
