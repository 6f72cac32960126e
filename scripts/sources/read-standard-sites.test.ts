import { describe, expect, it } from 'vitest'
import { readStandardSites } from './read-standard-sites.ts'

const CONTEXT = { file: 'sites.csv', code: '41999', source: 'curated-sites' }
const HAZARDS =
  '災害種別_洪水,災害種別_崖崩れ、土石流及び地滑り,災害種別_高潮,災害種別_地震,災害種別_津波,災害種別_大規模な火事,災害種別_内水氾濫,災害種別_火山現象'
const HEAD = `全国地方公共団体コード,ID,名称,名称_カナ,名称_英字,所在地_連結表記,緯度,経度,${HAZARDS},指定避難所との重複,想定収容人数,備考`
const read = (row: string, head = HEAD) => readStandardSites(`\uFEFF${head}\r\n${row}\r\n`, CONTEXT)

describe('readStandardSites', () => {
  it('reads a record of the standard table', () => {
    const [site] = read(
      '419990,S-1,公民館,コウミンカン,Community Hall,架空町2,33.1,130.1,1,0,,FALSE,,,1,,1,"1,200",',
    ).sites
    expect(site).toMatchObject({
      id: 'S-1',
      kind: 'emergencySite',
      name: { ja: '公民館', kana: 'コウミンカン', en: 'Community Hall' },
      at: [130.1, 33.1],
      alsoOther: true,
      capacity: 1200,
      designated: { flood: true, landslide: false, earthquake: false, inlandFlood: true, volcano: false },
    })
  })

  it('knows a shelter by its 共通ID, and by a record that names no disaster', () => {
    const [byId] = read('41999,E4199900001111,体育館,,,,33.1,130.1,,,,,,,,,1,,').sites
    const [byFlags] = read('41999,,体育館,,,,33.1,130.1,,,,,,,,,,,福祉避難所').sites
    expect([byId?.kind, byFlags?.kind]).toEqual(['shelter', 'shelter'])
    expect(byId?.designated.flood).toBeNull()
    expect(byFlags?.welfare).toBe(true)
  })

  it('reads the older table with NO and 住所, full-width letters in the header and no code', () => {
    const head = `ＮＯ,名称,住所,緯度,経度,災害種別＿洪水`
    const [site] = read('7,学校,架空町3,33.1,130.1,１', head).sites
    expect(site).toMatchObject({ address: '架空町3', designated: { flood: true, landslide: null } })
    expect(site?.id).toMatch(/^41999-[0-9a-f]{12}$/)
  })

  it.each(['41999', '419990', '419998'])('takes the code %s', (code) => {
    expect(read(`${code},a,b,,,,33.1,130.1,1,,,,,,,,,,`).sites).toHaveLength(1)
  })

  it('takes a code that lost its leading zero', () => {
    const text = `${HEAD}\n10006,a,b,,,,43.1,141.3,1,,,,,,,,,,\n`
    expect(readStandardSites(text, { ...CONTEXT, code: '01000' }).sites).toHaveLength(1)
  })

  it.each([
    [
      '412074,a,b,,,,33.1,130.1,1,,,,,,,,,,',
      'row 2, column 全国地方公共団体コード: municipality code "412074", expected 41999',
    ],
    ['41999,a,b,,,,33.1,130.1,△,,,,,,,,,,', 'row 2, column 災害種別_洪水: "△", expected 1 or nothing'],
    [
      '41999,a,b,,,,33.1,130.1,1,,,,,,,,,many,',
      'row 2, column 想定収容人数: capacity "many", expected a whole number',
    ],
    ['41999,a,,,,,33.1,130.1,1,,,,,,,,,,', 'row 2, column 名称: is empty'],
  ])('refuses %s', (row, message) => {
    expect(() => read(row)).toThrow(message)
  })

  it('refuses another table', () => {
    expect(() => read('1,2', '名称,緯度')).toThrow('the column 経度, 災害種別_… is missing')
  })
})
