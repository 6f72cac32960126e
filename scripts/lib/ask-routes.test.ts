import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Closure } from '#domain/closures/closure.ts'
import { writeFeed } from '#domain/closures/write-feed.ts'
import { readTime } from '#domain/closures/time.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { SLOPE_UNKNOWN, STEPS } from '#domain/routes/graph.ts'
import { aClosure, aFeed } from '#tests/support/a-closure.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { askRoute, routeAsker, routeJson, type RouteAsker } from './ask-routes.ts'
import { BadRequest } from './asked.ts'
import { encodeGraph, orderGraph, toSpot, type DraftEdge } from './encode-graph.ts'
import { printRoute } from './print-route.ts'
import { readRouteRequest, type RouteOptions } from './route-request.ts'

/** In front of the house; the corner at the site; the corner up the hill. */
const HOUSE: LngLat = [135.04, 30.02]
const GATE: LngLat = [135.045, 30.02]
const HILL: LngLat = [135.0425, 30.024]
const SITE = aSite({ id: 'S', at: [135.0451, 30.02] })

const anEdge = (from: number, till: number, changes: Partial<DraftEdge> = {}): DraftEdge => ({
  from,
  till,
  points: [],
  class: 'residential',
  flags: 0,
  slope: SLOPE_UNKNOWN,
  name: null,
  ranks: [0],
  ...changes,
})

/** Straight through water of 0.5 to 3 m, or round over the hill and down some steps. */
const TOWN_WITH_WAYS = anArea({
  sites: [SITE, aSite({ id: 'Z', at: [135.02, 30.02] })],
  graph: encodeGraph(
    orderGraph({
      nodes: [HOUSE, GATE, HILL].map(toSpot),
      edges: [
        anEdge(0, 1, { ranks: [2], name: { ja: '川沿いの道', ref: null } }),
        anEdge(0, 2),
        anEdge(2, 1, { flags: STEPS }),
      ],
      hazards: ['flood'],
    }),
  ),
})

const NOW = '2026-07-01T09:40:00+09:00'

async function anAsker(options: RouteOptions = {}, area: Area = TOWN_WITH_WAYS): Promise<RouteAsker> {
  const request = await readRouteRequest({ hazard: 'flood', now: NOW, ...options }, '99201', 0)
  return routeAsker(area, request)
}

async function ask(options: RouteOptions = {}, from: LngLat = HOUSE, area: Area = TOWN_WITH_WAYS) {
  const asker = await anAsker(options, area)
  return routeJson(asker, askRoute(asker, from))
}

/** A file of closures in a folder of its own. */
async function aFile(closures: readonly Closure[], area = '99201'): Promise<string> {
  const written = writeFeed(aFeed({ area, closures }))
  if (!written.ok) throw new Error(written.detail)
  const file = join(await temporaryFolder(), 'closures.json')
  await writeFile(file, written.value)
  return file
}

const onWay = (id: string, from: LngLat, till: LngLat, changes: Partial<Closure> = {}): Closure =>
  aClosure({ id, shape: { kind: 'line', lines: [[from, till]] }, ...changes })

describe('the way as data', () => {
  it('keeps out of the water where it can, and tells what is not known on it', async () => {
    const way = await ask()
    expect(way).toMatchObject({
      site: { id: 'S', name: '見本小学校', kind: 'emergencySite', designated: { flood: true } },
      exposure: [],
      manner: 'least',
      profile: 'adult',
      night: false,
      closuresUsed: { state: 'never' },
      perhapsClosedMetres: 0,
      leaveBy: null,
      others: [],
    })
    if (!('metres' in way)) throw new Error('no way')
    expect(way.metresAlong).toBeGreaterThan(900)
    expect(way.metres).toBeCloseTo(way.metresAlong + way.metresBeside, 5)
    expect(way.snappedMetres.to).toBeCloseTo(9.6, 0)
    expect(way.minutes).toBe(Math.ceil(way.seconds / 60))
    expect(way.unknown.map(({ kind }) => kind).sort()).toEqual([
      'houseCollapse',
      'inlandFlood',
      'landslide',
      'pond',
    ])
    expect(way.unknownMetres).toBe(way.metresAlong)
    expect(way.coordinates).toEqual([HOUSE, HILL, GATE])
    expect(way.steps.map(({ kind }) => kind)).toEqual(['depart', 'steps', 'arrive'])
  })

  it('is the shortest through the water when zones are told to count for nothing', async () => {
    const way = await ask({ 'ignore-hazards': true })
    expect(way).toMatchObject({
      manner: 'ignore',
      exposure: [{ kind: 'flood', rank: 2, label: '0.5-3 m' }],
      coordinates: [HOUSE, GATE],
      steps: [{ kind: 'depart', road: { ja: '川沿いの道' } }, { kind: 'arrive' }],
    })
    if ('metres' in way) expect(way.exposure[0]?.metres).toBe(way.metresAlong)
  })

  it('leads a wheelchair through the water rather than down the steps, and nowhere when zones are no way', async () => {
    expect(await ask({ profile: 'wheelchair' })).toMatchObject({ exposure: [{ kind: 'flood', rank: 2 }] })
    expect(await ask({ profile: 'wheelchair', avoid: true })).toMatchObject({
      route: null,
      why: 'unreachable',
      bars: { steps: 1, deepWater: 1 },
      barredSites: [{ id: 'Z', name: '見本小学校', bar: 'inZone' }],
    })
  })

  it('goes round a closure and tells which one, how old it is, and which lie on no way', async () => {
    const far = aClosure({ id: 'far', shape: { kind: 'point', at: [135.01, 30.05] } })
    const lifted = onWay('lifted', HOUSE, HILL, { status: 'lifted' })
    const closures = await aFile([onWay('river', HOUSE, GATE), far, lifted])
    expect(await ask({ closures, 'ignore-hazards': true })).toMatchObject({
      coordinates: [HOUSE, HILL, GATE],
      closuresUsed: {
        state: 'current',
        count: 3,
        inForce: 2,
        onWays: ['river'],
        unplaced: ['far'],
        issued: '2026-07-01T09:30:00+09:00',
        ageSeconds: 600,
        expired: false,
        signatureChecked: false,
      },
    })
  })

  it('opens no road by silence: what had not ended at the issue of an old feed still counts', async () => {
    const end = readTime('2026-07-01T10:00:00+09:00')
    const closures = await aFile([onWay('river', HOUSE, GATE, { end })])
    const later = { closures, 'ignore-hazards': true }
    expect(await ask({ ...later, now: '2026-07-01T10:01:00+09:00' })).toMatchObject({
      coordinates: [HOUSE, GATE],
      closuresUsed: { state: 'ageing', inForce: 0, onWays: [] },
    })
    expect(await ask({ ...later, now: '2026-07-02T10:00:00+09:00' })).toMatchObject({
      coordinates: [HOUSE, HILL, GATE],
      closuresUsed: { state: 'old', expired: true, inForce: 1, onWays: ['river'] },
    })
  })

  it('tells a closure that does not say whether people pass as metres that are perhaps closed', async () => {
    const access = { foot: null, wheelchair: null, bicycle: null, car: false, truck: null, emergency: null }
    const works = { reason: 'construction', depth: null, access } as const
    const closures = await aFile([onWay('a', HOUSE, HILL, works), onWay('b', HOUSE, GATE, works)])
    const way = await ask({ closures, 'ignore-hazards': true })
    if (!('metres' in way)) throw new Error('no way')
    expect(way.perhapsClosedMetres).toBe(way.metresAlong)
  })

  it('finds no way when all are closed, and says what bars', async () => {
    const closures = await aFile([onWay('a', HOUSE, GATE), onWay('b', HOUSE, HILL)])
    expect(await ask({ closures })).toMatchObject({ route: null, why: 'unreachable', bars: { closed: 2 } })
  })

  it('leads to a place that is no site, and says which end is too far from every way', async () => {
    expect(await ask({ 'route-to': '30.024,135.0425' })).toMatchObject({
      site: null,
      coordinates: [HOUSE, HILL],
    })
    const none = { route: null, why: 'unsnappable' }
    expect(await ask({ 'route-to': '30.05,135.01' })).toMatchObject({ ...none, end: 'to' })
    expect(await ask({}, [135.01, 30.05])).toMatchObject({ ...none, end: 'from' })
    expect(await ask({ 'route-to': '31,135' })).toMatchObject({ route: null, why: 'outsidePack', end: 'to' })
  })

  it('tells by when to leave before the water closes the zones, or that it is too late', async () => {
    const through = { 'ignore-hazards': true, profile: 'wheelchair' }
    expect(await ask({ ...through, 'water-in': '60' })).toMatchObject({
      leaveBy: { kind: 'leave', slack: 'over30' },
    })
    expect(await ask({ ...through, 'water-in': '5' })).toMatchObject({ leaveBy: { kind: 'tooLate' } })
  })

  it.each([
    ['outsidePack', {}, [136, 31] as LngLat],
    ['sitesUnreadable', { sites: null }, HOUSE],
    ['noSites', { sites: [] }, HOUSE],
    ['noGraph', { graph: null }, HOUSE],
    ['notLoaded', { graph: 'missing' }, HOUSE],
    ['damaged', { graph: 'damaged' }, HOUSE],
  ] as const)('says %s as what it is', async (why, changes, from) => {
    expect(await ask({}, from, { ...TOWN_WITH_WAYS, ...changes })).toMatchObject({ route: null, why })
  })

  it('gives ways to as many different sites as were asked for, and no site twice', async () => {
    const sites = [SITE, aSite({ id: 'T', at: [135.0426, 30.024] })]
    const way = await ask({ count: '5' }, HOUSE, { ...TOWN_WITH_WAYS, sites })
    expect(way).toMatchObject({ site: { id: 'T' }, others: [{ site: { id: 'S' } }] })
  })
})

describe('a question that cannot be meant', () => {
  it.each<readonly [string, RouteOptions]>([
    ['--hazard', { hazard: 'rain' }],
    ['--profile bird', { profile: 'bird' }],
    ['--now', { now: '2026-07-01' }],
    ['--count 0', { count: '0' }],
    ['--count', { count: '2', 'route-to': '30,135' }],
    ['--route-to here', { 'route-to': 'here' }],
    ['--avoid and --ignore-hazards', { avoid: true, 'ignore-hazards': true }],
    ['--water-in soon', { 'water-in': 'soon' }],
    ['--water-in: no water', { 'water-in': '30', hazard: 'landslide' }],
    ['--closures', { closures: '/nowhere/closures.json' }],
  ])('is refused in one sentence that begins with %s', async (begins, options) => {
    const refused = await anAsker(options).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(BadRequest)
    expect((refused as Error).message.startsWith(begins)).toBe(true)
  })

  it('tells which file and which feature cannot be read', async () => {
    const file = await aFile([onWay('a', HOUSE, GATE), onWay('b', HOUSE, HILL)])
    const broken = join(await temporaryFolder(), 'broken.json')
    const feed = JSON.parse(await readFile(file, 'utf8')) as {
      features: { properties: Record<string, unknown> }[]
    }
    if (feed.features[1] !== undefined) feed.features[1].properties['reason'] = 'dragons'
    await writeFile(broken, JSON.stringify(feed))
    await expect(anAsker({ closures: broken })).rejects.toThrow(
      new RegExp(`^--closures ${broken}, feature 2 \\(b\\), properties\\.reason: expected `),
    )
  })

  it('takes no closures of another area', async () => {
    const closures = await aFile([], '41207')
    await expect(anAsker({ closures })).rejects.toThrow('area 41207, not of 99201')
  })
})

describe('the way in words', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each(['ja', 'ja-simple', 'en'] as const)('has a sentence for everything in %s', async (tag) => {
    let text = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((some) => {
      text += String(some)
      return true
    })
    const closures = await aFile([onWay('river', HOUSE, GATE), aClosure({ id: 'far' })])
    const asked: readonly (readonly [RouteOptions, LngLat, Partial<Area>])[] = [
      [{ 'water-in': '60', count: '3' }, HOUSE, {}],
      [{ 'ignore-hazards': true, 'water-in': '1' }, HOUSE, {}],
      [{ closures, now: '2026-07-03T00:00:00+09:00' }, HOUSE, {}],
      [{ profile: 'wheelchair', avoid: true }, HOUSE, {}],
      [{ hazard: 'earthquake' }, HOUSE, {}],
      [{ hazard: 'tsunami' }, HOUSE, {}],
      [{ 'route-to': '30.024,135.0425' }, HOUSE, {}],
      [{}, [136, 31], {}],
      [{}, [135.01, 30.05], {}],
      [{}, HOUSE, { sites: null }],
      [{}, HOUSE, { graph: null }],
      [{}, HOUSE, { graph: 'missing' }],
      [{}, HOUSE, { graph: 'damaged' }],
    ]
    for (const [options, from, changes] of asked) {
      const asker = await anAsker(options, { ...TOWN_WITH_WAYS, ...changes })
      await printRoute(asker, askRoute(asker, from), tag)
    }
    expect(text.split('\n').length).toBeGreaterThan(80)
    expect(text.match(/\b[a-z]+:[a-zA-Z.]+\b|\{\{|undefined|null/g)).toBeNull()
  })
})
