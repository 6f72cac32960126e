import type { HazardAnswer, RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { reaching, surveyOf } from '../support/find-place.ts'
import { AnswerDriver } from './drivers/answer-driver.ts'
import { expect, REAL, SAMPLE, unpainted as test } from './drivers/browser.ts'
import { StayDriver } from './drivers/stay-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const NOTHING: readonly HazardAnswer['answer'][] = ['assessedNone', 'noZonePublished']

/** A flood whose water stays below the floor of the second storey, 3 m, and is gone in three days; nothing else. */
const isShallowFloodOnly = ({ hazards }: RiskAnswer): boolean =>
  hazards.every((one) => {
    if (one.kind === 'pond') return one.answer !== 'hazard'
    if (one.kind !== 'flood') return NOTHING.includes(one.answer)
    if (one.scenario === 'design') return true
    if (one.answer !== 'hazard' || !one.complete || one.depth.min < 0.5 || one.depth.max !== 3) return false
    return [one, ...one.rivers].every(
      ({ duration }) =>
        duration.answer === 'hours' && duration.hours.max !== null && duration.hours.max <= 72,
    )
  })

/** Reached by one kind of zone that no floor of a house stands, and by no tsunami. */
const isReachedBy =
  (kind: 'landslide' | 'houseCollapse') =>
  (risk: RiskAnswer): boolean => {
    const kinds = reaching(risk).map((zone) => zone.kind)
    const others = ['landslide', 'houseCollapse', 'tsunami'].filter((one) => one !== kind)
    return kinds.includes(kind) && !kinds.some((one) => others.includes(one))
  }

test('a flooded home, by keyboard: upstairs, on the ground, with somebody old; kept offline, deleted, and back', async ({
  host,
  app,
}) => {
  const stay = new StayDriver(app)
  const answer = new AnswerDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const { typed } = survey.spot('reached by a shallow flood only', isShallowFloodOnly)
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
  await app.isReadyOffline()
  await app.lookUp(typed)
  await expect(stay.part('rain')).toHaveCount(0)

  await stay.tell({ storeys: 2, floor: 2, stock: 3 }, 'start')
  await stay.says('stay:headline.upstairs', { floor: 2 })
  await stay.says('stay:fact.depthBelowFloor', { upper: 3, floor: 2, height: 3 })
  await stay.says('stay:when.upstairs.level4', { floor: 2 })
  await answer.comfortsNobody()

  await stay.tell({ storeys: 2, floor: 1 })
  await stay.says('stay:headline.leave')
  await stay.says('stay:fact.depthAboveFloor', { upper: 3, floor: 1, height: 0.5 })
  await stay.says('stay:when.leave.level4')
  await expect(stay.part('rain')).toContainText(app.words('hazards:name.flood.max'))

  await stay.tell({ storeys: 2, floor: 1, who: ['elderly'] })
  await stay.says('stay:headline.leave')
  await stay.says('stay:when.leave.level3')
  await answer.comfortsNobody()

  await site.kill()
  await app.open(site.url, { lang: 'en' })
  await app.lookUp(typed)
  await stay.says('stay:headline.leave')
  await stay.says('stay:when.leave.level3')
  await stay.press('clear')
  await expect(stay.button('start')).toBeVisible()
  await expect(stay.part('rain')).toHaveCount(0)
  await stay.press('undo')
  await stay.says('stay:when.leave.level3')
  await stay.press('clear')
  await expect(stay.button('start')).toBeVisible()
  await app.open(site.url, { lang: 'en' })
  await app.lookUp(typed)
  await expect(stay.button('start')).toBeVisible()
  await expect(stay.button('undo')).toHaveCount(0)
})

test('where a slope may fall or a house be carried away, one leaves from every floor of every building', async ({
  host,
  app,
}) => {
  const stay = new StayDriver(app)
  const answer = new AnswerDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const slope = survey.spot('reached by a landslide', isReachedBy('landslide'))
  const bank = survey.spot('in a house-collapse zone', isReachedBy('houseCollapse'))
  const collapse = reaching(bank.risk).find(({ kind }) => kind === 'houseCollapse')
  const landslide = reaching(slope.risk).find(({ kind }) => kind === 'landslide')
  if (collapse?.kind !== 'houseCollapse' || landslide?.kind !== 'landslide') throw new Error('no such zone')
  const planned = landslide.zones[0]?.planned === true
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  const homes = [
    { storeys: 1, floor: 1, stock: 28 },
    { storeys: 14, floor: 13, structure: 'reinforced', stock: 28 },
  ] as const
  for (const [index, home] of homes.entries()) {
    await app.lookUp(slope.typed)
    await stay.tell(home, index === 0 ? 'start' : 'change')
    await stay.says('stay:headline.leave')
    await stay.says(`stay:fact.landslide.${planned ? 'planned' : landslide.zone}`)
    await stay.says('stay:change.nothing')
    await answer.comfortsNobody()
    await app.lookUp(bank.typed)
    await stay.says('stay:headline.leave')
    await stay.says(`stay:fact.collapse.${collapse.zone}`)
    await stay.says('stay:change.nothing')
    await answer.comfortsNobody()
  }
})

test('where a data set is missing, real data say "not known" and name what is missing', async ({
  host,
  app,
}) => {
  test.skip(REAL === null, 'there is no pack of real data')
  if (REAL === null) return
  const stay = new StayDriver(app)
  const answer = new AnswerDriver(app)
  const survey = await surveyOf(REAL.packs, REAL.code)
  const { typed } = survey.spot(
    'flooded to 3 m at most, without data on landslides',
    ({ hazards }) =>
      hazards.some((one) => one.answer === 'hazard' && one.kind === 'flood' && one.depth.max === 3) &&
      hazards.some((one) => one.answer === 'dataUnavailable' && one.kind === 'landslide'),
  )
  const site = await host(REAL.packs)
  await app.open(`${site.url}?area=${REAL.code}`, { lang: 'ja' })
  await app.lookUp(typed)
  await stay.tell({ storeys: 2, floor: 2, stock: 28 }, 'start')
  await stay.says('stay:headline.notKnown')
  await stay.says('risk:headline.dataUnavailable.landslide')
  await stay.says('stay:change.askCity')
  await answer.comfortsNobody()
})
