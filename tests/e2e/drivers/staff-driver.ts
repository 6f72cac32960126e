import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { DEMO_WORD, demoKeyFile, type DemoKid } from '#tests/support/demo-city.ts'
import { said } from './said.ts'

type Params = Readonly<Record<string, string | number>>

/** The screen of a desk: options for a page of somebody else. */
export const DESK = { viewport: { width: 1280, height: 800 }, hasTouch: false, locale: 'ja-JP' }

/** The page of the city's staff, as a clerk meets it. */
export class StaffDriver {
  readonly page: Page
  readonly tag: 'ja' | 'en'

  constructor(page: Page, tag: 'ja' | 'en' = 'ja') {
    this.page = page
    this.tag = tag
  }

  words(key: string, params?: Params): RegExp {
    return said(this.tag, key, params)
  }

  async open(url: string, area: string): Promise<void> {
    await this.page.goto(`${url}staff.html?area=${area}&lang=${this.tag}`)
    await expect(this.button('staff:home.newClosure')).toBeVisible()
  }

  button(key: string, params?: Params): Locator {
    const { source } = this.words(key, params)
    return this.page.getByRole('button', { name: new RegExp(`^\\s*(?:${source})\\s*$`) })
  }

  async press(key: string, params?: Params): Promise<void> {
    await this.button(key, params).first().click()
  }

  /** Goes to a screen by the row of buttons at the top. */
  async show(screen: 'home' | 'keys' | 'history' | 'settings'): Promise<void> {
    const row = this.page.getByRole('navigation')
    const { source } = this.words(`staff:screen.${screen}`)
    await row.getByRole('button', { name: new RegExp(`^\\s*${source}\\s*$`) }).click()
    await this.isAt(screen)
  }

  async isAt(screen: string): Promise<void> {
    await expect(
      this.page.getByRole('heading', { level: 2, name: this.words(`staff:screen.${screen}`) }),
    ).toBeVisible()
  }

  async tells(key: string, params?: Params): Promise<void> {
    await expect(this.page.getByText(this.words(key, params)).first()).toBeVisible()
  }

  /** Takes a key of an officer of the sample town onto this device. */
  async takeKey(kid: DemoKid): Promise<void> {
    await this.show('keys')
    await this.page.getByLabel(this.words('staff:keys.file')).setInputFiles(demoKeyFile(kid))
    await this.page.getByLabel(this.words('staff:keys.word')).fill(DEMO_WORD)
    await this.press('staff:keys.take')
    await this.tells('staff:keys.done', { kid })
  }

  /** Says who publishes, where that is asked. */
  async sayOffice(office: string): Promise<void> {
    const field = this.page.getByLabel(this.words('staff:settings.office'))
    await field.fill(office)
    await field.blur()
  }

  async choose(legend: string, option: string): Promise<void> {
    const radio = this.page
      .getByRole('group', { name: this.words(legend) })
      .getByRole('radio', { name: this.words(option) })
      .first()
    await radio.focus()
    await this.page.keyboard.press('Space')
    await expect(radio).toBeChecked()
  }

  /** Finds a road by its name and picks one of its stretches. */
  async pickRoad({ name, index }: { readonly name: string; readonly index: number }): Promise<void> {
    await this.page.getByRole('searchbox').fill(name)
    const heading = this.page.getByRole('heading', { level: 4, name, exact: true })
    const stretch = heading.locator('xpath=following-sibling::ul[1]').getByRole('button').nth(index)
    await stretch.click()
    await expect(stretch).toHaveAttribute('aria-pressed', 'true')
  }

  /** Prepares an order for the whole city. */
  async order(level: 3 | 4 | 5, hazard: string): Promise<void> {
    await this.choose('staff:alert.level', `timeline:trigger.city${level}`)
    await this.choose('staff:alert.hazard', `hazards:site.${hazard}`)
    const whole = this.page.getByRole('switch', { name: this.words('staff:alert.wholeCity') })
    await whole.focus()
    if (!(await whole.isChecked())) await this.page.keyboard.press('Space')
    await expect(whole).toBeChecked()
  }

  /** Gives what one officer signed to the other, as a file. @returns where it lies */
  async handOver(): Promise<string> {
    const saved = this.page.waitForEvent('download')
    await this.press('staff:out.handOver')
    return (await saved).path()
  }

  /** Takes what another officer signed, and signs it too. */
  async signToo(file: string, kid: DemoKid): Promise<void> {
    await this.show('home')
    await this.press('staff:home.second')
    const content = { name: 'a.handover.json', mimeType: 'application/json', buffer: readFileSync(file) }
    await this.page.getByLabel(this.words('staff:second.files')).setInputFiles(content)
    await this.press('staff:second.sign', { kid })
  }

  /** Signs what is prepared, with a key of this device. */
  async sign(kid: DemoKid): Promise<void> {
    await this.press('staff:sign.sign', { kid })
    await this.tells('staff:out.title')
  }

  /** Sends the signed file to the store, and waits until the page has read it back from there. */
  async publish(): Promise<void> {
    await this.press('staff:out.publish')
    await this.tells('staff:out.doneTitle')
  }
}
