import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWaterSeries } from '#domain/water/water-series.ts'
import { waterAt } from '#domain/water/water-at.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import type { DrawerSeries } from '../sources/read-drawer.ts'
import { buildSeries, packSeries } from './build-series.ts'

const HEAD = 'minutes,column,row,depth_m,speed_ms'
const SERIES = {
  id: 'kawabata-max',
  hazard: 'flood',
  scenario: 'max',
  river: '見本川',
  name: { ja: '見本川右岸・川端', en: 'Kawabata' },
  breach: [130.1, 33.1],
  grid: { west: 130, south: 33, cellLng: 0.001, cellLat: 0.001, columns: 4, rows: 3 },
  minutes: [0, 10, 20],
}
const ROWS = [HEAD, '0,0,0,,', '10,1,2,0.31,0.5', '20,1,2,1.25,0', '20,2,2,0.04,1.11']

async function build(rows: readonly string[], series: unknown = SERIES, zip?: Record<string, string>) {
  const path = join(await temporaryFolder(), 'series-kawabata.zip')
  const members = zip ?? { 'kawabata.csv': `${rows.join('\n')}\n` }
  await writeFile(
    path,
    zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)]))),
  )
  const file = { name: 'series-kawabata', label: 'series-kawabata.zip', path } as DrawerSeries['file']
  return buildSeries([{ file, series: series as DrawerSeries['series'] }], new AbortController().signal)
}

describe('buildSeries', () => {
  it('reads a table; a cell without a depth is not known, one without a row is dry', async () => {
    const [built] = await build(ROWS)
    const read = readWaterSeries(built?.bytes ?? new Uint8Array())
    if (!read.ok) throw new Error(read.reason)
    const at = (column: number, row: number, minutes: number) =>
      waterAt(read.value, [130 + (column + 0.5) * 0.001, 33 + (row + 0.5) * 0.001], minutes)
    expect(at(1, 2, 10)?.depth).toBeCloseTo(0.4)
    expect(at(1, 2, 20)?.depth).toBeCloseTo(1.3)
    expect(at(2, 2, 20)).toEqual({ depth: 0.1, speed: expect.closeTo(1.2) as number })
    expect(at(3, 0, 20)).toEqual({ depth: 0, speed: 0 })
    expect(at(0, 0, 20)).toBeNull()
    expect(built).toMatchObject({
      id: 'kawabata-max',
      hazard: 'flood',
      source: 'local-series-kawabata',
      river: '見本川',
    })
  })

  it('becomes a file of the pack and its entry in the manifest', async () => {
    const [built] = await build(ROWS)
    if (built === undefined) throw new Error('nothing was built')
    const { entry, file } = packSeries(built)
    expect(file.entry).toMatchObject({ role: 'series', stage: 2, rawBytes: built.bytes.length })
    expect(entry).toEqual({
      id: 'kawabata-max',
      kind: 'flood',
      scenario: 'max',
      river: '見本川',
      name: { ja: '見本川右岸・川端', en: 'Kawabata' },
      breach: [130.1, 33.1],
      file: file.entry.name,
      source: 'local-series-kawabata',
    })
  })

  it.each([
    [
      'other columns',
      ['minute,x,y,d,v'],
      'row 1 is “minute,x,y,d,v”, expected minutes,column,row,depth_m,speed_ms',
    ],
    ['a short row', [HEAD, '0,1,2,0.3'], 'row 2: 4 fields, expected 5'],
    ['a time that is not listed', [HEAD, '5,1,2,0.3,0'], "row 2: minutes “5” is not in the header's list"],
    [
      'a column beyond the grid',
      [HEAD, '0,4,2,0.3,0'],
      'row 2: column “4” is not in the grid, expected 0 to 3',
    ],
    ['a row beyond the grid', [HEAD, '0,1,-1,0.3,0'], 'row 2: row “-1” is not in the grid, expected 0 to 2'],
    [
      'no depth',
      [HEAD, '0,1,2,wet,0'],
      'row 2: depth_m “wet” is no depth in metres, expected more than 0 and at most 25.5',
    ],
    [
      'a depth too great',
      [HEAD, '0,1,2,26,0'],
      'row 2: depth_m “26” is no depth in metres, expected more than 0 and at most 25.5',
    ],
    ['a dry row', [HEAD, '0,1,2,0,0'], 'row 2: depth_m is 0, expected no row for a dry cell'],
    ['no speed', [HEAD, '0,1,2,1,-3'], 'row 2: speed_ms “-3” is no speed in m/s, expected 0 to 25.5'],
    [
      'a cell twice',
      [HEAD, '0,1,2,1,0', '0,1,2,2,0'],
      'row 3: this cell has a row already, expected one for each time',
    ],
    [
      'known and unknown',
      [HEAD, '0,1,2,1,0', '10,1,2,,'],
      ': cell number 9 has rows with and without a depth, expected one kind',
    ],
    ['no water at all', [HEAD, '0,1,2,,'], ': no cell is wet at any time, expected rows with depths'],
  ])('refuses %s', async (_, rows, sentence) => {
    await expect(build(rows)).rejects.toThrow(sentence)
  })

  it.each([
    ['an unknown key', { ...SERIES, colour: 1 }, '“series.colour” is not known here, expected id, hazard'],
    ['no grid', { ...SERIES, grid: undefined }, '“series.grid” is missing, expected west, south'],
    [
      'a grid of none',
      { ...SERIES, grid: { ...SERIES.grid, columns: 0 } },
      '“series.grid.columns” is 0, expected a whole number from 1 to 4000',
    ],
    ['another hazard', { ...SERIES, hazard: 'snow' }, '“series.hazard” is "snow", expected one of flood'],
    [
      'times that fall',
      { ...SERIES, minutes: [0, 20, 10] },
      '“series.minutes” do not rise, expected whole minutes that rise',
    ],
  ])('refuses a header with %s', async (_, series, sentence) => {
    await expect(build(ROWS, series)).rejects.toThrow(`series-kawabata.header.json: ${sentence}`)
  })

  it('refuses a zip without one table, and an id that stands twice', async () => {
    await expect(build(ROWS, SERIES, { 'a.txt': '' })).rejects.toThrow('0 files .csv are in it, expected one')
    const path = join(await temporaryFolder(), 'a.zip')
    await writeFile(path, zipSync({ 'a.csv': strToU8(ROWS.join('\n')) }))
    const one = { file: { name: 'a', label: 'a.zip', path } as DrawerSeries['file'], series: SERIES }
    await expect(buildSeries([one, one], new AbortController().signal)).rejects.toThrow(
      'a.header.json: there is already a series “kawabata-max”, expected an id of its own',
    )
  })
})
