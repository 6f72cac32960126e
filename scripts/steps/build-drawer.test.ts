import { cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { featuresNear } from '#domain/features/features-near.ts'
import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { aTideStation } from '#tests/support/a-tide-station.ts'
import { aBoundaryZip, aCollection, aFeature, boundaryPath, MADE_UP, ring, writeMirror } from '#tests/support/a-mirror.ts' // prettier-ignore
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { openPack } from '../lib/open-pack.ts'
import { buildPack } from './build-pack.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')
const HEADER = {
  title: { ja: '一覧', en: 'List' },
  publisher: { ja: '架空町' },
  credit: '「一覧」（架空町）',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  date: '2024-04',
}
const header = (more: Record<string, unknown>): string => JSON.stringify({ ...HEADER, ...more })
const AED = {
  'aed.csv': '名称,緯度,経度\n架空公民館,33.11,130.11\n',
  'aed.header.json': header({ kind: 'aed' }),
}
const POND = {
  'ponds.geojson': aCollection([
    aFeature({ 深さ: '2m以上5m未満' }, ring(130.105, 33.105, 0.005)),
    aFeature({ 深さ: '0.5m未満' }, ring(130.112, 33.105, 0.005)),
  ]),
  'ponds.header.json': header({ kind: 'pond', columns: { depth: '深さ' } }),
}
const STATION = { ...aTideStation(), source: undefined }
const about = { ...HEADER, date: undefined, asOf: '2023', urls: [] }
const TIDE = JSON.stringify({ ...STATION, about: JSON.parse(JSON.stringify(about)) as unknown })

/** Builds the made-up municipality with files in the two drop folders, and opens its pack. */
async function build(
  local: Record<string, string>,
  given: { mirror?: Record<string, string>; tide?: string } = {},
) {
  const root = await temporaryFolder()
  await cp(join(REPOSITORY, 'data', 'sources'), join(root, 'data', 'sources'), { recursive: true })
  const kept = join(root, 'data', 'areas', MADE_UP.code)
  await writeMirror(join(kept, 'local'), { 'README.md': '', ...local })
  if (given.tide !== undefined) await writeFile(join(kept, 'tide.json'), given.tide)
  const mirror = await writeMirror(await temporaryFolder(), { [boundaryPath]: aBoundaryZip() })
  await writeMirror(join(mirror, 'local', MADE_UP.code), given.mirror ?? {})
  const out = join(root, 'packs')
  const built = await buildPack({ area: MADE_UP.code, root, out, mirror })
  const opened = await openPack(out, MADE_UP.code)
  if (!opened.ok) throw new Error(opened.detail)
  return { ...built, area: opened.value, out }
}

const pondAt = (area: Area, lng: number, lat: number) =>
  assessRisk(area, [lng, lat]).hazards.find(({ kind }) => kind === 'pond')

describe('the drawer of a city', () => {
  it('travels in the pack with its source, and is found near a place', async () => {
    const { area, manifest } = await build(AED, { mirror: { 'water.csv': AED['aed.csv'], 'water.header.json': header({ kind: 'waterSupply' }) } }) // prettier-ignore
    expect(featuresNear(area, [130.11, 33.109]).map(({ feature }) => feature.kind)).toEqual([
      'aed',
      'waterSupply',
    ])
    expect(manifest.sources.find(({ id }) => id === 'local-aed')).toEqual({
      id: 'local-aed',
      title: { ja: '一覧', en: 'List' },
      publisher: { ja: '架空町' },
      credit: '「一覧」（架空町）',
      licence: HEADER.licence,
      edition: null,
      asOf: '2024-04',
      urls: ['data/areas/41999/local/aed.csv'],
    })
    expect(manifest.sources.find(({ id }) => id === 'local-water')?.urls).toEqual(['local/41999/water.csv'])
  })

  it('gives zones that the answer tells with their own bounds', async () => {
    const { area, manifest } = await build(POND)
    const layer = manifest.layers.find(({ kind }) => kind === 'pond')
    expect(layer?.classes.map(({ rank, means }) => ({ rank, ...means }))).toEqual([
      { rank: 1, type: 'depth', min: 0, max: 0.5 },
      { rank: 2, type: 'depth', min: 2, max: 5 },
    ])
    expect(layer).toMatchObject({ sources: ['local-ponds'], asOf: '2024-04' })
    expect(pondAt(area, 130.107, 33.107)).toMatchObject({ answer: 'hazard', depth: { min: 2, max: 5 } })
    expect(pondAt(area, 130.114, 33.107)).toMatchObject({ answer: 'hazard', depth: { min: 0, max: 0.5 } })
  })

  it('does not say that nothing is there beside zones that are not said to be complete', async () => {
    expect(pondAt((await build(POND)).area, 130.102, 33.118)).toMatchObject({ answer: 'dataUnavailable', why: 'partial' }) // prettier-ignore
    const complete = { ...POND, 'ponds.header.json': header({ kind: 'pond', complete: true, columns: { depth: '深さ' } }) } // prettier-ignore
    expect(pondAt((await build(complete)).area, 130.102, 33.118)).toMatchObject({ answer: 'noZonePublished' })
  })

  it('brings the tide gauge', async () => {
    const { area, manifest } = await build({}, { tide: TIDE })
    expect(area.tide).toEqual(aTideStation())
    expect(manifest.sources.map(({ id }) => id)).toContain('tide')
  })

  it('leaves no file where there is nothing, and the list is then empty, not unreadable', async () => {
    const { area, manifest } = await build({})
    expect(manifest.files.map(({ role }) => role)).not.toContain('features')
    expect(manifest.files.map(({ role }) => role)).not.toContain('tide')
    expect([area.features, area.tide]).toEqual([[], null])
  })

  it('is told apart when its list is damaged: null, and the rest still answers', async () => {
    const { manifest, out } = await build(AED, { tide: TIDE })
    for (const { name, role } of manifest.files) {
      if (role !== 'features' && role !== 'tide') continue
      const path = join(out, MADE_UP.code, name)
      await writeFile(path, (await readFile(path)).subarray(1))
    }
    const opened = await openPack(out, MADE_UP.code)
    if (!opened.ok) throw new Error(opened.detail)
    expect([opened.value.features, opened.value.tide]).toEqual([null, null])
    expect(assessRisk(opened.value, [130.11, 33.11]).hazards.length).toBeGreaterThan(0)
  })

  it('stops the build with one sentence', async () => {
    await expect(build({ 'aed.csv': AED['aed.csv'] })).rejects.toThrow(
      'aed.csv: there is no aed.header.json beside it',
    )
  })
})
