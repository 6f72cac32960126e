import type { Plan } from '#domain/plan/plan.ts'
import { writePlanFile } from '#domain/plan/plan-file.ts'
import { languageOf } from '#i18n/languages.ts'
import { aPlan } from '../support/a-plan.ts'
import { axeFindings, expect, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { ALL_TAGS, LanguageDriver } from './drivers/language-driver.ts'
import { PlanDriver } from './drivers/plan-driver.ts'
import type { Tag } from './drivers/said.ts'

/** Nothing glides, so nothing is looked at on its way. */
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 360, height: 740 } })

const SCREENS = (
  'home sites layers offline settings about online words report ' +
  'plan myMap interview timeline whatNow kit share paper'
).split(' ')
/** Tall letters, long words, right to left, readings above: where a room is too small, it is with one of these. */
const LONGEST: readonly Tag[] = ['vi', 'my', 'ne', 'km', 'si', 'th', 'ur', 'ru', 'ja-simple']
/** Few at a time, so that a red one says which language it is, and none lasts long. */
const AT_ONCE = 5
const rounds = ALL_TAGS.flatMap((_, i) => (i % AT_ONCE === 0 ? [ALL_TAGS.slice(i, i + AT_ONCE)] : []))

/** What people wrote themselves is in no language of the app: numbers stand in its place. */
function nameless(plan: Plan): Plan {
  let count = 0
  const number = (_: string, value: unknown) =>
    typeof value === 'string' && /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(value) ? `${++count}` : value
  return JSON.parse(JSON.stringify(plan, number)) as Plan
}

for (const tags of rounds)
  test(`offline, from the answer to the paper, all in its own words: ${tags.join(', ')}`, async ({
    host,
    app,
    page,
  }) => {
    test.setTimeout(400_000)
    const site = await host()
    const plan = new PlanDriver(app)
    const languages = new LanguageDriver(app)
    const place = await SAMPLE.place()
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
    await app.isReadyOffline()
    for (const tag of tags) {
      await languages.choose(tag)
      await expect.poll(async () => (await languages.kept(tag)).length).toBe(3)
    }
    await plan.bringFile('a.minna.json', writePlanFile(nameless(aPlan({ area: SAMPLE.code })), new Map(), 0))
    await plan.press('share:received.keep')
    await plan.isSaved()
    await site.kill()

    const found: string[] = []
    const look = async (name: string) => {
      const strange = [...(await languages.strange()), ...(await app.cutOff())]
      found.push(...strange.map((what) => `${app.tag} ${name}: ${what}`))
    }
    const axe = async (name: string) =>
      found.push(...(await axeFindings(page)).map((what) => `${app.tag} ${name}: ${what}`))
    for (const tag of tags) {
      await languages.choose(tag)
      await app.lookUp(place.name)
      await look('answer')
      await axe('answer')
      for (const screen of SCREENS) {
        await languages.go(screen)
        await look(screen)
        if (screen === 'timeline') await axe(screen)
        if (screen === 'paper') await page.goBack()
      }
      await languages.go('text')
      await look('text')
      if (LONGEST.includes(tag)) {
        await languages.go('settings')
        await app.choose(/200/)
        for (const screen of ['whatNow', 'timeline', 'myMap', 'home'] as const) {
          await languages.go(screen)
          await look(`${screen} at 200 %`)
        }
        await languages.go('settings')
        await app.choose(/100/)
      }
      await languages.go('home')
    }
    // The language that was chosen last is there at the next start, without a host.
    await app.open(site.url)
    await expect(page.locator('html')).toHaveAttribute('lang', languageOf(app.tag).htmlLang)
    expect(found).toEqual([])
  })
