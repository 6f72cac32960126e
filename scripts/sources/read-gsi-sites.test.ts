import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SITES_CSV } from '#tests/support/a-mirror.ts'
import { readGsiCsv, readGsiGeoJson, type SitesContext } from './read-gsi-sites.ts'

const EMERGENCY: SitesContext = {
  file: '41999_2.csv',
  code: '41999',
  kind: 'emergencySite',
  source: 'gsi-sites',
}
const SHELTER: SitesContext = { ...EMERGENCY, file: '41999_1.csv', kind: 'shelter' }
const SHELTERS_CSV =
  '\uFEFFNO,共通ID,施設・場所名,住所,指定緊急避難場所との住所同一,その他市町村長が必要と認める事項,受入対象者,緯度,経度,備考\r\n'

describe('readGsiCsv', () => {
  it('reads an emergency site with its designations', () => {
    expect(readGsiCsv(SITES_CSV, EMERGENCY).sites).toEqual([
      {
        id: 'E4199900001201',
        kind: 'emergencySite',
        name: { ja: '架空小学校', kana: null, en: null },
        address: '佐賀県架空町1',
        at: [130.11, 33.11],
        designated: {
          flood: true,
          landslide: true,
          stormSurge: false,
          earthquake: false,
          tsunami: false,
          fire: false,
          inlandFlood: false,
          volcano: false,
        },
        alsoOther: true,
        welfare: false,
        capacity: null,
        note: null,
        source: 'gsi-sites',
      },
    ])
  })

  it('keeps a welfare shelter of the same name as a record of its own, with nothing said of disasters', () => {
    const csv = `${SHELTERS_CSV}1,A,体育館,住所,1,,,33.1,130.1,\r\n2,B,体育館,住所,,,要配慮者,33.1,130.1,冬は閉鎖\r\n`
    const { sites } = readGsiCsv(csv, SHELTER)
    expect(sites.map(({ id, welfare, alsoOther, note }) => [id, welfare, alsoOther, note])).toEqual([
      ['A', false, true, null],
      ['B', true, false, '要配慮者 / 冬は閉鎖'],
    ])
    expect(new Set(sites.flatMap(({ designated }) => Object.values(designated)))).toEqual(new Set([null]))
  })

  it('takes a shelter that names whom it receives for a welfare shelter, whatever the words', () => {
    const csv = `${SHELTERS_CSV}1,A,学校,住所,1,,知的・精神障がい者,33.1,130.1,\r\n`
    expect(readGsiCsv(csv, SHELTER).sites[0]?.welfare).toBe(true)
  })

  it('does not take a building of that name for a welfare shelter', () => {
    const csv = `${SHELTERS_CSV}1,A,老人福祉センター,住所,1,,,33.1,130.1,\r\n`
    expect(readGsiCsv(csv, SHELTER).sites[0]?.welfare).toBe(false)
  })

  it('gives an id from the facts where there is none, and makes a doubled one unique', () => {
    const csv = `${SHELTERS_CSV}1,,甲,住所,1,,,33.1,130.1,\r\n9,,甲,住所,1,,,33.1,130.1,\r\n2,X,乙,住所,1,,,33.1,130.1,\r\n3,X,丙,住所,1,,,33.1,130.1,\r\n`
    const ids = readGsiCsv(csv, SHELTER).sites.map(({ id }) => id)
    expect(ids[0]).toMatch(/^41999-[0-9a-f]{12}$/)
    expect(ids).toEqual([ids[0], `${ids[0]}-2`, 'X', 'X-2'])
  })

  it('counts records without a position', () => {
    const csv = `${SHELTERS_CSV}1,A,甲,住所,1,,,,,\r\n`
    expect(readGsiCsv(csv, SHELTER)).toMatchObject({
      sites: [],
      in: 1,
      noPosition: 1,
      unplaced: [{ id: 'A', at: null, where: '41999_1.csv: row 2' }],
    })
  })

  it.each([
    [
      SITES_CSV.replace('洪水', '洪水氾濫'),
      '41999_2.csv: not 指定緊急避難場所データ, the column 洪水 is missing',
    ],
    [
      SITES_CSV.replace('小学校,佐賀県架空町1,1', '小学校,佐賀県架空町1,2'),
      '41999_2.csv: row 2, column 洪水: "2", expected 1 or nothing',
    ],
    [
      SITES_CSV.replace('33.11,130.11', '130.11,33.11'),
      'row 2, columns 緯度, 経度: latitude "130.11", longitude "33.11" is no position in Japan; they look swapped',
    ],
    [SITES_CSV.replace('33.11,130.11', ',130.11'), 'row 2, columns 緯度, 経度: latitude ""'],
    [SITES_CSV.replace('架空小学校', ''), 'row 2, column 施設・場所名: is empty'],
  ])('refuses a file that says something else (%#)', (csv, message) => {
    expect(() => readGsiCsv(csv, EMERGENCY)).toThrow(message)
  })
})

describe('readGsiGeoJson', () => {
  const mirror = resolve(process.env['MIRROR'] ?? resolve(import.meta.dirname, '../../../shared/mirror'))
  const folder = resolve(mirror, 'hinanmap.gsi.go.jp/hinanjocp/defaultFtpData')

  it.skipIf(!existsSync(folder))(
    'reads the same from the GeoJSON and the CSV of every municipality in the mirror',
    async () => {
      for (const code of ['41207', '41209', '41425', '41441', '42205']) {
        for (const [kind, number] of [
          ['emergencySite', 2],
          ['shelter', 1],
        ] as const) {
          const context = { file: 'x', code, kind, source: 'gsi-sites' }
          const csv = readGsiCsv(await readFile(`${folder}/csv/${code}_${number}.csv`, 'utf8'), context)
          const geojson = readGsiGeoJson(
            await readFile(`${folder}/geoJSON/${code}_${number}.geojson`),
            context,
          )
          const sixDigits = geojson.sites.map((site) => ({
            ...site,
            at: site.at.map((degrees) => Number(degrees.toFixed(6))),
          }))
          expect(sixDigits).toEqual(csv.sites)
          expect(csv.in).toBeGreaterThan(0)
        }
      }
    },
  )

  it('refuses a feature that is no point', () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: [{ properties: null }] })
    expect(() => readGsiGeoJson(Buffer.from(text), EMERGENCY)).toThrow('feature 1: no properties')
  })
})
