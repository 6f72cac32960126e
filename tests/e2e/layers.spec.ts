import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { surveyOf, type Survey } from '../support/find-place.ts'
import { expect, SAMPLE, test } from './drivers/browser.ts'
import { LayersDriver } from './drivers/layers-driver.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const states = ({ area }: Survey, id: ZoneLayerId): readonly string[] =>
  area.manifest.layers.filter(({ draws }) => draws === id).map(({ state }) => state)
const isThere = (survey: Survey, id: ZoneLayerId): boolean =>
  states(survey, id).some((state) => state === 'built' || state === 'partial')
const ALL = ZONE_LAYERS.map(({ id }) => id)
const isWater = (id: ZoneLayerId): boolean => zoneLayerOf(id).measure !== 'zone'

test('each layer can be shown and hidden, offline: the map changes, and the legend names it', async ({
  host,
  app,
}) => {
  test.setTimeout(240_000)
  const layers = new LayersDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  await layers.lookWide()
  await app.openOffline(await host(), { area: SAMPLE.code, lang: 'ja' })
  let rest = ALL.filter((id) => isThere(survey, id))
  expect(rest.length).toBeGreaterThan(8)
  while (rest.length > 0) {
    const { spot, layers: here } = survey.spotOfMost(rest)
    rest = rest.filter((id) => !here.includes(id))
    await app.lookUp(spot.typed)
    await app.show('layers')
    await layers.choose('noWater')
    const bare = await layers.picture()
    let now = bare
    for (const id of here.filter(isWater))
      await test.step(id, async () => {
        await expect(layers.legend(id)).toHaveCount(0)
        now = await layers.changes([bare, now], () => layers.press(layers.control(id)))
        await expect(layers.control(id)).toBeChecked()
        await expect(layers.legend(id)).toBeVisible()
      })
    await layers.comesBack(bare, () => layers.choose('noWater'))
    for (const id of here.filter((id) => !isWater(id)))
      await test.step(id, async () => {
        await expect(layers.legend(id)).toBeVisible()
        await layers.changes([bare], () => layers.press(layers.control(id)))
        await expect(layers.control(id)).not.toBeChecked()
        await expect(layers.legend(id)).toHaveCount(0)
        await layers.comesBack(bare, () => layers.press(layers.control(id)))
        await expect(layers.legend(id)).toBeVisible()
      })
  }
})

test('a layer without data is named with the reason, and cannot be switched on', async ({ host, app }) => {
  const layers = new LayersDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const site = await host()
  await layers.lookWide()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  await app.show('layers')
  const missing = ALL.filter((id) => !isThere(survey, id))
  expect(missing.length).toBeGreaterThan(0)
  for (const id of ALL) {
    await expect(layers.control(id)).toHaveCount(missing.includes(id) ? 0 : 1)
    await expect(layers.reason(id)).toHaveCount(missing.includes(id) ? 1 : 0)
  }
  for (const id of missing) {
    const why = states(survey, id).includes('missing') ? 'missing' : 'absent'
    await expect(layers.reason(id)).toHaveText(app.words(`layers:${why}`))
  }
})

test('several layers of water at once, one river alone, no hatching, other colours: each changes the map', async ({
  host,
  app,
}) => {
  test.setTimeout(240_000)
  const layers = new LayersDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  await layers.lookWide()
  await app.openOffline(await host(), { area: SAMPLE.code, lang: 'en' })
  const { spot, layers: here } = survey.spotOfMost(ALL.filter(isWater))
  const [first, second] = here.filter((id) => zoneLayerOf(id).measure === 'depth')
  if (first === undefined || second === undefined) throw new Error('two kinds of water meet nowhere')
  await app.lookUp(spot.typed)
  await app.show('layers')
  await layers.press(layers.control(first))
  const one = await layers.picture()
  await layers.press(layers.switch('several'))
  const two = await layers.changes([one], () => layers.press(layers.control(second)))
  await expect(layers.control(first)).toBeChecked()
  await expect(layers.control(second)).toBeChecked()
  await expect(layers.legend(first)).toBeVisible()
  await expect(layers.legend(second)).toBeVisible()
  await layers.changes([two], () => layers.choose('palettes.distinct'))

  const ofOne = survey.spot('flooded by one river of several', ({ hazards }) =>
    hazards.some(
      (one) =>
        one.answer === 'hazard' && one.kind === 'flood' && one.scenario === 'max' && one.rivers.length === 1,
    ),
  )
  const flood = ofOne.risk.hazards.find(({ kind, scenario }) => kind === 'flood' && scenario === 'max')
  const its = flood?.answer === 'hazard' && flood.kind === 'flood' ? flood.river?.name : undefined
  const another = survey.area.manifest.layers.find(
    ({ draws, river }) => draws === 'flood-max' && river !== null && river.name !== its,
  )
  await app.lookUp(ofOne.typed)
  await app.show('layers')
  await layers.press(layers.switch('several'))
  await layers.press(layers.control('flood-max'))
  const all = await layers.picture()
  await layers.changes([all], () => layers.chooseRiver(another?.river?.name ?? ''))

  const unstudied = survey.spot('never studied for floods', ({ hazards }) =>
    hazards.some(({ kind, answer }) => kind === 'flood' && answer === 'notAssessed'),
  )
  await app.lookUp(unstudied.typed)
  await app.show('layers')
  await expect(layers.switch('hatch')).toBeChecked()
  const hatched = await layers.picture()
  await layers.changes([hatched], () => layers.press(layers.switch('hatch')))
})
