import { expect, type Locator } from '@playwright/test'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { shareChanged } from '#tests/support/share-changed.ts'
import type { AppDriver } from './app-driver.ts'

/** Room that the controls and the scale take at the edges of the map, CSS pixels. */
const EDGE = { top: 24, end: 96, bottom: 72, start: 24 }

/** What the map shows beside the sheet, and the list in which it is chosen. For a wide window. */
export class LayersDriver {
  private readonly app: AppDriver

  constructor(app: AppDriver) {
    this.app = app
  }

  private get page() {
    return this.app.page
  }

  /** A window just so wide that the sheet stands beside the map: each picture of a larger one takes longer to draw. */
  async lookWide(): Promise<void> {
    await this.page.setViewportSize({ width: 1024, height: 640 })
  }

  /** The switch or the radio button of a layer, by the name that a person sees. */
  control(layer: ZoneLayerId): Locator {
    const name = startingWith(this.app.words(`layers:name.${layer}`))
    return this.page.getByRole('switch', { name }).or(this.page.getByRole('radio', { name }))
  }

  switch(key: string): Locator {
    return this.page.getByRole('switch', { name: startingWith(this.app.words(`layers:${key}`)) })
  }

  /** Presses the space bar on a control, as somebody without a mouse does. */
  async press(control: Locator): Promise<void> {
    await control.focus()
    await this.page.keyboard.press('Space')
  }

  async choose(name: string): Promise<void> {
    await this.app.choose(startingWith(this.app.words(`layers:${name}`)))
  }

  async chooseRiver(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.app.words('layers:river') }).selectOption(name)
  }

  /** Why a layer is not there: the sentence beside its name. */
  reason(layer: ZoneLayerId): Locator {
    return this.page
      .getByRole('group')
      .locator('div', { hasText: this.app.words(`layers:name.${layer}`) })
      .getByText(this.app.oneOf(['layers:missing', 'layers:absent']))
  }

  /** The layers that the legend explains. */
  legend(layer?: ZoneLayerId): Locator {
    const name = layer === undefined ? /./ : this.app.words(`layers:name.${layer}`)
    return this.page.getByRole('heading', { level: 4, name })
  }

  /** What the map says of itself to those who do not see it. */
  description(): Locator {
    return this.page
      .getByRole('region', { name: this.app.words('map:region'), exact: true })
      .getByRole('listitem')
  }

  /** The map as it is drawn beside the sheet, once nothing on it moves any more. */
  async picture(): Promise<Buffer> {
    await expect(this.page.locator('[data-map-status="ready"]')).toBeVisible({ timeout: 60_000 })
    const clip = await this.bareMap()
    let last = await this.page.screenshot({ clip })
    let calm = 0
    for (let look = 0; look < 100 && calm < CALM; look += 1) {
      await this.page.waitForTimeout(200)
      const next = await this.page.screenshot({ clip })
      calm = next.equals(last) ? calm + 1 : 0
      last = next
    }
    if (calm < CALM) throw new Error('the map does not come to rest')
    return last
  }

  /** Does something and waits until the map looks like none of these pictures any more. Gives back the new picture. */
  async changes(from: readonly Buffer[], act: () => Promise<void>): Promise<Buffer> {
    let now: Buffer = Buffer.alloc(0)
    await act()
    await expect
      .poll(
        async () => {
          now = await this.picture()
          return Math.min(...from.map((before) => shareChanged(before, now)))
        },
        { message: 'the share of the map that changed', timeout: 20_000 },
      )
      .toBeGreaterThan(LEAST_CHANGE)
    return now
  }

  /** Does something and waits until the map looks as it did before. */
  async comesBack(to: Buffer, act: () => Promise<void>): Promise<void> {
    await act()
    await expect
      .poll(async () => shareChanged(to, await this.picture()), {
        message: 'the share of the map that is not as it was',
        timeout: 20_000,
      })
      .toBeLessThan(LEAST_CHANGE / 2)
  }

  /** The part of the map that nothing covers. */
  private async bareMap(): Promise<{ x: number; y: number; width: number; height: number }> {
    const map = await this.page.locator('canvas').first().boundingBox()
    const sheet = await this.page.getByRole('main').locator('section').first().boundingBox()
    if (map === null || sheet === null) throw new Error('there is no map beside the sheet')
    const left = sheet.x + sheet.width + EDGE.start
    const clip = {
      x: left,
      y: map.y + EDGE.top,
      width: map.x + map.width - EDGE.end - left,
      height: map.height - EDGE.top - EDGE.bottom,
    }
    const covered = await this.page.evaluate(({ x, y, width, height }) => {
      const shares = [0.02, 0.25, 0.5, 0.75, 0.98]
      return shares.flatMap((right) =>
        shares
          .map((down) => document.elementFromPoint(x + width * right, y + height * down))
          .filter((element) => element?.tagName !== 'CANVAS')
          .map((element) => `${element?.tagName} ${element?.textContent.slice(0, 40)}`),
      )
    }, clip)
    expect(covered, 'what lies on the map').toEqual([])
    return clip
  }
}

/** A twentieth of a percent of the map: one small zone; far more than the edge of a letter. */
const LEAST_CHANGE = 0.0005

/** So many looks, 0.2 s apart, at which the map is as it was: tiles that are drawn anew come one by one. */
const CALM = 2

const startingWith = (words: RegExp): RegExp => new RegExp(`^\\s*${words.source}`)
