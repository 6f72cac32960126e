import { expect, type Locator } from '@playwright/test'
import type { NeedsTime } from '#domain/stay/home.ts'
import type { AppDriver } from './app-driver.ts'

/** A building and who lives in it, in the choices of the form. More than three storeys are typed as a number. */
export type Building = {
  readonly storeys: number
  readonly floor: number
  /** Days of stock. */
  readonly stock?: 0 | 1 | 3 | 7 | 14 | 28
  readonly structure?: 'wood' | 'reinforced' | 'unknown'
  readonly who?: readonly NeedsTime[]
}

const COUNTS = ['one', 'two', 'three'] as const

/** Stay or leave, on the answer of a place. All of it by keyboard. */
export class StayDriver {
  private readonly app: AppDriver

  constructor(app: AppDriver) {
    this.app = app
  }

  private get page() {
    return this.app.page
  }

  card(): Locator {
    const title = this.page.getByRole('heading', { level: 3, name: this.app.words('stay:title') })
    return this.page.locator('section', { has: title }).last()
  }

  button(key: 'start' | 'change' | 'clear' | 'undo' | 'save' | 'cancel'): Locator {
    return this.card().getByRole('button', { name: this.app.words(`stay:form.${key}`) })
  }

  /** Goes to a button with Tab and presses Enter. */
  async press(key: Parameters<StayDriver['button']>[0]): Promise<void> {
    await this.app.focusByTab(this.button(key))
    await this.page.keyboard.press('Enter')
  }

  /** Fills the form in and asks for the result; `with` opens it. Who has the result then goes on from its title. */
  async tell(building: Building, opener: 'start' | 'change' = 'change'): Promise<void> {
    const { storeys, floor, stock, structure, who } = building
    await this.press(opener)
    await expect(this.card().getByRole('radio').first()).toBeFocused()
    await this.count('storeys', storeys)
    if (storeys > 1) await this.count('floor', floor)
    if (structure !== undefined) await this.pick('structure', `structures.${structure}`)
    if (who !== undefined) await this.tick(who)
    if (stock !== undefined) await this.pick('stock', `days.d${stock}`)
    await this.press('save')
    await expect(this.card().getByRole('heading', { level: 3 })).toBeFocused()
  }

  private async count(question: 'storeys' | 'floor', count: number): Promise<void> {
    await this.pick(question, `count.${COUNTS[count - 1] ?? 'more'}`)
    if (count <= COUNTS.length) return
    await this.page.keyboard.press('Tab')
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(String(count))
  }

  /** Into the group with Tab, and with the arrow keys to the choice. */
  private async pick(question: string, choice: string): Promise<void> {
    const group = this.group(question)
    const wanted = group.getByRole('radio', { name: this.whole(choice) })
    await this.into(group)
    const all = await group.getByRole('radio').count()
    for (let step = 0; step < all && !(await hasFocus(wanted)); step += 1)
      await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Space')
    await expect(wanted).toBeChecked()
  }

  private async tick(who: readonly NeedsTime[]): Promise<void> {
    const boxes = this.group('household').getByRole('checkbox')
    await this.into(this.group('household'))
    for (let box = 0; box < (await boxes.count()); box += 1) {
      if (box > 0) await this.page.keyboard.press('Tab')
      const name = await boxes.nth(box).evaluate((input) => input.closest('label')?.textContent ?? '')
      const wanted = who.some((one) => this.app.words(`stay:form.who.${one}`).test(name))
      if ((await boxes.nth(box).isChecked()) !== wanted) await this.page.keyboard.press('Space')
    }
  }

  private async into(group: Locator): Promise<void> {
    for (let press = 0; press < 60; press += 1) {
      if (await group.evaluate((element) => element.contains(document.activeElement))) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error('Tab does not lead to the question')
  }

  private group(question: string): Locator {
    return this.card().getByRole('group', { name: this.app.words(`stay:form.${question}`) })
  }

  private whole(choice: string): RegExp {
    return new RegExp(`^\\s*${this.app.words(`stay:form.${choice}`).source}\\s*$`)
  }

  /** The decision for one situation: heavy rain, or a tsunami. */
  part(about: 'rain' | 'tsunami'): Locator {
    const title = this.page.getByRole('heading', { level: 4, name: this.app.words(`stay:part.${about}`) })
    return this.card().locator('div', { has: title }).last()
  }

  /** What the part about heavy rain has to say. */
  async says(key: string, params?: Readonly<Record<string, string | number>>): Promise<void> {
    await expect(this.part('rain')).toContainText(this.app.words(key, params))
  }
}

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => one === document.activeElement)
