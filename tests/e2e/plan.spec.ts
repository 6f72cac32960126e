import { normaliseForCode } from '#domain/plan/code/normalise.ts'
import { planText } from '#domain/plan/normalise-plan.ts'
import { writePlanFile } from '#domain/plan/plan-file.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Plan, PlanPlace } from '#domain/plan/plan.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { anEmptyPlan } from '../support/a-plan.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import { surveyOf } from '../support/find-place.ts'
import { AppDriver, expect, REAL, SAMPLE, test } from './drivers/browser.ts'
import { PlanDriver } from './drivers/plan-driver.ts'
import { markupOf, type Tag } from './drivers/said.ts'

/** Nothing glides: the map is where it goes at once, and no journey waits for it. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const TOWN = REAL ?? SAMPLE
const has = (tag: Tag, key: string): boolean => {
  try {
    return markupOf(tag, key) !== ''
  } catch {
    return false
  }
}

test('a family of four at a flooded home: interview, timeline, map, offline, paper, QR codes, another phone', async ({
  host,
  app,
  page,
  browser,
}) => {
  test.setTimeout(300_000)
  const plan = new PlanDriver(app)
  const survey = await surveyOf(TOWN.packs, TOWN.code)
  const [west, south] = survey.area.manifest.bounds
  const home = survey.spot('a flooded home', ({ hazards }) =>
    hazards.some((one) => one.kind === 'flood' && one.answer === 'hazard' && one.rank >= 2),
  )
  const near = (east: number, north: number) =>
    survey.at([home.at[0] + east / 1000, home.at[1] + north / 1000]).typed
  expect(home.at[0]).toBeGreaterThan(west)
  expect(home.at[1]).toBeGreaterThan(south)
  const site = await host(TOWN.packs)
  await app.open(`${site.url}?area=${TOWN.code}`, { lang: 'ja' })
  await app.isReadyOffline()

  await plan.begin()
  await plan.pickPlace(home.typed)
  await plan.next()
  await plan.asks('building')
  await plan.choose('stay:form.storeys', /^2/)
  await plan.choose('stay:form.floor', /^2/)
  await plan.next()
  for (const who of ['adult', 'adult', 'child', 'child']) await plan.press(`interview:people.add.${who}`)
  await plan.next()
  await plan.asks('needs')
  await plan.next()
  await plan.next()
  await plan.asks('hazards')
  await plan.next()
  await plan.asks('destinations')
  for (let chosen = 0; chosen < 2; chosen += 1) await plan.press('interview:destinations.chooseNamed')
  await plan.press('interview:toEnd')
  await plan.press('interview:end.draft')
  await expect(page).toHaveTitle(app.words('app:title.timeline'))
  await expect(page.getByText(app.words('timeline:step.leaveAll.to')).first()).toBeVisible()

  await plan.addMark('danger', 'underpass', near(1, 0))
  await plan.addMark('help', 'aed', near(0, 1))
  await plan.go('myMap')
  await plan.press('mymap:part.danger.add')
  await plan.choose('mymap:thing.kind', app.words('mymap:kind.mark.wall'))
  await page.locator('input[type=file]').first().setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: await page.screenshot() }) // prettier-ignore
  await expect(page.getByText(app.words('mymap:photo.kept')).first()).toBeAttached()
  // So much that the whole plan needs several codes: characters that no dictionary shortens.
  const note = Array.from({ length: 450 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  )
  await page.getByLabel(app.words('mymap:thing.note')).fill(note.join(''))
  await plan.pickPlace(near(1, 1))
  await plan.press('mymap:thing.save')
  await plan.go('myMap')
  await plan.press('mymap:part.routes.add')
  await plan.drawLine([
    [0.3, 0.3],
    [0.5, 0.5],
    [0.7, 0.4],
  ])
  await plan.press('mymap:thing.save')
  await expect(page).toHaveTitle(app.words('app:title.myMap'))
  await plan.isSaved()

  await site.kill()
  await page.reload()
  await plan.go('myMap')
  const [kept] = await plan.stored()
  if (kept === undefined) throw new Error('no plan lies on the device')
  expect(kept.marks).toHaveLength(3)
  expect(kept.marks.filter(({ photo }) => photo !== null)).toHaveLength(1)
  expect(kept.routes[0]?.line.length).toBeGreaterThanOrEqual(3)
  expect(kept.household.members).toHaveLength(4)
  for (const { name } of [kept.destinations[0], kept.destinations[1]].filter((one) => one !== undefined))
    await expect(page.getByText(name).first()).toBeVisible()

  await plan.go('paper')
  await expect(
    page.getByRole('img', {
      name: app.oneOf(['paper:map.alt_one', 'paper:map.alt_other'].filter((key) => has(app.tag, key))),
    }),
  ).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('article')).toContainText(kept.destinations[0]?.name ?? '')

  await page.goBack()
  await plan.go('share')
  await plan.choose('share:code.parts', app.words('share:code.all'))
  const codes = await plan.readCodes()
  expect(codes.length).toBeGreaterThan(1)
  for (const text of codes) expect(text.length).toBeLessThanOrEqual(1000)

  const other = await browser.newContext()
  const phone = new AppDriver(await other.newPage())
  phone.tag = 'en'
  const theirs = new PlanDriver(phone)
  const again = await host(TOWN.packs)
  for (const text of codes.toReversed()) {
    await phone.page.goto(`${again.url}?area=${TOWN.code}&lang=en#${new URL(text).hash.slice(1)}`)
    await phone.isUp()
    await expect(phone.page).toHaveTitle(phone.words('app:title.received'))
    expect(new URL(phone.page.url()).hash).toBe('#/received')
    await expect(phone.page.getByText(phone.oneOf(['share:in.parts', 'share:received.fromSomebody'])).first()).toBeVisible() // prettier-ignore
  }
  await expect(phone.page.getByText(phone.words('share:received.fromSomebody')).first()).toBeVisible()
  expect(await theirs.stored()).toEqual([])
  await theirs.press('share:received.keep')
  await theirs.isSaved()
  const [got] = await theirs.stored()
  if (got === undefined) throw new Error('nothing arrived')
  expect(planText(got)).toBe(planText(normaliseForCode(kept, { parts: 'all', position: 'exact' })))
  await other.close()
})

test('a plan from a file: the relative on a slope leaves, the flat above the water may stay, the only destination is in the zone', async ({
  host,
  app,
  page,
}) => {
  const plan = new PlanDriver(app)
  const survey = await surveyOf(SAMPLE.packs, SAMPLE.code)
  const flat = { storeys: 8, floor: 5, structure: 'reinforced', stockHours: 72 } as const
  const isFlooded = ({ hazards }: RiskAnswer) =>
    hazards.some((one) => one.kind === 'flood' && one.answer === 'hazard' && one.depth.min >= 0.5)
  const flooded = survey.spot('deep water', isFlooded)
  const slope = survey.spot('a landslide zone', ({ hazards }) =>
    hazards.some((one) => one.kind === 'landslide' && one.answer === 'hazard'),
  )
  const above = survey.spot(
    'a flood below the fifth floor that is gone in three days',
    (risk) =>
      isFlooded(risk) && decideStay(risk, { ...flat, household: [] }).overall.result === 'stayPossible',
  )
  const house = { ...flat, storeys: 2, floor: 2 }
  const place = (
    id: string,
    kind: PlanPlace['kind'],
    name: string,
    { at }: { at: LngLat },
    building: PlanPlace['building'],
  ) =>
    // prettier-ignore
    ({ id, kind, name, at: [...at] as [number, number], building, members: [], note: '' })
  const theirs: Plan = {
    ...anEmptyPlan({ name: 'Three homes', area: SAMPLE.code }),
    places: [
      place('i1', 'home', 'Ours', flooded, house),
      place('i2', 'parents', 'Grandma', slope, house),
      place('i3', 'other', 'Flat', above, flat),
    ],
    destinations: [
      { id: 'i4', kind: 'relative', site: null, name: 'Uncle', at: [...flooded.at], hazards: [], by: 'walk', minutes: null, phone: '', note: '' }, // prettier-ignore
    ],
    timelines: [{ hazard: 'flood', steps: [{ id: 'i5', trigger: 'city4', what: { type: 'code', code: 'leaveAll' }, who: [], done: false }] }], // prettier-ignore
  }
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  await plan.bringFile('three-homes.minna.json', writePlanFile(theirs, new Map(), 0))
  await plan.press('share:received.keep')
  await plan.isSaved()
  await plan.go('myMap')
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect(row('Grandma').first()).toContainText(app.words('stay:result.leave'))
  await expect(row('Flat').first()).toContainText(app.words('stay:result.stayPossible'))
  await row('Flat')
    .first()
    .getByRole('button', { name: app.words('mymap:row.edit') })
    .click()
  await expect(page.getByText(app.words('stay:headline.upstairs', { floor: 5 })).first()).toBeVisible()
  await expect(page.getByText(app.words('stay:fact.depthBelowFloor')).first()).toBeVisible()
  await plan.go('timeline')
  await expect(page.getByText(app.words('timeline:warning.onlyInZone')).first()).toBeVisible()
})

test('two tabs: an edit in one appears in the other, and a storage that breaks is told until it is saved', async ({
  host,
  app,
  context,
}) => {
  const plan = new PlanDriver(app)
  const site = await host()
  await app.open(`${site.url}?area=${SAMPLE.code}`, { lang: 'en' })
  await plan.begin()
  await plan.pickPlace('30.00340, 135.01851')
  await plan.isSaved()
  const second = new AppDriver(await context.newPage())
  second.tag = 'en'
  const there = new PlanDriver(second)
  await second.open(site.url, { lang: 'en' })
  await there.addMark('danger', 'dark', '30.00350, 135.01861')
  await there.isSaved()
  await plan.addMark('help', 'toilet', '30.00360, 135.01871')
  await plan.isSaved()
  await there.go('myMap')
  for (const kind of ['dark', 'toilet'])
    await expect(second.page.getByText(second.words(`mymap:kind.mark.${kind}`)).first()).toBeVisible()
  expect((await plan.stored())[0]?.marks).toHaveLength(2)

  const broken = new AppDriver(await context.newPage())
  broken.tag = 'en'
  await broken.page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name, version) => {
      if (name === 'mhm-plans') throw new DOMException('no', 'UnknownError')
      return open(name, version)
    }
  })
  await broken.open(site.url, { lang: 'en' })
  const lost = new PlanDriver(broken)
  await lost.begin()
  await lost.pickPlace('30.00340, 135.01851')
  await lost.go('plan')
  const notice = new RegExp(
    ['noStorage', 'notAnswering', 'lost'].map((why) => broken.words(`plan:trouble.${why}`).source).join('|'),
  )
  await expect(broken.page.getByText(notice).first()).toBeVisible()
  await expect(lost.button('plan:export').first()).toBeVisible()
  await expect(broken.page.getByText(broken.words('plan:state.unsaved')).first()).toBeVisible()
})
