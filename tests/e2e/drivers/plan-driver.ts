import { expect, type Locator, type Page } from '@playwright/test'
import decodeQR from 'qr/decode.js'
import { parsePlan } from '#domain/plan/parse-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { readPixels } from '#tests/support/count-colours.ts'
import type { AppDriver } from './app-driver.ts'

export type PlanScreen = 'plan' | 'myMap' | 'interview' | 'timeline' | 'whatNow' | 'kit' | 'share' | 'paper'

/** The family's plan as a person meets it: by roles and by the words of the locales. */
export class PlanDriver {
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

  button(key: string, params?: Readonly<Record<string, string | number>>): Locator {
    const { source } = this.app.words(key, params)
    return this.page.locator('#root').getByRole('button', { name: new RegExp(`^\\s*(?:${source})`) })
  }

  /** Presses the button whose words begin so. */
  async press(key: string): Promise<void> {
    await this.button(key).first().click()
  }

  /** Opens a screen of the plan by its address, as a bookmark would. */
  async go(screen: PlanScreen): Promise<void> {
    await this.page.evaluate((name) => {
      history.pushState({ screen: name, layout: 'map', dialog: null, depth: 1 }, '', `#/${name}`)
      dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }))
    }, screen)
    await expect(this.page).toHaveTitle(this.app.words(`app:title.${screen}`))
  }

  /** Begins a plan from the menu, and opens the first question. */
  async begin(): Promise<void> {
    await this.app.menuButton().click()
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.app.words('app:menu.plan') })
      .click()
    await this.press('plan:empty.start')
    await this.asks('home')
  }

  /** The shortest way to a timeline: where the home is, and nothing else. */
  async draftAt(home: string): Promise<void> {
    await this.begin()
    await this.pickPlace(home)
    await this.next()
    await this.press('interview:toEnd')
    await this.press('interview:end.draft')
    await expect(this.page).toHaveTitle(this.app.words('app:title.timeline'))
  }

  async asks(question: string): Promise<void> {
    await expect(
      this.main.getByRole('heading', { name: this.app.words(`interview:ask.${question}.title`) }),
    ).toBeVisible()
  }

  /** Goes on, whether the question was answered or not. */
  async next(): Promise<void> {
    const next = this.button('interview:next').first()
    await ((await next.isVisible()) ? next : this.button('interview:skip').first()).click()
  }

  /** Types a name or a position into the search for a place and takes the first hit. */
  async pickPlace(typed: string): Promise<void> {
    const field = this.main.getByRole('searchbox').first()
    await field.fill(typed)
    await this.main.getByRole('search').first().getByRole('listitem').first().getByRole('button').click()
  }

  /** Chooses one of the radio buttons of the group with this legend. */
  async choose(legend: string, option: RegExp): Promise<void> {
    const radio = this.main
      .getByRole('group', { name: this.app.words(legend) })
      .getByRole('radio', { name: option })
      .first()
    await radio.focus()
    await this.page.keyboard.press('Space')
    await expect(radio).toBeChecked()
  }

  async check(name: RegExp): Promise<void> {
    const box = this.main.getByRole('checkbox', { name }).first()
    await box.focus()
    await this.page.keyboard.press('Space')
    await expect(box).toBeChecked()
  }

  /** The plans as they lie on the device, read past the app. */
  async stored(): Promise<readonly Plan[]> {
    const texts = (await this.records()).map((record) => (record as { readonly text: string }).text)
    return texts.map((text) => {
      const parsed = parsePlan(JSON.parse(text) as unknown)
      if (!parsed.ok) throw new Error(`${parsed.reason} ${parsed.detail ?? ''}`)
      return parsed.value
    })
  }

  /** The records of the database as they lie there, letter for letter. */
  async records(): Promise<readonly unknown[]> {
    return this.page.evaluate(
      () =>
        new Promise<unknown[]>((resolve, reject) => {
          const open = indexedDB.open('mhm-plans')
          open.onerror = () => reject(new Error('the database cannot be opened'))
          open.onsuccess = () => {
            const all = open.result.transaction('plans').objectStore('plans').getAll()
            all.onsuccess = () => {
              open.result.close()
              resolve(all.result as unknown[])
            }
            all.onerror = () => reject(new Error('the plans cannot be read'))
          }
        }),
    )
  }

  /** Waits until the screen says that the plan is saved on this device. */
  async isSaved(): Promise<void> {
    await this.go('plan')
    await expect(this.page.getByText(this.app.words('plan:state.saved')).first()).toBeVisible()
  }

  /** Puts a mark on the map list: its kind and where it is. */
  async addMark(part: 'danger' | 'help', kind: string, where: string): Promise<void> {
    await this.go('myMap')
    await this.press(`mymap:part.${part}.add`)
    await this.choose('mymap:thing.kind', this.app.words(`mymap:kind.mark.${kind}`))
    await this.pickPlace(where)
    await this.press('mymap:thing.save')
    await expect(this.page).toHaveTitle(this.app.words('app:title.myMap'))
  }

  /** Brings in a file on the screen for sharing. */
  async bringFile(name: string, content: string): Promise<void> {
    await this.go('share')
    await this.main
      .getByLabel(this.app.words('share:in.file'))
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  }

  /** The texts of the QR codes that are shown, one after the other, read from the picture on the screen. */
  async readCodes(): Promise<readonly string[]> {
    const texts: string[] = []
    for (;;) {
      const picture = this.main.getByRole('img', { name: this.app.words('share:code.picture') })
      await picture.scrollIntoViewIfNeeded()
      const { width, height, bytes } = readPixels(await picture.screenshot())
      const text = decodeQR({ width, height, data: bytes })
      if (texts.includes(text)) return texts
      texts.push(text)
      const next = this.button('share:code.next')
      if ((await next.count()) === 0) return texts
      await next.first().click()
    }
  }

  /** Draws on the map beside or above the sheet: the corners as shares of what is free of it. */
  async drawLine(corners: readonly (readonly [across: number, down: number])[]): Promise<void> {
    await this.press('mymap:corner.draw')
    await this.app.mapIsDrawn()
    const box = await this.page.locator('canvas').first().boundingBox()
    const sheet = await this.page.locator('main > section').first().boundingBox()
    if (box === null || sheet === null) throw new Error('there is no map to draw on')
    const height = Math.min(box.height, sheet.y - box.y)
    for (const [across, down] of corners) {
      await this.page.mouse.click(box.x + box.width * across, box.y + height * down)
      await this.page.waitForTimeout(400)
    }
    await this.press('mymap:draw.done')
    await expect(
      this.main.getByText(this.app.words('mymap:corner.point', { number: corners.length })).first(),
    ).toBeVisible()
  }
}
