import type { FoundHazard, HazardAnswer, RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { reaching, surveyOf } from '../support/find-place.ts'
import { formerPack } from '../support/former-pack.ts'
import { nextApp, NEXT_MARK } from '../support/next-versions.ts'
import { AnswerDriver } from './drivers/answer-driver.ts'
import type { AppDriver } from './drivers/app-driver.ts'
import { DIST, expect, REAL, SAMPLE, TOWNS, unpainted as test } from './drivers/browser.ts'
import { LayersDriver } from './drivers/layers-driver.ts'
import { patternOf } from './drivers/said.ts'
import { TextDriver } from './drivers/text-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** The sentence of a zone as the published class has it, written down here once more. */
function headlineOf(hazard: FoundHazard): { key: string; params?: Record<string, number> } {
  if (hazard.kind === 'houseCollapse') return { key: `risk:headline.houseCollapse.${hazard.zone}` }
  if (hazard.kind === 'landslide')
    return { key: `risk:headline.landslide.${hazard.zone}.${hazard.zones[0]?.phenomenon ?? ''}` }
  const { min, max } = hazard.depth
  if (max === null) return { key: `risk:headline.${hazard.kind}.above`, params: { min } }
  return min === 0
    ? { key: `risk:headline.${hazard.kind}.below`, params: { max } }
    : { key: `risk:headline.${hazard.kind}.between`, params: { min, max } }
}

const said = (app: AppDriver, { key, params }: ReturnType<typeof headlineOf>) => app.words(key, params)

const nameOf = ({ kind, scenario }: HazardAnswer): string =>
  kind === 'flood' ? `hazards:name.flood.${scenario}` : `hazards:name.${kind}`

/** The names of the cards as they have to stand: zones first, then a lesser scale, the unknown, and what has no zone. */
function expectedOrder({ hazards }: RiskAnswer): readonly string[] {
  const groups: Readonly<Record<'zones' | 'lesser' | 'unknown' | 'none', HazardAnswer[]>> = {
    zones: [],
    lesser: [],
    unknown: [],
    none: [],
  }
  const groupOf = ({ answer, kind, scenario }: HazardAnswer): keyof typeof groups => {
    if (answer === 'assessedNone' || answer === 'noZonePublished') return 'none'
    if (answer !== 'hazard') return 'unknown'
    const isLargest =
      scenario === 'max' ||
      !hazards.some((one) => one.kind === kind && one.answer === answer && one.scenario === 'max')
    return isLargest ? 'zones' : 'lesser'
  }
  for (const hazard of hazards) groups[groupOf(hazard)].push(hazard)
  return Object.entries(groups).flatMap(([group, members]) =>
    group === 'zones' || members.length === 0
      ? members.map(nameOf)
      : [`risk:group.${group}`, ...members.map(nameOf)],
  )
}

const isFourfold = ({ hazards }: RiskAnswer): boolean =>
  new Set(hazards.filter(({ answer }) => answer === 'hazard').map(({ kind }) => kind)).size >= 4 &&
  hazards.some(({ answer }) => answer === 'assessedNone' || answer === 'noZonePublished')

test('four hazards at one place, offline: each with name, headline and source, the worst first', async ({
  host,
  app,
}) => {
  const answer = new AnswerDriver(app)
  const layers = new LayersDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const spot = survey.spot('reached by four hazards', isFourfold)
  const site = await host()
  await layers.lookWide()
  await app.openOffline(site, { area: SAMPLE.code, lang: 'ja' })
  for (const lang of ['ja', 'en'] as const)
    await test.step(lang, async () => {
      await app.open(site.url, { lang })
      await app.lookUp(spot.typed)
      const zones = reaching(spot.risk)
      const order = await answer.order()
      const expected = expectedOrder(spot.risk)
      expect(order).toHaveLength(expected.length)
      for (const [index, key] of expected.entries()) expect(order[index]).toMatch(app.words(key))
      await answer.unfold()
      for (const zone of zones) {
        const where = zone === zones[0] ? answer.headline() : answer.card(zone)
        await expect(where).toContainText(said(app, headlineOf(zone)))
        const credits = survey.area.manifest.sources.filter(({ id }) => zone.sources.includes(id))
        expect(credits.length).toBeGreaterThan(0)
        for (const { credit } of credits)
          await expect(answer.card(zone).getByText(credit).first()).toBeVisible()
      }
      await answer.comfortsNobody()
      const flood = layers.description().filter({ hasText: app.words('layers:name.flood-max') })
      await expect(flood).toContainText(app.oneOf(['map:view.depth', 'map:view.depthOpen']), {
        timeout: 30_000,
      })
      for (const kind of ['landslide', 'houseCollapse'])
        await expect(
          layers.description().filter({ hasText: app.words(`layers:kind.${kind}`) }),
        ).not.toHaveCount(0)
    })
})

for (const town of TOWNS)
  test(`${town.code}: where nobody has studied the floods, the answer and the text say so, with who says it`, async ({
    host,
    app,
  }) => {
    const answer = new AnswerDriver(app)
    const survey = await surveyOf(town.packs, town.code)
    const spot = survey.spot('never studied for floods', ({ hazards }) =>
      hazards.some(
        (one) =>
          one.kind === 'flood' &&
          one.scenario === 'max' &&
          one.answer === 'notAssessed' &&
          (town !== REAL || one.coverage === 'flood-hama'),
      ),
    )
    const flood = spot.risk.hazards.find((one) => one.kind === 'flood' && one.answer === 'notAssessed')
    const entry = survey.area.manifest.coverage.find(
      ({ id }) => flood?.answer === 'notAssessed' && id === flood.coverage,
    )
    if (entry === undefined) throw new Error('the coverage is not in the manifest')
    const note = patternOf(entry.note['en'] ?? entry.note['ja'] ?? '')
    await app.openOffline(await host(town.packs), { area: town.code, lang: 'en' })
    await app.lookUp(spot.typed)
    const order = await answer.order()
    const group = order.findIndex((title) => app.words('risk:group.unknown').test(title))
    const card = order.findIndex((title) => app.words('hazards:name.flood.max').test(title))
    expect(group).toBeGreaterThanOrEqual(0)
    expect(card).toBeGreaterThan(group)
    await answer.unfold()
    const told = answer.card({ kind: 'flood', scenario: 'max' })
    await expect(told).toContainText(app.words('risk:headline.notAssessed.flood'))
    await expect(told.getByText(note)).toBeVisible()
    await expect(told.getByText(entry.source, { exact: true })).toBeVisible()
    await answer.comfortsNobody()
    await new TextDriver(app).show('text')
    const gap = answer.gaps().filter({ hasText: note })
    await expect(gap, 'the sentence, once').toHaveCount(1)
    await expect(gap).toBeVisible()
    await expect(gap).toContainText(entry.source)
    await expect(gap).toContainText(app.words('hazards:name.flood.max'))
    await answer.comfortsNobody()
  })

/** Times, or why none can be told. */
const TOLD_OF_TIDES = ['high.today', 'high.tonight', 'high.tomorrow', 'clock', 'failed', 'unreadable'].map(
  (key) => `tide:${key}`,
)

for (const town of TOWNS)
  test(`${town.code}: offline, high tides and what the city keeps nearby stand in the answer`, async ({
    host,
    app,
  }) => {
    const answer = new AnswerDriver(app)
    const { area, at } = await surveyOf(town.packs, town.code)
    await app.openOffline(await host(town.packs), { area: town.code, lang: 'ja' })
    await app.lookUp((await town.place()).name)
    const hasGauge = area.manifest.files.some(({ role }) => role === 'tide')
    await expect(answer.tide()).toHaveCount(hasGauge ? 1 : 0)
    if (hasGauge) {
      await expect(answer.tide()).toContainText(app.oneOf(TOLD_OF_TIDES))
    }
    const kinds = [...new Set((area.features ?? []).map(({ kind }) => kind))]
    for (const kind of kinds)
      await test.step(kind, async () => {
        const feature = (area.features ?? []).find((one) => one.kind === kind)
        if (feature === undefined) return
        await app.lookUp(at(feature.at).typed)
        await expect(answer.around(kind)).toBeVisible()
        await expect(answer.around(kind)).toContainText(feature.name?.ja ?? feature.note ?? '')
      })
  })

test('a kept pack of the former shape still answers floods after an update, and the new one takes its place', async ({
  host,
  app,
  page,
}) => {
  const answer = new AnswerDriver(app)
  const former = formerPack(SAMPLE.packs, SAMPLE.code)
  const now = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const then = await surveyOf(former, SAMPLE.code)
  const more = (risk: RiskAnswer) => reaching(risk).find(({ kind }) => kind === 'tsunami')
  const { typed, risk } = then.spot(
    'flooded, and by a tsunami too',
    ({ hazards, at }) =>
      hazards.some(({ answer }) => answer === 'hazard') && more(now.at(at).risk) !== undefined,
  )
  const [flood] = reaching(risk)
  const tsunami = more(now.at(risk.at).risk)
  if (flood === undefined || tsunami === undefined) throw new Error('the places do not agree')
  const site = await host(former)
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'ja' })
  await app.isReadyOffline()
  const newApp = nextApp(DIST)
  await site.serve({ dir: newApp, packs: former })
  await app.open(site.url)
  await app.tells('app:update.ready', 30_000)
  await page.getByRole('button', { name: app.words('app:update.now') }).click()
  await expect(page.locator(NEXT_MARK)).toHaveCount(1)
  await app.isUp()
  await site.kill()
  await page.reload()
  await app.lookUp(typed)
  await expect(answer.headline()).toContainText(said(app, headlineOf(flood)))
  await expect(answer.card(tsunami)).toContainText(app.words('risk:headline.dataUnavailable.tsunami'))
  await answer.comfortsNobody()
  await site.serve({ dir: newApp, packs: SAMPLE.packs })
  await site.revive()
  await app.open(site.url)
  await app.tells('app:banner.newData', 60_000)
  await site.kill()
  await app.open(site.url)
  await app.lookUp(typed)
  await answer.unfold()
  const zones = now.at(risk.at).risk
  for (const zone of reaching(zones))
    await expect(zone === reaching(zones)[0] ? answer.headline() : answer.card(zone)).toContainText(
      said(app, headlineOf(zone)),
    )
})
