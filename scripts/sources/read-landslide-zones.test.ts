import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCollection, aFeature, aKsjZip, ring } from '#tests/support/a-mirror.ts'
import { aShapefile } from '#tests/support/a-shapefile.ts'
import { toCp932 } from '#tests/support/cp932.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { readLandslideZones } from './read-landslide-zones.ts'
import { readSources } from './source-manifest.ts'

const { a33 } = await readSources(join(import.meta.dirname, '../../data/sources'))
const BOUNDS = [130, 33, 130.2, 33.2] as const

const zone = (phenomenon: unknown, kind: unknown, flag?: unknown, west = 130.1): unknown =>
  aFeature(
    {
      A33_001: phenomenon,
      A33_002: kind,
      A33_003: '41',
      A33_004: '鹿島-1',
      A33_005: '浜町',
      A33_006: '佐賀県鹿島市浜町',
      A33_007: '9999/1/1',
      ...(flag === undefined ? {} : { A33_008: flag }),
    },
    ring(west, 33.1, 0.001),
  )

async function readZip(members: Record<string, string | Uint8Array>) {
  const path = join(await temporaryFolder(), 'f.zip')
  await writeFile(path, aKsjZip(members))
  const file = {
    ok: true,
    url: 'https://h/A33-25_41_GEOJSON.zip',
    path,
    bytes: 0,
    sha256: '',
    asOf: null,
    extent: null,
  } as const
  return readLandslideZones(file, a33, BOUNDS, '41', new AbortController().signal)
}
const read = (...features: unknown[]) => readZip({ 'A33-25_41Polygon.geojson': aCollection(features) })

describe('readLandslideZones', () => {
  it('ranks every zone, and takes 1 for steep slopes, 2 for debris flows, 3 for slides', async () => {
    const found = await read(zone(1, 1, 0), zone('2', '2', '0'), zone(3, 3, 1), zone(3, 4, 1), zone(1, 1, 1), zone(2, 3, 0)) // prettier-ignore
    const ranks = (zones: readonly { rank: number }[] | undefined) => zones?.map(({ rank }) => rank)
    expect(ranks(found?.zones.steepSlope)).toEqual([3, 4])
    expect(ranks(found?.zones.debrisFlow)).toEqual([6, 1])
    expect(ranks(found?.zones.slide)).toEqual([2, 5])
    expect(found?.counts).toMatchObject({ in: 6, kept: 6 })
    expect(found?.byPhenomenon.slide).toMatchObject({ in: 2, kept: 2 })
  })

  it('never says that a red zone was surveyed where the edition does not', async () => {
    const found = await read(zone(1, 1), zone(1, 3), zone(1, 2), zone(1, 1, null), zone(1, 1, ''))
    expect(found?.zones.steepSlope.map(({ rank }) => rank)).toEqual([4, 2, 6, 4, 4])
  })

  it('counts the lines and points beside the polygons, and leaves them alone', async () => {
    const line = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [] } }
    const found = await readZip({
      'A33-25_41Polygon.geojson': aCollection([zone(1, 1, 0), zone(1, 1, 0, 131)]),
      'A33-25_41Line.geojson': aCollection([line, line]),
      'A33-25_41Point.geojson': aCollection([line]),
      'メタデータ/KS-META-A33-25_41.xml': '<x/>',
      'データ利用時の注意事項/41_佐賀県_データ利用時の注意事項.txt': 'x',
    })
    expect(found?.counts).toMatchObject({ in: 5, kept: 1, refused: { notPolygon: 3, outsideArea: 1 } })
  })

  it('reads a shapefile in a folder, its table in CP932', async () => {
    const row = { A33_001: '2', A33_002: '1', A33_005: '表の川', A33_008: '1' }
    const { shp, dbf } = aShapefile([row], [ring(130.1, 33.1, 0.001)], toCp932)
    const found = await readZip({
      'シェープ/A33-25_41Polygon.shp': shp,
      'シェープ/A33-25_41Polygon.dbf': dbf,
      'シェープ/A33-25_41Polygon.prj': 'GEOGCS["JGD_2011",DATUM["D_JGD_2011"]]',
    })
    expect(found?.zones.debrisFlow.map(({ rank }) => rank)).toEqual([4])
  })

  it('says null, not "empty", when there is no file of polygons', async () => {
    expect(await readZip({ 'A33-25_41Line.geojson': aCollection([]) })).toBeNull()
    expect((await read())?.counts.in).toBe(0)
  })

  it.each([
    [zone(4, 1, 0), 'A33_001 is 4, expected a phenomenon 1 to 3'],
    [zone(null, 1, 0), 'A33_001 is null, expected a phenomenon 1 to 3'],
    [zone(1, 5, 0), 'A33_002 is 5, expected a zone 1 to 4'],
    [zone(1, '', 0), 'A33_002 is "", expected a zone 1 to 4'],
    [zone(1, 1, 2), 'A33_008 is 2, expected 0 or 1'],
    [zone(1, 2, 'x'), 'A33_008 is "x", expected 0 or 1'],
    [aFeature({ A33_001: 1 }, ring(130.1, 33.1, 0.001)), 'the attribute A33_002 is missing'],
  ])('stops for a code it does not know, with file, feature and value (%#)', async (bad, message) => {
    await expect(read(zone(1, 1, 0), bad)).rejects.toThrow(
      `A33-25_41_GEOJSON.zip/A33-25_41Polygon.geojson: feature 2: ${message}`,
    )
  })
})
