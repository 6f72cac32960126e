import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCollection, aFeature, aKsjZip, ring } from '#tests/support/a-mirror.ts'
import { aShapefile } from '#tests/support/a-shapefile.ts'
import { toCp932 } from '#tests/support/cp932.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { readDepthZones } from './read-depth-zones.ts'
import { readSources } from './source-manifest.ts'

const { a40, a49, a51 } = await readSources(join(import.meta.dirname, '../../data/sources'))
const BOUNDS = [130, 33, 130.2, 33.2] as const
const at = ring(130.1, 33.1, 0.001)
const tsunami = (text: unknown): unknown => aFeature({ A40_001: '佐賀県', A40_002: 41, A40_003: text }, at)

async function readZip(members: Record<string, string | Uint8Array>, source = a40, prefecture = '41') {
  const path = join(await temporaryFolder(), 'f.zip')
  await writeFile(path, aKsjZip(members))
  const file = {
    ok: true,
    url: 'https://h/f_GML.zip',
    path,
    bytes: 0,
    sha256: '',
    asOf: null,
    extent: null,
  } as const
  return readDepthZones(file, source, BOUNDS, prefecture, new AbortController().signal)
}
const utf8 = (text: string): Uint8Array => Buffer.from(text)

describe('readDepthZones', () => {
  it('keeps the bounds of the prefecture', async () => {
    const found = await readZip({
      'A40-16_41.geojson': aCollection([
        tsunami('0.3m未満'),
        tsunami('2m以上 ～ 5m未満'),
        tsunami('20m以上'),
      ]),
    })
    expect(found?.zones.map(({ depth }) => depth)).toEqual([
      { min: 0, max: 0.3 },
      { min: 2, max: 5 },
      { min: 20, max: null },
    ])
    expect(found?.counts).toMatchObject({ in: 3, kept: 3 })
    expect(found?.municipalities).toBeNull()
  })

  it.each([
    ['CP932 as found', toCp932, undefined],
    ['CP932 as told', toCp932, 'SJIS'],
    ['UTF-8 as found', utf8, undefined],
    ['UTF-8 as told', utf8, 'UTF-8'],
  ] as const)('reads a shapefile whose table is in %s', async (_, encode, cpg) => {
    const rows = [
      { A40_001: '佐賀県', A40_002: '41', A40_003: '0.3m以上1.0m未満' },
      { A40_001: '佐賀県', A40_002: '41', A40_003: '１.０ｍ～２.０ｍ' },
    ]
    const { shp, dbf } = aShapefile(rows, [at, ring(131, 34, 0.001)], encode)
    const found = await readZip({
      'A40-16_41_GML/A40-16_41.shp': shp,
      'A40-16_41_GML/A40-16_41.dbf': dbf,
      ...(cpg === undefined ? {} : { 'A40-16_41_GML/A40-16_41.CPG': cpg }),
    })
    expect(found?.zones.map(({ depth }) => depth)).toEqual([{ min: 0.3, max: 1 }])
    expect(found?.counts).toMatchObject({ in: 2, kept: 1, refused: { outsideArea: 1 } })
  })

  it('reads every coast of a zip, and no file twice', async () => {
    const surge = (text: string): string =>
      aCollection([aFeature({ A49_001: '佐賀県', A49_002: '41', A49_003: text }, at)])
    const { shp, dbf } = aShapefile([{ A49_003: '9m以上' }], [at], toCp932)
    const found = await readZip(
      {
        '有明海沿岸/A49-23_41_1.geojson': surge('1m以上3m未満'),
        '有明海沿岸/Shapefile/A49-23_41_1.shp': shp,
        '有明海沿岸/Shapefile/A49-23_41_1.dbf': dbf,
        '玄海沿岸/A49-23_41_2.geojson': surge('0.5m未満'),
      },
      a49,
    )
    expect(found?.zones.map(({ depth }) => depth.max)).toEqual([3, 0.5])
  })

  it('tells of which municipalities A51 speaks', async () => {
    const inland = (code: unknown): unknown =>
      aFeature(
        { A51_001: '佐賀県', A51_002: '41', A51_003: '架空市', A51_004: code, A51_005: '0.5m未満' },
        at,
      )
    const read = (...codes: unknown[]) =>
      readZip({ 'A51-25_41.geojson': aCollection(codes.map(inland)) }, a51)
    expect([...((await read('412074', 41999, '01100', 1100))?.municipalities ?? [])]).toEqual([
      '41207',
      '41999',
      '01100',
    ])
    await expect(read('412074', '鹿島市')).rejects.toThrow(
      'f_GML.zip/A51-25_41.geojson: feature 2: A51_004 is "鹿島市", expected a municipality code of five or six digits',
    )
  })

  it('says null, not "empty", when there is no file of features', async () => {
    expect(await readZip({ 'readme.txt': 'x' })).toBeNull()
    expect((await readZip({ 'A40-16_41.geojson': aCollection([]) }))?.counts.in).toBe(0)
  })

  it.each(['0.3', '不明', '', '3m以上1m未満', null, 3])(
    'stops for the depth %j, with file, feature and text',
    async (text) => {
      await expect(
        readZip({ 'A40-16_41.geojson': aCollection([tsunami('0.3m未満'), tsunami(text)]) }),
      ).rejects.toThrow(
        `f_GML.zip/A40-16_41.geojson: feature 2: A40_003 is ${JSON.stringify(text)}, expected a depth such as 0.5m以上3m未満`,
      )
    },
  )

  it('stops for a missing attribute, a missing table and a table that is too short', async () => {
    await expect(readZip({ 'x.geojson': aCollection([aFeature({ A40_3: '1m未満' }, at)]) })).rejects.toThrow(
      'f_GML.zip/x.geojson: feature 1: the attribute A40_003 is missing',
    )
    const { shp } = aShapefile([{ A40_003: '1m未満' }, { A40_003: '1m未満' }], [at, at], toCp932)
    const { dbf } = aShapefile([{ A40_003: '1m未満' }], [at], toCp932)
    await expect(readZip({ 'x.shp': shp })).rejects.toThrow(
      'f_GML.zip/x.shp: there is no .dbf beside the .shp',
    )
    await expect(readZip({ 'x.shp': shp, 'x.dbf': dbf })).rejects.toThrow(
      'f_GML.zip/x.shp: 1 rows of attributes but more shapes',
    )
    await expect(readZip({ 'x.shp': shp.slice(0, -9), 'x.dbf': dbf })).rejects.toThrow('f_GML.zip/x.shp')
  })

  it('takes JGD2000 for JGD2011 only where the ground did not move in 2011', async () => {
    const { shp, dbf } = aShapefile([{ A40_003: '1m未満' }], [at], toCp932)
    const members = (prj: string) => ({ 'x.shp': shp, 'x.dbf': dbf, 'x.prj': prj })
    const jgd2000 = 'GEOGCS["GCS_JGD_2000",DATUM["D_JGD_2000",SPHEROID["GRS_1980",6378137.0,298.257222101]]]'
    expect((await readZip(members(jgd2000)))?.zones).toHaveLength(1)
    await expect(readZip(members(jgd2000), a40, '04')).rejects.toThrow(
      'coordinate system "GCS_JGD_2000" is not known',
    )
    await expect(readZip(members('PROJCS["JGD_2011_Japan_Zone_2"]'))).rejects.toThrow('coordinate system')
    await expect(readZip(members('GEOGCS["GCS_Tokyo"]'))).rejects.toThrow('"GCS_Tokyo" is not known')
  })
})
