import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { TileReader } from '#platform/ports.ts'

/**
 * The tiles of a pack. What the pack does not hold at all (a pack of sites only has no base map) has no tiles, and is not
 * waited for: only what is listed and not here yet may be told as "has not arrived".
 */
export function tilesInPack(read: TileReader, manifest: PackManifest): TileReader {
  const held = new Set(manifest.files.map(({ role }) => role))
  return (role, z, x, y, signal) => (held.has(role) ? read(role, z, x, y, signal) : Promise.resolve(null))
}
