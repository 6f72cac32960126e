import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packFile } from './write-pack.ts'

describe('packFile', () => {
  it('packs without a date, so that the same content gives the same bytes on another day', () => {
    const { entry, bytes } = packFile('sites', 1, 'sites.json', Buffer.from('[]'))
    // RFC 1952: bytes 4 to 7 are the time of change, 0 = not told.
    expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0])
    expect(gunzipSync(bytes).toString()).toBe('[]')
    expect(entry).toMatchObject({ role: 'sites', stage: 1, bytes: bytes.length, rawBytes: 2 })
    expect(entry.name).toBe(`sites-${entry.sha256.slice(0, 12)}.json.packed`)
  })

  it('leaves PMTiles as they are: they are packed inside', () => {
    const { entry, bytes } = packFile('zones', 2, 'zones.pmtiles', Buffer.from('PMTiles'))
    expect(Buffer.from(bytes).toString()).toBe('PMTiles')
    expect(entry.name).toBe(`zones-${entry.sha256.slice(0, 12)}.pmtiles`)
  })
})
