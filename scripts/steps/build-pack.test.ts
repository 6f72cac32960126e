import { spawnSync } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { ZONE_LAYER_IDS } from '#domain/hazards/zone-layer.ts'
import { rankAt } from '#domain/ranks/rank-layer.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import { openPack } from '../lib/open-pack.ts'
import {
  aBoundaryZip,
  aCollection,
  aFeature,
  aFloodZip,
  boundaryPath,
  MADE_UP,
  meshPath,
  ring,
  sitesPath,
  SITES_CSV,
  writeMirror,
} from '#tests/support/a-mirror.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { buildPack } from './build-pack.ts'
import type { PackReport } from './pack-report.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')
const MIRROR = resolve(process.env['MIRROR'] ?? join(REPOSITORY, '../shared/mirror'))
const zone = (rank: number, west = 130.105): unknown =>
  aFeature({ A31b_201: rank, A31a_205: rank }, ring(west, 33.105, 0.005))
const river = (...features: unknown[]): Uint8Array => aFloodZip(aCollection(features))

/** A repository with the real manifests and nothing kept by hand. */
async function aRoot(): Promise<string> {
  const root = await temporaryFolder()
  await cp(join(REPOSITORY, 'data', 'sources'), join(root, 'data', 'sources'), { recursive: true })
  return root
}

async function build(files: Record<string, string | Uint8Array>, facts: Record<string, string> = {}) {
  const root = await aRoot()
  const mirror = await writeMirror(await temporaryFolder(), { [boundaryPath]: aBoundaryZip(), ...files })
  await writeMirror(join(root, 'data', 'areas', MADE_UP.code), facts)
  const out = join(root, 'packs')
  const result = await buildPack({ area: MADE_UP.code, root, out, mirror })
  return { ...result, root, out, mirror }
}

const floodAt = (area: Area, at: LngLat) =>
  assessRisk(area, at).hazards.find(({ kind, scenario }) => kind === 'flood' && scenario === 'max')

async function allBytes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')])),
  )
}

describe('buildPack', () => {
  it('builds from one municipality in the official formats, and the pack answers', async () => {
    const { manifest, out, report } = await build({
      [meshPath('4930', '10')]: river(zone(2), zone(4, 130.107)),
      [meshPath('4930', '20')]: river(),
      [sitesPath('2')]: SITES_CSV,
    })
    expect(manifest.area).toEqual({ code: '41999', name: { ja: '架空町' }, kind: 'municipality' })
    expect(manifest.schema).toBe(2)
    expect(manifest.layers.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'flood-max built',
      ...ZONE_LAYER_IDS.filter((id) => id !== 'flood-max').map((id) => `${id} missing`),
    ])
    expect(manifest.layers.map(({ siblings }) => siblings)).toEqual([1, 1, 1, 2, 2, 3, 3, 3, 1, 1, 1, 1, 1])
    expect(manifest.dataDate).toBe('2023')
    expect(manifest.sources.map(({ id, asOf }) => `${id} ${asOf}`)).toEqual([
      'a31b-23 2023',
      'gsi-sites null',
      'n03-2022 2022-01-01',
    ])
    const opened = await openPack(out, '41999')
    if (!opened.ok) throw new Error(opened.detail)
    const flood = (lng: number, lat: number) => floodAt(opened.value, [lng, lat])
    expect(flood(130.106, 33.107)).toMatchObject({ answer: 'hazard', rank: 2, complete: true })
    expect(flood(130.109, 33.107)).toMatchObject({ answer: 'hazard', rank: 4 })
    expect(flood(130.118, 33.118)).toMatchObject({ answer: 'noZonePublished' })
    expect(flood(130.1, 33.125)).toMatchObject({ answer: 'outsidePack' })
    expect(opened.value.sites).toHaveLength(1)
    expect(report.sites.checks.hazards[0]?.designatedInZone).toEqual([
      {
        id: 'E4199900001201',
        name: '架空小学校',
        kind: 'emergencySite',
        rank: 4,
        zones: ['flood-max 5 to 10 m'],
      },
    ])
  })

  it('never says that there is no zone while a file is missing', async () => {
    const { manifest, out } = await build({ [meshPath('4930', '10')]: river(zone(2)) })
    expect(manifest.layers[0]).toMatchObject({ state: 'partial', asOf: '2023' })
    expect(manifest.layers[0]?.missing).toEqual([
      'https://nlftp.mlit.go.jp/ksj/gml/data/A31a/A31a-25/A31a-25_41_10_GEOJSON.zip',
      'https://nlftp.mlit.go.jp/ksj/gml/data/A31a/A31a-25/A31a-25_41_20_GEOJSON.zip',
      'https://nlftp.mlit.go.jp/ksj/gml/data/A31a/A31a-25/A31a-25_89_10_GEOJSON.zip',
      'https://nlftp.mlit.go.jp/ksj/gml/data/A31b/A31b-25/A31b-25_20_4930_GEOJSON.zip',
    ])
    const opened = await openPack(out, '41999')
    if (!opened.ok) throw new Error(opened.detail)
    expect(floodAt(opened.value, [130.118, 33.118])).toMatchObject({
      answer: 'dataUnavailable',
      why: 'partial',
    })
  })

  it('calls a copy that was cut to a part of the municipality partial', async () => {
    const sources = {
      entries: [{ path: meshPath('4930', '10'), asOf: '2023', extent: { bbox: [130, 33, 130.11, 33.2] } }],
    }
    const { manifest, report } = await build({
      [meshPath('4930', '10')]: river(zone(2)),
      [meshPath('4930', '20')]: river(),
      'SOURCES.json': JSON.stringify(sources),
    })
    expect(manifest.layers[0]?.state).toBe('partial')
    expect(report.upstream.cut).toEqual(['https://' + meshPath('4930', '10')])
  })

  it('says missing, and makes no rank layer, when no flood file could be had', async () => {
    const { manifest, report } = await build({})
    expect(manifest.layers[0]).toMatchObject({ state: 'missing', file: null, sources: [] })
    expect(manifest.files.map(({ role }) => role)).toEqual(['ranks', 'outline'])
    expect(report.absent).toContain('sites: no list could be had')
  })

  it('takes coverage kept by hand, and numbers what was not studied above what was', async () => {
    const entry = (id: string, state: string, west: number) => ({
      id,
      kind: 'flood',
      scenario: 'max',
      state,
      note: { ja: 'x' },
      source: 's',
      asOf: null,
      polygon: [ring(west, 33.1, 0.01)], // prettier-ignore
    })
    const coverage = JSON.stringify([
      entry('north', 'notAssessed', 130.1),
      entry('south', 'studied', 130.105),
    ])
    const { manifest, out } = await build({}, { 'coverage.json': coverage })
    expect(manifest.coverage.map(({ id, rank }) => `${id} ${rank}`)).toEqual(['south 1', 'north 2'])
    const opened = await openPack(out, '41999')
    const layer = opened.ok ? opened.value.ranks.get(manifest.coverage[0]?.file ?? '') : undefined
    if (!layer?.ok) throw new Error('no coverage layer')
    expect([130.102, 130.107, 130.112, 130.119].map((lng) => rankAt(layer.layer, [lng, 33.105]))).toEqual([
      2, 2, 1, 0,
    ])
  })

  it('uses the outline kept by hand where the boundary could not be had, and says so', async () => {
    const outline = aCollection([aFeature({}, ring(130.1, 33.1, 0.02))])
    const root = await aRoot()
    await writeMirror(join(root, 'data', 'areas', '41999'), { 'outline.geojson': outline })
    const options = { area: '41999', root, out: join(root, 'packs'), mirror: await temporaryFolder() }
    const { report, manifest } = await buildPack(options)
    expect(report.boundary).toEqual({ source: 'curated-outline', approximate: true, polygons: 1 })
    expect(manifest.area.name).toEqual({ ja: '41999' })
    await rm(join(root, 'data', 'areas'), { recursive: true })
    await expect(buildPack(options)).rejects.toMatchObject({ message: expect.stringMatching(/^the boundary of 41999 could not be had/), exitCode: 1 }) // prettier-ignore
  })

  it('gives the same bytes twice, and takes the place of the old pack', async () => {
    const files = { [meshPath('4930', '10')]: river(zone(2)), [sitesPath('2')]: SITES_CSV }
    const { directory, root, out, mirror } = await build(files)
    const before = await allBytes(directory)
    await writeFile(join(directory, 'left-over.bin'), 'x')
    await writeMirror(join(out, `.${MADE_UP.code}.new`), { 'half-written.bin': 'x' })
    await buildPack({ area: MADE_UP.code, root, out, mirror })
    expect(await allBytes(directory)).toEqual(before)
    expect((await readdir(out)).sort()).toEqual(['41999', 'index.json'])
  })

  it('leaves the old pack alone when an input is bad or the build is cancelled', async () => {
    const { directory, root, out, mirror } = await build({ [meshPath('4930', '10')]: river(zone(2)) })
    const before = await allBytes(directory)
    const options = { area: MADE_UP.code, root, out, mirror }
    await expect(buildPack({ ...options, signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow(
      'stop',
    )
    await writeMirror(mirror, { [meshPath('4930', '10')]: river(zone(9)) })
    await expect(buildPack(options)).rejects.toThrow('feature 1: A31b_201 is 9')
    expect(await allBytes(directory)).toEqual(before)
  })

  it('keeps the pack that is there when servers do not answer and it knows more', async () => {
    const { directory, root, out } = await build(
      { [meshPath('4930', '10')]: river(zone(2)) },
      { 'outline.geojson': aCollection([aFeature({}, ring(130.1, 33.1, 0.02))]) },
    )
    // .invalid never resolves (RFC 2606), so no test asks a real server.
    for (const name of await readdir(join(root, 'data', 'sources'))) {
      const path = join(root, 'data', 'sources', name)
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/https:\/\/[a-z.]+\/(?=ksj|hinanjocp|planet)/g, 'https://server.invalid/')) // prettier-ignore
    }
    const before = await allBytes(directory)
    const options = { area: MADE_UP.code, root, out, quickDeadline: 5 }
    const kept = await buildPack(options)
    expect([kept.written, kept.unreachable]).toEqual([false, ['server.invalid']])
    expect(await allBytes(directory)).toEqual(before)
    const fresh = await buildPack({ ...options, out: join(root, 'others') })
    expect([fresh.written, fresh.manifest.layers[0]?.state]).toEqual([true, 'missing'])
    expect(existsSync(join(root, 'data', 'areas', MADE_UP.code, 'sources.lock.json'))).toBe(false)
  })

  it.each([
    ['9999', 'expected a municipality code of five digits'],
    ['99999', 'there is no municipality with this code'],
    ['41998', '41998 is no municipality in N03-2022'],
  ])('refuses the area %s as a wrong request', async (area, message) => {
    const root = await aRoot()
    const mirror = await writeMirror(await temporaryFolder(), { [boundaryPath]: aBoundaryZip() })
    const refusal = { message: expect.stringContaining(message), exitCode: 2 }
    await expect(buildPack({ area, root, out: join(root, 'packs'), mirror })).rejects.toMatchObject(refusal)
  })

  it('credits nothing of a sample to a real publisher, and lists it after municipalities', async () => {
    const area = JSON.stringify({
      code: '41999',
      name: { ja: '見本市' },
      kind: 'sample',
      credit: '見本データ',
    })
    const files = { [meshPath('4930', '10')]: river(zone(2)), [sitesPath('2')]: SITES_CSV }
    const { manifest } = await build(files, { 'area.json': area })
    expect(manifest.area.kind).toBe('sample')
    expect(new Set(manifest.sources.map(({ credit }) => credit))).toEqual(new Set(['見本データ']))
    expect(JSON.stringify(manifest.sources)).not.toMatch(/国土交通省|国土地理院|OpenStreetMap/)
  })
})

describe.skipIf(!existsSync(MIRROR))(`buildPack with the real files in MIRROR (${MIRROR})`, () => {
  const real = async (area: string) => {
    const root = await temporaryFolder()
    await cp(join(REPOSITORY, 'data'), join(root, 'data'), { recursive: true })
    return buildPack({ area, root, out: join(root, 'packs'), mirror: MIRROR })
  }

  /** One network that leads to nearly every site, small enough to be among the first bytes of a visit. */
  function expectKashimasWays(ways: PackReport['ways'], area: Area): void {
    const [main, ...others] = ways?.components ?? []
    const elsewhere = others.reduce((sum, { sites }) => sum + sites, 0)
    expect(main?.sites).toBeGreaterThanOrEqual(56)
    expect(elsewhere + (ways?.farSites.length ?? 59)).toBeLessThanOrEqual(3)
    expect((main?.metres ?? 0) / (ways?.metres ?? Infinity)).toBeGreaterThan(0.9)
    const graph = openGraph(area)
    expect(graph.ok && [graph.value.nodeCount, graph.value.edgeCount]).toEqual([ways?.nodes, ways?.edges])
    expect(area.manifest.files.find(({ role }) => role === 'graph')?.bytes).toBeLessThan(150_000)
  }

  it('builds Kashima, twice to the same bytes: its sites, and two designated for floods inside rank 2', async () => {
    const { manifest, report, directory } = await real('41207')
    expect([report.sites.emergencySites, report.sites.shelters]).toEqual([33, 26])
    expect(report.layers[0]).toMatchObject({ id: 'flood-max', state: 'built', counts: { in: 43_921 } })
    const inFloodZone = report.sites.checks.hazards[0]?.designatedInZone ?? []
    const inZone = new Map(inFloodZone.map(({ name, rank }) => [name, rank]))
    expect(inZone.size).toBe(13)
    expect([inZone.get('市民体育館'), inZone.get('鹿島小学校')]).toEqual([2, 2])
    const opened = await openPack(resolve(directory, '..'), '41207')
    if (!opened.ok) throw new Error(opened.detail)
    for (const { id, rank } of inFloodZone) {
      const site = opened.value.sites?.find((one) => one.id === id)
      expect(floodAt(opened.value, site?.at ?? [0, 0])).toMatchObject({ answer: 'hazard', rank })
    }
    expect(report.bytes.total).toBeLessThan(5_000_000)
    expect(manifest.files.map(({ role }) => role)).toContain('basemap')
    expectKashimasWays(report.ways, opened.value)
    expect(await allBytes((await real('41207')).directory)).toEqual(await allBytes(directory))
  })

  it('builds a neighbour without knowing anything of it, and says what is cut', async () => {
    const { manifest, report } = await real('41441')
    expect(manifest.area.name).toEqual({ ja: '太良町' })
    expect(manifest.layers[0]?.state).toBe('partial')
    expect([report.sites.emergencySites, report.sites.shelters]).toEqual([14, 7])
    expect(report.upstream.cut).toHaveLength(2)
  })
})

describe('npm run data', () => {
  const run = (args: readonly string[]) =>
    spawnSync(join(REPOSITORY, 'node_modules/.bin/tsx'), ['scripts/build-data.ts', ...args], {
      cwd: REPOSITORY,
      encoding: 'utf8',
    })

  it.each([
    [['--area', '99999'], '--area 99999: there is no municipality with this code\n'],
    [[], expect.stringMatching(/^--area is missing; usage: .*\n$/)],
    [
      ['--area', '41207', '--quick-deadline', 'soon'],
      '--quick-deadline soon: expected a number of seconds\n',
    ],
  ])('answers %j with one line and exit 2', (args, line) => {
    expect(run(args)).toMatchObject({ status: 2, stdout: '', stderr: line })
  })
})
