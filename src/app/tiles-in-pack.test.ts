import { expect, it } from 'vitest'
import { aManifest } from '#tests/support/an-area.ts'
import { tilesInPack } from './tiles-in-pack.ts'

const never = new AbortController().signal
const notArrived = () => Promise.reject(new Error('not here yet'))
const holding = (...roles: ('basemap' | 'zones')[]) =>
  aManifest({
    files: roles.map((role) => ({
      name: `${role}.pmtiles`,
      role,
      stage: 2,
      bytes: 1,
      rawBytes: 1,
      sha256: '0'.repeat(64),
    })),
  })

it('has no tiles of what the pack does not hold, and waits for what it holds', async () => {
  const tiles = tilesInPack(notArrived, holding('zones'))
  expect(await tiles('basemap', 12, 1, 1, never)).toBeNull()
  await expect(tiles('zones', 12, 1, 1, never)).rejects.toThrow('not here yet')
})
