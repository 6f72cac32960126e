import { cp, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  aBoundaryZip,
  boundaryPath,
  MADE_UP,
  SITES_CSV,
  sitesPath,
  writeMirror,
} from '#tests/support/a-mirror.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { openPack } from '../lib/open-pack.ts'
import { buildPack } from './build-pack.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')

/** A pack of the made-up municipality with a published list and tables of the city's own. */
async function build(published: Record<string, string>, own: Record<string, string>) {
  const root = await temporaryFolder()
  await cp(join(REPOSITORY, 'data', 'sources'), join(root, 'data', 'sources'), { recursive: true })
  const mirror = await writeMirror(await temporaryFolder(), { [boundaryPath]: aBoundaryZip(), ...published })
  await writeMirror(join(root, 'data', 'areas', MADE_UP.code), own)
  const out = join(root, 'packs')
  const { report, directory } = await buildPack({ area: MADE_UP.code, root, out, mirror })
  const opened = await openPack(out, MADE_UP.code)
  if (!opened.ok) throw new Error(opened.detail)
  return {
    report,
    sites: opened.value.sites ?? [],
    text: await readFile(join(directory, 'pack-report.md'), 'utf8'),
  }
}

const STANDARD =
  '市区町村コード,ID,名称,名称_カナ,緯度,経度,災害種別_洪水,災害種別_崖崩れ、土石流及び地滑り,想定収容人数\n'
const OLDER = 'NO,名称,住所,緯度,経度,災害種別_洪水\n'
const NOWHERE = '2,E4199900002201,山の集会所,佐賀県架空町2,,1,,,,,,,,,,\r\n'

describe('the sites of a pack', () => {
  it('puts together the published list and the city’s own tables, in whatever form each is', async () => {
    const { report, sites } = await build(
      { [sitesPath('2')]: SITES_CSV },
      {
        'sites.csv': `${STANDARD}419990,E4199900001201,架空小学校,カクウショウガッコウ,33.11,130.11,1,1,300\n`,
        'sites-older.csv': `${OLDER}1,浜の広場,浜1,33.112,130.112,○\n`,
      },
    )
    expect(sites.map(({ name, capacity }) => [name.ja, name.kana, capacity])).toEqual([
      ['架空小学校', 'カクウショウガッコウ', 300],
    ])
    expect(report.sites.enriched).toBe(1)
    expect(report.sites.curatedOnly.map(({ name }) => name)).toEqual(['浜の広場'])
  })

  it('tells of a site that no list places, and of lists that contradict each other', async () => {
    const { report, sites, text } = await build(
      { [sitesPath('2')]: SITES_CSV + NOWHERE },
      { 'sites.csv': `${STANDARD}41999,E4199900001201,架空小学校,,33.11,130.11,0,1,\n` },
    )
    expect(sites.map(({ name, designated }) => [name.ja, designated.flood])).toEqual([['架空小学校', true]])
    expect(report.sites.unplaced).toEqual([
      { id: 'E4199900002201', name: '山の集会所', where: '41999_2.csv: row 3' },
    ])
    expect(report.sites.flagsDiffer).toEqual([
      { id: 'E4199900001201', name: '架空小学校', hazards: ['flood'] },
    ])
    expect(text).toContain('- 山の集会所 (E4199900002201): 41999_2.csv: row 3')
    expect(text).toContain('- 架空小学校 (E4199900001201): flood')
  })

  it('shows the city’s own tables where the published lists could not be had', async () => {
    const { sites, report } = await build(
      {},
      { 'sites-older.csv': `${OLDER}1,浜の広場,浜1,33.112,130.112,○\n2,谷の広場,谷1,,,1\n` },
    )
    expect(sites.map(({ name, designated }) => [name.ja, designated.flood, designated.tsunami])).toEqual([
      ['浜の広場', true, null],
    ])
    expect(report.sites.unplaced.map(({ where }) => where)).toEqual([
      'data/areas/41999/sites-older.csv: row 3',
    ])
  })

  it('refuses a table of the city’s own by file, row and column', async () => {
    const own = { 'sites.csv': `${STANDARD}41999,A,館,,33.11,130.11,△,,\n` }
    await expect(build({}, own)).rejects.toThrow(
      'data/areas/41999/sites.csv: row 2, column 災害種別_洪水: "△", expected 1 or nothing',
    )
  })
})
