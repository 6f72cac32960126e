import { gunzipSync } from 'fflate'
import fc from 'fast-check'
import { PMTiles, zxyToTileId, bytesToHeader } from 'pmtiles'
import type { Source } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { tileIdOf, writePmtiles } from './pmtiles-writer.ts'
import type { TileToWrite } from './pmtiles-writer.ts'

const inMemory = (bytes: Uint8Array): PMTiles => {
  const source: Source = {
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  }
  return new PMTiles(source)
}

const write = (tiles: Iterable<TileToWrite>): Uint8Array =>
  writePmtiles({
    tiles,
    bounds: [130.02, 32.98, 130.2, 33.15],
    minZoom: 0,
    maxZoom: 14,
    name: 'test',
    description: 'for a test',
    attribution: '© someone',
    vectorLayers: [{ id: 'water', fields: { class: 'String' }, minzoom: 0, maxzoom: 14 }],
  })

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

describe('tileIdOf', () => {
  it('agrees with the reference reader on any tile', () => {
    const tile = fc
      .integer({ min: 0, max: 26 })
      .chain((z) => fc.tuple(fc.constant(z), fc.nat(2 ** z - 1), fc.nat(2 ** z - 1)))
    fc.assert(
      fc.property(tile, ([z, x, y]) => tileIdOf(z, x, y) === zxyToTileId(z, x, y)),
      { numRuns: 5000 },
    )
  })

  it('refuses an address that does not exist', () => {
    expect(() => tileIdOf(3, 8, 0)).toThrow('there is no tile 3/8/0')
    expect(() => tileIdOf(3, -1, 0)).toThrow(RangeError)
    expect(() => tileIdOf(27, 0, 0)).toThrow(RangeError)
  })
})

describe('writePmtiles', () => {
  it('is read back by the pmtiles package: every tile, header and metadata', async () => {
    const tiles: TileToWrite[] = []
    for (let x = 0; x < 16; x++)
      for (let y = 0; y < 16; y++) tiles.push({ z: 4, x, y, data: text(x < 8 ? `tile ${x} ${y}` : 'sea') })
    const archive = inMemory(write(tiles))
    for (const tile of tiles) {
      const found = await archive.getZxy(4, tile.x, tile.y)
      expect(new TextDecoder().decode(found?.data)).toBe(new TextDecoder().decode(tile.data))
    }
    expect(await archive.getZxy(5, 0, 0)).toBeUndefined()
    const header = await archive.getHeader()
    expect(header).toMatchObject({
      specVersion: 3,
      clustered: true,
      internalCompression: 2,
      tileCompression: 2,
      tileType: 1,
      minZoom: 0,
      maxZoom: 14,
      numAddressedTiles: 256,
      numTileContents: 129,
      centerZoom: 7,
    })
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([
      130.02, 32.98, 130.2, 33.15,
    ])
    expect(header.centerLon).toBeCloseTo(130.11, 6)
    expect(header.centerLat).toBeCloseTo(33.065, 6)
    expect(header.numTileEntries).toBeLessThan(256)
    expect(await archive.getMetadata()).toMatchObject({
      attribution: '© someone',
      vector_layers: [{ id: 'water' }],
    })
  })

  it('gives the same bytes for the same tiles in any order', () => {
    const tiles = [0, 1, 2, 3].map((i) => ({ z: 1, x: i % 2, y: i >> 1, data: text(`t${i}`) }))
    expect(write(tiles)).toEqual(write([...tiles].reverse()))
  })

  it('keeps the root in the first 16,384 bytes by leaf directories, and finds every tile through them', async () => {
    const tiles: TileToWrite[] = []
    let noise = 1
    for (let x = 0; x < 160; x++)
      for (let y = 0; y < 160; y++) {
        noise = (noise * 48271) % 2147483647
        const data = Uint8Array.from(
          { length: 8 + (noise % 201) },
          (_, i) => (noise >> (i % 7)) * (i + x + y * 31),
        )
        tiles.push({ z: 10, x: x * 3 + (noise % 3), y: y * 2, data })
      }
    const bytes = write(tiles)
    const header = bytesToHeader(bytes.slice(0, 127).buffer)
    expect(tiles.length).toBeGreaterThan(20_000)
    expect(header.leafDirectoryLength).toBeGreaterThan(0)
    expect(header.rootDirectoryOffset).toBe(127)
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384)
    expect(header.tileDataOffset + (header.tileDataLength ?? 0)).toBe(bytes.length)
    const archive = inMemory(bytes)
    for (let i = 0; i < tiles.length; i += 97) {
      const tile = tiles[i] as TileToWrite
      const found = await archive.getZxy(tile.z, tile.x, tile.y)
      expect(new Uint8Array(found?.data ?? new ArrayBuffer(0))).toEqual(tile.data)
    }
  })

  it('writes gzip without a time', () => {
    const bytes = write([{ z: 0, x: 0, y: 0, data: text('only') }])
    const { tileDataOffset } = bytesToHeader(bytes.slice(0, 127).buffer)
    const tile = bytes.slice(tileDataOffset)
    expect(Array.from(tile.subarray(0, 8))).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
    expect(new TextDecoder().decode(gunzipSync(tile))).toBe('only')
  })

  it('does not let a run of equal tiles cover a tile that is not there', async () => {
    const same = text('same')
    const archive = inMemory(
      write([
        { z: 1, x: 0, y: 0, data: same },
        { z: 1, x: 1, y: 1, data: same },
      ]),
    )
    expect(await archive.getZxy(1, 0, 1)).toBeUndefined()
    expect(await archive.getZxy(1, 1, 1)).toBeDefined()
  })

  it('refuses a tile given twice', () => {
    const tile = { z: 2, x: 1, y: 1, data: text('a') }
    expect(() => write([tile, tile])).toThrow('the tile 2/1/1 was given twice')
  })
})
