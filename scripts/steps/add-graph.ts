import { gunzipSync } from 'fflate'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { readArea } from '#domain/packs/read-area.ts'
import type { Site } from '#domain/shelters/site.ts'
import type { BaseMap } from './base-map.ts'
import { buildGraph } from './build-graph.ts'
import type { GraphReport } from './graph-report.ts'
import { checkManifest, packFile, type PackedFile } from './write-pack.ts'

/** A pack with its walking graph, where the base map has ways; else as it was. */
export type PackWithGraph = {
  readonly manifest: PackManifest
  readonly files: readonly PackedFile[]
  readonly ways: GraphReport | null
}

/** Builds the walking graph of a pack: its ways from the base map, their ranks from the pack's own rank layers. */
export function addGraph(
  pack: Omit<PackWithGraph, 'ways'>,
  baseMap: BaseMap | null,
  given: { readonly sites: readonly Site[]; readonly signal: AbortSignal },
): PackWithGraph {
  const { manifest, files } = pack
  if (baseMap === null) return { ...pack, ways: null }
  const layers = files.filter(({ entry }) => entry.role === 'ranks')
  const area = readArea(manifest, new Map(layers.map(({ entry, bytes }) => [entry.name, gunzipSync(bytes)])))
  const built = buildGraph(baseMap.roads, { area, ...given })
  if (built === null) return { ...pack, ways: null }
  const file = packFile('graph', 1, 'graph.bin', built.bytes)
  return {
    manifest: checkManifest({ ...manifest, files: [...manifest.files, file.entry] }),
    files: [...files, file],
    ways: built.report,
  }
}
