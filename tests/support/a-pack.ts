import { createHash } from 'node:crypto'
import { gzipSync, strToU8 } from 'fflate'
import type { PackFile, PackIndex, PackManifest } from '#domain/packs/area-pack.ts'
import { encodeRankLayer } from '#scripts/lib/encode-rank-layer.ts'
import { writePmtiles } from '#scripts/lib/pmtiles-writer.ts'
import { aManifest, aPackLayer, aSite, box, TOWN } from './an-area.ts'

/** A whole small pack as a host offers it: path below `packs/` → bytes. */
export type PackOnHost = {
  readonly code: string
  readonly manifest: PackManifest
  readonly paths: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

export type APackOptions = {
  readonly code?: string
  /** Makes one pack differ from another: it is in the name of the site and in the date. */
  readonly edition?: string
  /** Bytes of each map file beyond what it needs, to make it slow. */
  readonly mapBytes?: number
  /** The content of a computed flood; there is none when not told. */
  readonly series?: Uint8Array
}

/** @returns a pack of six files (seven with a computed flood), four of stage 1, the others of stage 2; the same options give the same bytes */
export function aPack({
  code = '99201',
  edition = '2025',
  mapBytes = 2_000,
  series,
}: APackOptions = {}): PackOnHost {
  const paths = new Map<string, Uint8Array<ArrayBuffer>>()
  const files: PackFile[] = []
  const add = (label: string, role: PackFile['role'], content: Uint8Array, isMap = false): string => {
    const isTiles = label.endsWith('.pmtiles')
    const bytes = new Uint8Array(isTiles ? content : gzipSync(content, { level: 9, mtime: 0 }))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const [stem, ending] = label.split(/\.(.*)/s)
    const name = `${stem}-${sha256.slice(0, 12)}.${ending}`
    files.push({ name, role, stage: isMap ? 2 : 1, bytes: bytes.length, rawBytes: content.length, sha256 })
    paths.set(`${code}/${name}`, bytes)
    return name
  }
  const json = (value: unknown) => strToU8(JSON.stringify(value))
  const zones = [{ rank: 2, polygon: box([135.01, 30.01, 135.03, 30.03]) }]
  const town = [{ rank: 1, polygon: box([135.005, 30.005, 135.055, 30.055]) }]
  const flood = add('flood-max.bin.packed', 'ranks', encodeRankLayer(zones, TOWN))
  const boundary = add('boundary.bin.packed', 'ranks', encodeRankLayer(town, TOWN))
  const site = aSite({ name: { ja: `見本小学校 ${code} ${edition}`, kana: null, en: null } })
  add('sites.json.packed', 'sites', json([site]))
  add('places.json.packed', 'places', json([]))
  add('basemap.pmtiles', 'basemap', tiles(`basemap ${code} ${edition}`, mapBytes), true)
  add('zones.pmtiles', 'zones', tiles(`zones ${code} ${edition}`, mapBytes), true)
  if (series !== undefined) add('series-flood.bin.packed', 'series', series, true)
  const base = aManifest()
  const manifest: PackManifest = {
    ...base,
    area: { ...base.area, code },
    dataDate: edition,
    boundary,
    layers: [aPackLayer({ file: flood })],
    files,
  }
  paths.set(`${code}/manifest.json`, new Uint8Array(json(manifest)))
  paths.set('index.json', new Uint8Array(json(anIndex(manifest))))
  return { code, manifest, paths }
}

const anIndex = ({ area, bounds }: PackManifest): PackIndex => ({
  schema: 2,
  areas: [{ ...area, bounds, hasHazards: true }],
})

/** The one tile of the map files. Its content is noise: it can be read back, not drawn. */
export const TOWN_TILE = { z: 10, x: 896, y: 421 } as const

/** @param noise bytes that do not compress */
function tiles(seed: string, noise: number): Uint8Array {
  let state = [...seed].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7)
  const random = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) >>> 24
  const data = Uint8Array.from({ length: noise }, random)
  return writePmtiles({
    tiles: [{ ...TOWN_TILE, data }],
    bounds: TOWN,
    minZoom: TOWN_TILE.z,
    maxZoom: TOWN_TILE.z,
    name: seed,
    description: '',
    attribution: '',
    vectorLayers: [],
  })
}
