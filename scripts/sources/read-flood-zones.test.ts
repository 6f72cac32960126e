import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCollection, aFeature, aFloodZip, ring } from '#tests/support/a-mirror.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { readFloodZones } from './read-flood-zones.ts'
import { readSources } from './source-manifest.ts'

const { a31b } = await readSources(join(import.meta.dirname, '../../data/sources'))
const BOUNDS = [130, 33, 130.2, 33.2] as const
const good = (rank: unknown): unknown => aFeature({ A31b_201: rank }, ring(130.1, 33.1, 0.001))

async function read(collection: string, folder?: string) {
  const path = join(await temporaryFolder(), 'f.zip')
  await writeFile(path, aFloodZip(collection, folder))
  const file = {
    ok: true,
    url: 'https://h/f.zip',
    path,
    bytes: 0,
    sha256: '',
    asOf: null,
    extent: null,
  } as const
  return readFloodZones(file, a31b, BOUNDS, new AbortController().signal)
}

describe('readFloodZones', () => {
  it('keeps ranks and polygons that reach into the bounds, and counts the others', async () => {
    const far = aFeature({ A31b_201: 5 }, ring(131, 34, 0.001))
    const read1 = await read(aCollection([good(3), far, aFeature({ A31b_201: 1 }), good('2')]))
    expect(read1?.zones.map(({ rank }) => rank)).toEqual([3, 2])
    expect(read1?.zones[0]?.polygon).toEqual([ring(130.1, 33.1, 0.001)])
    expect(read1?.counts).toEqual({
      in: 4,
      kept: 2,
      refused: { noGeometry: 1, degenerateRing: 0, outsideArea: 1 },
      repaired: { ringClosed: 0, holeDropped: 0, partDropped: 0 },
    })
  })

  it('takes an honest empty file for an answer', async () => {
    expect(await read(aCollection([]))).toMatchObject({ zones: [], counts: { in: 0 } })
  })

  it('says null, not "empty", when the folder of the scenario is not there', async () => {
    expect(await read(aCollection([good(1)]), '10_計画規模')).toBeNull()
  })

  it.each([0, 7, 2.5, -1, '', 'deep', null, true])(
    'stops for the rank %j, with file, feature and value',
    async (rank) => {
      await expect(read(aCollection([good(1), good(rank)]))).rejects.toThrow(
        `f.zip/20_想定最大規模/zones.geojson: feature 2: A31b_201 is ${JSON.stringify(rank)}, expected a depth rank 1 to 6`,
      )
    },
  )

  it('stops for a missing attribute, even without geometry', async () => {
    await expect(read(aCollection([aFeature({ A31b_101: 1 })]))).rejects.toThrow(
      'feature 1: the attribute A31b_201 is missing',
    )
    await expect(read(aCollection([{ type: 'Feature', geometry: null }]))).rejects.toThrow(
      'the attribute A31b_201 is missing',
    )
  })

  it('stops for a coordinate system that it does not know', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4612' } }
    await expect(read(aCollection([good(1)], { crs }))).rejects.toThrow('EPSG::4612')
  })

  it('stops for a file that is cut off', async () => {
    await expect(read(aCollection([good(1)]).slice(0, -3))).rejects.toThrow('the file is cut off')
  })
})
