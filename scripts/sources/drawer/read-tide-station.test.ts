import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aTideStation } from '#tests/support/a-tide-station.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { readTideStation } from './read-tide-station.ts'

const STATION = { ...aTideStation(), source: undefined }
const ABOUT = {
  title: { ja: '見本港の潮汐' },
  publisher: { ja: '見本市' },
  credit: '見本',
  licence: { name: 'CC0 1.0', url: null },
  asOf: '2023-12-31',
  urls: [],
}

async function read(content: unknown) {
  const path = join(await temporaryFolder(), 'tide.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return readTideStation(path, '99201')
}
const refusal = (content: unknown): Promise<string> =>
  read(content).then(
    () => 'was read',
    (error: Error) => error.message,
  )

it('reads a station and whose constituents they are', async () => {
  const found = await read({ ...STATION, about: ABOUT })
  expect(found?.station).toEqual(aTideStation({ source: 'tide' }))
  expect(found?.source).toEqual({ id: 'tide', edition: null, ...ABOUT })
})

it('is nothing where there is no file', async () => {
  expect(await readTideStation(join(await temporaryFolder(), 'tide.json'), '99201')).toBeNull()
})

it('refuses what cannot be used, with the key', async () => {
  expect(await refusal('{')).toMatch(/^data\/areas\/99201\/tide\.json: this is not JSON/)
  expect(await refusal('[]')).toMatch(/tide\.json: id: /)
  expect(await refusal({ ...STATION })).toMatch(/tide\.json: about\./)
  expect(await refusal({ ...STATION, about: { ...ABOUT, licence: undefined } })).toMatch(/about\.licence/)
  expect(await refusal({ ...STATION, about: ABOUT, timezone: 'UTC' })).toMatch(/timezone/)
})

it('refuses a constituent that the prediction does not know, which would be left out in silence', async () => {
  const constituents = [...STATION.constituents, { name: 'ABC', amplitude: 1, phase: 0 }]
  expect(await refusal({ ...STATION, constituents, about: ABOUT })).toBe(
    'data/areas/99201/tide.json: constituents: “ABC” is not a constituent that can be predicted',
  )
  const twice = [...STATION.constituents, { name: 'M2', amplitude: 1, phase: 0 }]
  expect(await refusal({ ...STATION, constituents: twice, about: ABOUT })).toBe(
    'data/areas/99201/tide.json: constituents: “M2” stands twice',
  )
})
