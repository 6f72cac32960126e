import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCollection, aFeature, ring } from '#tests/support/a-mirror.ts'
import { aShapefile } from '#tests/support/a-shapefile.ts'
import { aZip, entry } from '#tests/support/a-zip.ts'
import { toCp932 } from '#tests/support/cp932.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { readBoundary } from './read-boundary.ts'

async function read(code: string, zip: Uint8Array) {
  const path = join(await temporaryFolder(), 'n.zip')
  await writeFile(path, zip)
  const file = {
    ok: true,
    url: 'https://h/n.zip',
    path,
    bytes: 0,
    sha256: '',
    asOf: null,
    extent: null,
  } as const
  return readBoundary(file, code, 1e8)
}

const row = (code: string | null, county: string | null, name: string, ward?: string): unknown =>
  aFeature({ N03_003: county, N03_004: name, N03_007: code, ...(ward === undefined ? {} : { N03_005: ward }) }, ring(130, 33, 0.1)) // prettier-ignore
const geojson = (...rows: unknown[]): Uint8Array =>
  aZip([entry('N03-20220101_41.geojson', aCollection(rows))])

describe('readBoundary', () => {
  it('takes every part of the municipality and its name', async () => {
    const found = await read('41441', geojson(row('41207', null, '鹿島市'), row('41441', '藤津郡', '太良町'), row('41441', '藤津郡', '太良町'))) // prettier-ignore
    expect(found).toEqual({ name: '太良町', polygons: [[ring(130, 33, 0.1)], [ring(130, 33, 0.1)]] })
  })

  it('puts the wards of a designated city together, in the old form of the table', async () => {
    const zip = geojson(row('40101', '北九州市', '門司区'), row('40131', '福岡市', '東区'), row('40132', '福岡市', '博多区'), row('40202', null, '大牟田市')) // prettier-ignore
    expect(await read('40130', zip)).toMatchObject({ name: '福岡市', polygons: [{}, {}] })
    expect(await read('40132', zip)).toMatchObject({ name: '博多区', polygons: [{}] })
  })

  it('puts the wards together in the form since 2024, with a gap in the numbers', async () => {
    const zip = geojson(row('22138', null, '浜松市', '中央区'), row('22139', null, '浜松市', '浜名区'), row('22203', null, '沼津市')) // prettier-ignore
    expect(await read('22130', zip)).toMatchObject({ name: '浜松市', polygons: [{}, {}] })
  })

  it('knows no municipality for a code that is not there, nor for the wards of Tokyo together', async () => {
    const zip = geojson(
      row('13101', null, '千代田区'),
      row(null, null, '所属未定地'),
      row('41327', '神埼郡', '吉野ヶ里町'),
    )
    for (const code of ['13100', '41320', '41999', '41000']) expect(await read(code, zip)).toBeNull()
  })

  it('chooses the municipalities where the zip also holds prefectures', async () => {
    const zip = aZip([
      entry('N03-20260101_41_prefecture.geojson', aCollection([row('41000', null, '佐賀県')])),
      entry('sub\\N03-20260101_41.geojson', aCollection([row('41207', null, '鹿島市')])),
    ])
    expect((await read('41207', zip))?.name).toBe('鹿島市')
  })

  it.each([
    ['CP932', toCp932, null],
    ['UTF-8', (text: string) => Buffer.from(text), null],
    ['CP932 told by .cpg', toCp932, 'SJIS'],
    ['UTF-8 told by .cpg', (text: string) => Buffer.from(text), 'UTF-8'],
  ])('reads a shapefile whose texts are %s', async (_, encode, cpg) => {
    const rows = [{ N03_003: '', N03_004: '鹿島市', N03_007: '41207' }, { N03_003: '藤津郡', N03_004: '太良町表', N03_007: '41441' }] // prettier-ignore
    const { shp, dbf } = aShapefile(rows, [ring(130, 33, 0.1), ring(130.1, 33, 0.1)], encode)
    const zip = aZip([
      entry('a/N03.shp', shp),
      entry('a/N03.dbf', dbf),
      ...(cpg === null ? [] : [entry('a/N03.cpg', cpg)]),
    ])
    expect((await read('41207', zip))?.name).toBe('鹿島市')
    const found = await read('41441', zip)
    expect(found?.name).toBe('太良町表')
    // Shapefiles turn rings the other way round.
    const corners = (points: readonly (readonly number[])[] | undefined) =>
      new Set(points?.map((at) => at.map((degrees) => degrees.toFixed(6)).join()))
    expect(corners(found?.polygons[0]?.[0])).toEqual(corners(ring(130.1, 33, 0.1)))
  })

  it('refuses a zip without boundaries, and a shapefile that is cut off', async () => {
    await expect(read('41207', aZip([entry('readme.txt', 'x')]))).rejects.toThrow(
      'n.zip: holds neither a .geojson nor a .shp',
    )
    const { shp, dbf } = aShapefile([{ N03_004: 'a', N03_007: '41207' }], [ring(130, 33, 0.1)], toCp932)
    const zip = aZip([entry('N03.shp', shp.subarray(0, 150)), entry('N03.dbf', dbf)])
    await expect(read('41207', zip)).rejects.toThrow('n.zip/N03.shp')
  })
})
