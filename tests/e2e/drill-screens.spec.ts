import { joinCodeOf } from '#domain/drills/join-code.ts'
import { surveyOf } from '../support/find-place.ts'
import { DrillPhone } from './drivers/drill-phone.ts'
import { axeFindings, expect, SAMPLE, unpainted as test } from './drivers/browser.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** How much of the window may be taken by the strip that says that it is a drill. */
const MOST_OF_WINDOW = 1 / 3
const INVITATION = { area: SAMPLE.code, scenario: 'school-day', begins: null, group: null } as const

for (const [tag, theme] of [
  ['ja-simple', 'night'],
  ['vi', 'contrast'],
  ['ur', 'day'],
] as const)
  test(`the screens of drills: axe finds nothing and nothing is cut off at 200 %, ${tag}`, async ({
    host,
    page,
  }) => {
    test.setTimeout(180_000)
    const code = joinCodeOf(INVITATION)
    if (code === null) throw new Error('the drill of the school is not shipped')
    const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
    const wet = survey.spot('in a flood', ({ hazards }) =>
      hazards.some(({ kind, answer }) => kind === 'flood' && answer === 'hazard'),
    )
    const phone = new DrillPhone(page, tag)
    const { app, plan } = phone
    const found: string[] = []
    const look = async (what: string) => {
      await app.showsNoRawKeys()
      const faults = [
        ...(await axeFindings(page)),
        ...(await app.cutOff()),
        ...(await phone.besideWindow()),
        ...(await phone.stripFaults(MOST_OF_WINDOW)),
      ]
      found.push(...faults.map((fault) => `${what}: ${fault}`))
    }
    const site = await host()
    await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: tag })
    await app.lookUp(wet.typed)
    await app.show('settings')
    await app.choose(app.words(`settings:themes.${theme}`))
    await app.choose(/200/)

    await phone.go('drills')
    await look('drills')
    await phone.join(code, 'table', 3, () => look('joining'))
    await expect(phone.button('drills:table.leaveAny').first()).toBeVisible({ timeout: 30_000 })
    await look('at home')
    await plan.press('drills:table.leaveAny')
    await phone.tells('drills:table.which')
    await look('on the way')
    await plan.go('timeline')
    await look('elsewhere')
    await phone.go('drill')
    await phone.endsHere()
    await plan.press('drills:handIn.show')
    await look('the end')
    await phone.go('drillHost')
    await phone.holds('school-day')
    await look('the host')
    for (const screen of ['drillBoard', 'drillRoll'] as const) {
      await phone.go(screen)
      await look(screen)
    }
    expect(found).toEqual([])
  })
