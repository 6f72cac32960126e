import { writePlanFile } from '#domain/plan/plan-file.ts'
import { aPlan } from '../support/a-plan.ts'
import { axeFindings, expect, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { PlanDriver, type PlanScreen } from './drivers/plan-driver.ts'
import { TAGS } from './drivers/said.ts'

/** Nothing glides, so nothing is looked at on its way. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const SCREENS: readonly PlanScreen[] = ['plan', 'myMap', 'interview', 'timeline', 'whatNow', 'kit', 'share', 'paper'] // prettier-ignore

for (const tag of TAGS)
  test(`the screens of the plan: axe finds nothing and nothing is cut off at 200 %, ${tag}`, async ({
    host,
    app,
    page,
  }) => {
    test.setTimeout(240_000)
    const plan = new PlanDriver(app)
    const site = await host()
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: tag })
    await plan.go('share')
    const theirs = aPlan({ area: SAMPLE.code })
    await plan.bringFile('a.minna.json', writePlanFile(theirs, new Map(), 0))
    await plan.press('share:received.keep')
    await plan.isSaved()
    const found: string[] = []
    const theme = { ja: 'night', 'ja-simple': 'contrast', en: 'day' }[tag]
    await app.show('settings')
    await app.choose(app.words(`settings:themes.${theme}`))
    for (const screen of SCREENS) {
      await plan.go(screen)
      await app.showsNoRawKeys()
      found.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`))
      if (screen === 'paper') await page.goBack()
    }
    await page.setViewportSize({ width: 360, height: 640 })
    await app.show('settings')
    await app.choose(/200/)
    for (const screen of SCREENS.filter((one) => one !== 'paper')) {
      await plan.go(screen)
      found.push(...(await app.cutOff()).map((cut) => `${screen} at 200 %: ${cut}`))
    }
    expect(found).toEqual([])
  })
