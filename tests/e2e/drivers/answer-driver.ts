import { expect, type Locator } from '@playwright/test'
import type { FeatureKind } from '#domain/features/local-feature.ts'
import { COMFORT } from '#tests/support/comfort.ts'
import type { HazardAnswer } from '#domain/risk/hazard-answer.ts'
import type { AppDriver } from './app-driver.ts'

/** The answer on the sheet: what reaches the place, and then what is not known and what has no zone. */
export class AnswerDriver {
  private readonly app: AppDriver

  constructor(app: AppDriver) {
    this.app = app
  }

  private get sheet(): Locator {
    return this.app.page.getByRole('main').locator('section').first()
  }

  /** The one sentence above the whole answer. */
  headline(): Locator {
    return this.sheet.getByRole('heading', { level: 2 })
  }

  /** The names of the cards and the titles of their groups, in the order in which they are read. */
  async order(): Promise<readonly string[]> {
    const groups = ['lesser', 'unknown', 'none'].map((group) => this.app.words(`risk:group.${group}`).source)
    const titles = this.sheet
      .locator('section > h3')
      .filter({ hasText: new RegExp(`^\\s*(${groups.join('|')})\\s*$`) })
    const headings = this.sheet.locator('article > :first-child > :is(h3, h4)').or(titles)
    return (await headings.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim())
  }

  card({ kind, scenario }: Pick<HazardAnswer, 'kind' | 'scenario'>): Locator {
    const name = this.app.words(kind === 'flood' ? `hazards:name.flood.${scenario}` : `hazards:name.${kind}`)
    const exact = new RegExp(`^\\s*${name.source}\\s*$`)
    return this.app.hazards().filter({ has: this.app.page.getByRole('heading', { name: exact }) })
  }

  /** Unfolds all that is folded away, as somebody does who reads on. */
  async unfold(): Promise<void> {
    const closed = this.sheet.locator('details:not([open]) > summary:visible')
    while ((await closed.count()) > 0) await closed.first().click()
  }

  /** The part of the text that tells what this map does not know. */
  gaps(): Locator {
    return this.app.page.locator('[data-part="unknown"]').getByRole('listitem')
  }

  /** The high tides beside the answer, or why they cannot be told. */
  tide(): Locator {
    const title = this.app.page.getByRole('heading', { name: this.app.words('tide:title') })
    return this.sheet.locator('div', { has: title }).last()
  }

  /** What the municipality keeps of one kind, near the place. */
  around(kind: FeatureKind): Locator {
    const title = this.app.page.getByRole('heading', {
      level: 4,
      name: this.app.words(`points:kind.${kind}`),
    })
    return this.sheet.locator('div', { has: title }).last()
  }

  async comfortsNobody(): Promise<void> {
    const words = await this.app.page.locator('body').innerText()
    expect(words.length).toBeGreaterThan(100)
    expect(words).not.toMatch(COMFORT)
  }
}
