import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PackIndex, PackManifest } from '#domain/packs/area-pack.ts'
import { packFile, updateIndex } from './write-pack.ts'

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

describe('the index of packs', () => {
  const area = (code: string, kind: 'municipality' | 'sample', file: string | null) =>
    ({
      schema: 1,
      area: { code, name: { ja: code }, kind },
      bounds: [130, 33, 131, 34],
      layers: [{ file }],
    }) as unknown as PackManifest

  it('opens with an area that can tell of a hazard, and with a real one before the sample', async () => {
    const out = await mkdtemp(join(tmpdir(), 'index-'))
    const codes = async () =>
      (JSON.parse(await readFile(join(out, 'index.json'), 'utf8')) as PackIndex).areas.map(({ code }) => code)
    await updateIndex(out, area('41207', 'municipality', null))
    await updateIndex(out, area('99201', 'sample', 'flood.bin.gz'))
    expect(await codes()).toEqual(['99201', '41207'])
    await updateIndex(out, area('41207', 'municipality', 'flood.bin.gz'))
    expect(await codes()).toEqual(['41207', '99201'])
    await rm(out, { recursive: true })
  })
})
