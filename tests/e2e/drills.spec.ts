import { joinCodeOf } from '#domain/drills/join-code.ts'
import { shippedScenario } from '#domain/drills/scenarios.ts'
import { demoOfficer } from '../support/demo-city.ts'
import { anOrder } from '../support/demo-issues.ts'
import { aWalkedDrill } from '../support/a-walked-drill.ts'
import { surveyOf } from '../support/find-place.ts'
import { DrillPhone } from './drivers/drill-phone.ts'
import { expect, SAMPLE, unpainted as test } from './drivers/browser.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'ja-JP' }
const INVITATION = { area: SAMPLE.code, scenario: 'school-day', begins: null, group: null } as const
/** When the late one goes out of the door, minutes. */
const LATE = 74

test('a neighbourhood holds a drill in three languages without a network, and no plan changes but by consent', async ({
  host,
  somebody,
  page,
}) => {
  test.setTimeout(600_000)
  const scenario = shippedScenario('school-day')
  const code = joinCodeOf(INVITATION)
  if (scenario === null || code === null) throw new Error('the drill of the school is not shipped')
  const walked = await aWalkedDrill(SAMPLE.packs, SAMPLE.code, scenario, LATE)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const high = survey.spot('studied, and no flood comes', ({ hazards }) =>
    hazards.some((one) => one.kind === 'flood' && one.answer === 'assessedNone'),
  )
  const site = await host(SAMPLE.packs)
  const [stays, arrives, isCaught] = [
    new DrillPhone(page, 'ja-simple'),
    new DrillPhone(await somebody(PHONE), 'vi'),
    new DrillPhone(await somebody(PHONE), 'ne'),
  ]

  await test.step('three phones are ready, two families have a plan, and the host is gone', async () => {
    for (const phone of [stays, arrives, isCaught]) await phone.getReady(`${site.url}?area=${SAMPLE.code}`)
    await stays.plan.draftAt(high.typed)
    await isCaught.plan.draftAt(walked.typed)
    await site.kill()
  })
  const before = await stays.plan.records()

  await test.step('one joins at a table, in easy Japanese, and stays where they are', async () => {
    await stays.join(code, 'table', 4)
    await stays.saysThatItIsADrill()
    await stays.plan.press('drills:table.stay')
    await stays.tells('drills:table.stays')
  })

  await test.step('what is changed in the plan while it runs is gone with it, also after a crash', async () => {
    await stays.plan.go('timeline')
    await stays.saysThatItIsADrill()
    await stays.page.getByRole('checkbox').first().check()
    await expect(stays.page.getByRole('checkbox').first()).toBeChecked()
    await stays.waitTill(2)
    await stays.page.reload()
    await stays.app.isUp()
    await stays.saysThatItIsADrill()
    expect(await stays.plan.records()).toEqual(before)
    await stays.go('drill')
    await stays.plan.press('drills:home.goOn')
    await stays.tells('drills:table.stays')
  })

  await test.step('one walks in Vietnamese, and arrives', async () => {
    await arrives.app.lookUp(walked.typed)
    await arrives.join(code, 'walk', 3)
    await arrives.saysThatItIsADrill()
    await arrives.standAt(walked.home)
    await arrives.plan.press('drills:table.leaveAny')
    await arrives.walk(walked.early)
    await arrives.plan.press('drills:walk.iAmThere')
    await arrives.isAt('drillEnd')
    await arrives.tells('drills:end.outcome.arrivedAt')
  })

  await test.step('one leaves late in Nepali, and is caught', async () => {
    await isCaught.join(code, 'walk', 5)
    await isCaught.standAt(walked.home)
    await isCaught.waitTill(LATE)
    await isCaught.plan.press('drills:table.leaveAny')
    await isCaught.walk(walked.late)
    await isCaught.waitTill(scenario.minutes + 0.1)
    await isCaught.isAt('drillEnd')
    await isCaught.tells('drills:end.outcome.caught')
  })

  await test.step('the replay goes minute by minute, and tells what leaving earlier would have done', async () => {
    const slider = isCaught.page.getByRole('slider', { name: isCaught.app.words('drills:replay.slider') })
    await slider.focus()
    const at = await slider.inputValue()
    await slider.press('Home')
    await isCaught.plan.press('drills:replay.on')
    expect(await slider.inputValue()).not.toBe(at)
    await isCaught.plan.press('drills:replay.toWrong')
    await isCaught.tells('drills:replay.wrong')
    await expect(isCaught.button('drills:end.other.show').first()).toBeVisible()
  })

  await test.step('the plan learns what was chosen, and can be undone', async () => {
    const [old] = await isCaught.plan.records()
    await isCaught.plan.press('drills:learn.compare')
    expect(await isCaught.plan.records()).toEqual([old])
    await isCaught.page.getByRole('switch').first().click()
    await isCaught
      .button('drills:learn.take_one')
      .or(isCaught.button('drills:learn.take_other'))
      .first()
      .click()
    await expect.poll(() => isCaught.plan.records()).not.toEqual([old])
  })

  await test.step('who stayed sees the end too, and their plan is what it was, letter for letter', async () => {
    await stays.waitTill(scenario.minutes / scenario.speed + 5)
    await stays.isAt('drillEnd')
    await stays.tells('drills:end.outcome.stayed')
    expect(await stays.plan.records()).toEqual(before)
  })

  await test.step('the organiser counts three phones in three languages, each once', async () => {
    const links: string[] = []
    for (const phone of [stays, arrives, isCaught]) {
      await phone.plan.press('drills:handIn.show')
      links.push(await phone.readCode('drills:handIn.label'))
    }
    const organiser = arrives
    await organiser.go('drillHost')
    await organiser.holds('school-day')
    await organiser.go('drillBoard')
    await organiser.paste([...links, ...links])
    await organiser.tells('drills:board.total_other', { count: 3 })
    for (const outcome of ['arrived', 'caught', 'stayed']) await organiser.tells(`drills:outcome.${outcome}`)
    await organiser.app.showsNoRawKeys()
  })
})

test('a real order stands above a drill, and one press leads out of it', async ({ host, city, page }) => {
  const site = await host(SAMPLE.packs, city.folder)
  const phone = new DrillPhone(page, 'ja')
  const code = joinCodeOf({ ...INVITATION, scenario: 'stand' })
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const flooded = survey.spot('flooded', ({ hazards }) =>
    hazards.some((one) => one.kind === 'flood' && one.answer === 'hazard'),
  )
  if (code === null) throw new Error('the drill for a stand is not shipped')
  await phone.getReady(`${site.url}?area=${SAMPLE.code}`)
  await phone.app.lookUp(flooded.typed)
  await phone.join(code, 'table', 3)
  await expect(phone.button('drills:banner.realShow')).toHaveCount(0)

  city.publish(anOrder(), await demoOfficer('demo-two'))
  await phone.page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(phone.button('drills:banner.realShow')).toBeVisible({ timeout: 30_000 })
  await phone.saysThatItIsADrill()
  await phone.plan.press('drills:banner.realShow')
  await expect(page).toHaveTitle(phone.app.words('app:title.alerts'))
  await expect(page.getByText(phone.app.words('drills:banner.drill'))).toHaveCount(0)
  await phone.tells('alerts:state.current')
})
