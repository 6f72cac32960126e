import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  aCollection,
  aFeature,
  aFloodZip,
  aKsjZip,
  aRiverZip,
  ring,
  type FloodMeasure,
  type RiverZone,
} from '#tests/support/a-mirror.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { readFloodZones } from './read-flood-zones.ts'
import { readSources } from './source-manifest.ts'

const { a31b } = await readSources(join(import.meta.dirname, '../../data/sources'))
const BOUNDS = [130, 33, 130.2, 33.2] as const
const good = (rank: unknown): unknown => aFeature({ A31b_201: rank }, ring(130.1, 33.1, 0.001))

const { a31a } = await readSources(join(import.meta.dirname, '../../data/sources'))

async function readZip(bytes: Uint8Array, source = a31b) {
  const path = join(await temporaryFolder(), 'f.zip')
  await writeFile(path, bytes)
  const file = {
    ok: true,
    url: 'https://h/f.zip',
    path,
    bytes: 0,
    sha256: '',
    asOf: null,
    extent: null,
  } as const
  return readFloodZones(file, source, BOUNDS, '41', new AbortController().signal)
}
const read = (collection: string, folder?: string) => readZip(aFloodZip(collection, folder))

describe('readFloodZones', () => {
  it('keeps ranks and polygons that reach into the bounds, and counts the others', async () => {
    const far = aFeature({ A31b_201: 5 }, ring(131, 34, 0.001))
    const { parts, counts } = await read(aCollection([good(3), far, aFeature({ A31b_201: 1 }), good('2')]))
    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({ draws: 'flood-max', river: null, counts })
    expect(parts[0]?.zones.map(({ rank }) => rank)).toEqual([3, 2])
    expect(parts[0]?.zones[0]?.polygon).toEqual([ring(130.1, 33.1, 0.001)])
    expect(counts).toEqual({
      in: 4,
      kept: 2,
      refused: { noGeometry: 1, degenerateRing: 0, outsideArea: 1, notPolygon: 0 },
      repaired: { ringClosed: 0, holeDropped: 0, partDropped: 0 },
    })
  })

  it('takes an honest empty file for an answer', async () => {
    const { folders, counts } = await read(aCollection([]))
    expect([[...folders.keys()], counts.in]).toEqual([['flood-max'], 0])
  })

  it('knows which folders are there: another one says nothing of this measure', async () => {
    const { folders } = await read(aCollection([aFeature({ A31b_101: 2 })]), '10_計画規模')
    expect([...folders.keys()]).toEqual(['flood-design'])
    expect((await read(aCollection([good(1)]), '99_その他')).folders.size).toBe(0)
  })

  it('reads the five measures of A31a by river', async () => {
    const zone = (measure: FloodMeasure, code: unknown, river = '8606010001'): RiverZone => ({
      river,
      name: `${river.slice(-1)}川`,
      measure,
      code,
      rings: [ring(130.1, 33.1, 0.001)],
    })
    const zones = [
      zone('flood-max', 4),
      zone('flood-max', 2, '8606010002'),
      zone('flood-design', '1'),
      zone('flood-duration', 7),
      zone('houseCollapse-flow', 1),
      zone('houseCollapse-erosion', 3),
    ]
    const { parts, folders, counts } = await readZip(aRiverZip(zones), a31a)
    const told = parts.map(
      ({ draws, river, zones: [first] }) => `${draws} ${river?.id} ${river?.name} ${first?.rank}`,
    )
    expect(told.sort()).toEqual([
      'flood-design 8606010001 1川 1',
      'flood-duration 8606010001 1川 7',
      'flood-max 8606010001 1川 4',
      'flood-max 8606010002 2川 2',
      'houseCollapse-erosion 8606010001 1川 1',
      // The code 3 (both) is a zone of flow and of erosion, whatever the folder.
      'houseCollapse-flow 8606010001 1川 1',
    ])
    expect(parts.find(({ draws }) => draws === 'houseCollapse-flow')?.zones).toHaveLength(2)
    expect(counts).toMatchObject({ in: 6, kept: 6 })
    expect([...folders].map(([draws, rivers]) => `${draws} ${rivers.size}`).sort()).toEqual([
      'flood-design 2',
      'flood-duration 2',
      'flood-max 2',
      'houseCollapse-erosion 2',
      'houseCollapse-flow 2',
    ])
  })

  it('reads the fourth edition (A31-22), where flow and erosion share a folder', async () => {
    const coll = (name: string, code: number) =>
      aCollection([aFeature({ [name]: code }, ring(130.1, 33.1, 0.001))])
    const { parts, folders } = await readZip(
      aKsjZip({
        '20_想定最大規模/A31-20-22_10_4930.geojson': coll('A31_201', 5),
        '40_家屋倒壊等氾濫想定区域/A31-40-22_10_4930.geojson': coll('A31_401', 2),
      }),
    )
    expect(parts.map(({ draws, zones }) => `${draws} ${zones[0]?.rank}`)).toEqual([
      'flood-max 5',
      'houseCollapse-erosion 1',
    ])
    expect([...folders.keys()].sort()).toEqual(['flood-max', 'houseCollapse-erosion', 'houseCollapse-flow'])
  })

  it('refuses the old code set of A31-12', async () => {
    await expect(read(aCollection([aFeature({ A31_001: 12 }, ring(130.1, 33.1, 0.001))]))).rejects.toThrow(
      'feature 1: the attribute A31b_201 or A31_201 is missing',
    )
  })

  it.each([0, 7, 2.5, -1, '', 'deep', null, true])(
    'stops for the rank %j, with file, feature and value',
    async (rank) => {
      await expect(read(aCollection([good(1), good(rank)]))).rejects.toThrow(
        `f.zip/20_想定最大規模/zones.geojson: feature 2: A31b_201 is ${JSON.stringify(rank)}, expected a depth rank 1 to 6`,
      )
    },
  )

  it.each([
    ['flood-design', 7, '10_計画規模', 'A31a_105', 'a depth rank 1 to 6'],
    ['flood-duration', 8, '30_浸水継続時間', 'A31a_305', 'a duration rank 1 to 7'],
    ['houseCollapse-flow', 4, '41_家屋倒壊等氾濫想定区域_氾濫流', 'A31a_405', 'a collapse class 1 to 3'],
    ['houseCollapse-erosion', 0, '42_家屋倒壊等氾濫想定区域_河岸侵食', 'A31a_405', 'a collapse class 1 to 3'],
  ] as const)('stops for the code of %s that is %j', async (measure, code, folder, attribute, expected) => {
    const zone = { river: '4100340001', name: '川', measure, code, rings: [ring(130.1, 33.1, 0.001)] }
    await expect(readZip(aRiverZip([zone]), a31a)).rejects.toThrow(
      `f.zip/${folder}/A31a-${folder.slice(0, 2)}-25_41_4100340001_10.geojson: feature 1: ${attribute} is ${code}, expected ${expected}`,
    )
  })

  it('stops for a missing attribute, even without geometry', async () => {
    await expect(read(aCollection([aFeature({ A31b_101: 1 })]))).rejects.toThrow(
      'feature 1: the attribute A31b_201 or A31_201 is missing',
    )
    await expect(read(aCollection([{ type: 'Feature', geometry: null }]))).rejects.toThrow(
      'the attribute A31b_201 or A31_201 is missing',
    )
  })

  it('stops for a coordinate system that it does not know', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4301' } }
    await expect(read(aCollection([good(1)], { crs }))).rejects.toThrow('EPSG::4301')
  })

  it('stops for a file that is cut off', async () => {
    await expect(read(aCollection([good(1)]).slice(0, -3))).rejects.toThrow('the file is cut off')
  })
})
