import { VectorTile } from '@mapbox/vector-tile'
import type { VectorTileFeature } from '@mapbox/vector-tile'
import { gunzipSync } from 'fflate'
import { PbfReader, PbfWriter } from 'pbf'

/** A line, ring or point as flat numbers `[x0, y0, x1, y1 …]` in tile units, y down. Rings are not closed by a last point. */
export type Path = readonly number[]

export const POINT = 1
export const LINE = 2
export const POLYGON = 3
export type GeometryType = typeof POINT | typeof LINE | typeof POLYGON
export type Value = string | number | boolean
export type Properties = Readonly<Record<string, Value>>

/**
 * A feature of a vector tile. Points: one path per point; lines: one path per line; polygons: one path per ring, an outer
 * ring (positive area, clockwise on the screen) followed by its holes (negative area).
 */
export type TileFeature = {
  readonly type: GeometryType
  readonly paths: readonly Path[]
  readonly properties: Properties
}
export type TileLayers = ReadonlyMap<string, readonly TileFeature[]>

/** Units per tile edge of every tile we write, and into which every tile we read is scaled. */
export const EXTENT = 4096

/** Twice the signed area of a ring in square units; positive = clockwise on the screen (y down), an outer ring. */
export function twiceArea(ring: Path): number {
  let sum = 0
  const last = ring.length - 2
  let px = ring[last] ?? 0
  let py = ring[last + 1] ?? 0
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i] as number
    const y = ring[i + 1] as number
    sum += px * y - x * py
    px = x
    py = y
  }
  return sum
}

const reversed = (ring: Path): Path => {
  const out: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i] as number, ring[i + 1] as number)
  return out
}

/** Rings as they stand in a tile, closed and possibly wound the old way, into our form. */
function normaliseRings(rings: readonly Path[]): Path[] {
  const open = rings.map((ring) => {
    const end = ring.length - 2
    return end >= 2 && ring[0] === ring[end] && ring[1] === ring[end + 1] ? ring.slice(0, end) : ring
  })
  const real = open.filter((ring) => ring.length >= 6 && twiceArea(ring) !== 0)
  const first = real[0]
  return first !== undefined && twiceArea(first) < 0 ? real.map(reversed) : real
}

/** Walks the outermost messages: a page of HTML, a cut file or a JSON error is not a sequence of whole layers. */
function refuseOtherBytes(raw: Uint8Array): void {
  let at = 0
  while (at < raw.length) {
    if (raw[at] !== LAYER_TAG) throw new Error(`byte ${at} does not begin a layer`)
    let length = 0
    let shift = 0
    for (at += 1; ; at++, shift += 7) {
      const byte = raw[at]
      if (byte === undefined || shift > 28) throw new Error(`byte ${at} does not end a length`)
      length += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) break
    }
    at += 1 + length
  }
  if (at !== raw.length) throw new Error(`it is cut: ${at - raw.length} bytes are missing`)
}

function decodeFeature(feature: VectorTileFeature, scale: number): TileFeature | null {
  if (feature.type === 0) return null
  const flat = feature
    .loadGeometry()
    .map((part) => part.flatMap((p) => [p.x, p.y].map((n) => Math.round(n * scale))))
  if (!flat.every((part) => part.every(Number.isFinite))) throw new Error('a coordinate is not a number')
  let paths: Path[]
  if (feature.type === POLYGON) paths = normaliseRings(flat)
  else if (feature.type === POINT) paths = flat.flatMap(pairs)
  else paths = flat.filter((part) => part.length >= 4)
  return paths.length > 0 ? { type: feature.type, paths, properties: { ...feature.properties } } : null
}

/**
 * Reads the bytes of a vector tile, gzip or not. Coordinates are scaled to {@link EXTENT}.
 * @throws when the bytes are not a vector tile; the caller names the tile.
 */
export function decodeMvt(bytes: Uint8Array): TileLayers {
  const raw = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  refuseOtherBytes(raw)
  const tile = new VectorTile(new PbfReader(raw))
  const layers = new Map<string, TileFeature[]>()
  for (const [name, layer] of Object.entries(tile.layers)) {
    const features: TileFeature[] = []
    for (let i = 0; i < layer.length; i++) {
      const feature = decodeFeature(layer.feature(i), EXTENT / layer.extent)
      if (feature !== null) features.push(feature)
    }
    layers.set(name, features)
  }
  return layers
}

const pairs = (flat: Path): Path[] => {
  const out: Path[] = []
  for (let i = 0; i < flat.length; i += 2) out.push([flat[i] as number, flat[i + 1] as number])
  return out
}

const zigzag = (n: number): number => (n << 1) ^ (n >> 31)
/** Field 3 (`layers`) of a tile, length-delimited. */
const LAYER_TAG = (3 << 3) | 2
const MOVE_TO = 1
const LINE_TO = 2
const CLOSE = 7 | (1 << 3)

/** The geometry commands of the Mapbox vector tile specification 2.1, §4.3. */
function commands(feature: TileFeature): number[] {
  const out: number[] = []
  let x = 0
  let y = 0
  const go = (path: Path, from: number, to: number): void => {
    for (let i = from; i < to; i += 2) {
      const nx = path[i] as number
      const ny = path[i + 1] as number
      out.push(zigzag(nx - x), zigzag(ny - y))
      x = nx
      y = ny
    }
  }
  if (feature.type === POINT) {
    out.push(MOVE_TO | (feature.paths.length << 3))
    for (const path of feature.paths) go(path, 0, 2)
    return out
  }
  for (const path of feature.paths) {
    out.push(MOVE_TO | (1 << 3))
    go(path, 0, 2)
    out.push(LINE_TO | ((path.length / 2 - 1) << 3))
    go(path, 2, path.length)
    if (feature.type === POLYGON) out.push(CLOSE)
  }
  return out
}

function writeValue(value: Value, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value)
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value)
  else if (!Number.isSafeInteger(value)) pbf.writeDoubleField(3, value)
  else if (value < 0) pbf.writeSVarintField(6, value)
  else pbf.writeVarintField(5, value)
}

function writeLayer(
  { name, features }: { name: string; features: readonly TileFeature[] },
  pbf: PbfWriter,
): void {
  const keys = new Map<string, number>()
  const values = new Map<Value, number>()
  const indexOf = <T>(known: Map<T, number>, item: T): number => {
    const found = known.get(item)
    if (found !== undefined) return found
    known.set(item, known.size)
    return known.size - 1
  }
  pbf.writeVarintField(15, 2)
  pbf.writeStringField(1, name)
  for (const feature of features) {
    const tags = Object.entries(feature.properties).flatMap(([k, v]) => [
      indexOf(keys, k),
      indexOf(values, v),
    ])
    pbf.writeMessage(
      2,
      (_: null, inner: PbfWriter) => {
        inner.writePackedVarint(2, tags)
        inner.writeVarintField(3, feature.type)
        inner.writePackedVarint(4, commands(feature))
      },
      null,
    )
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key)
  for (const value of values.keys()) pbf.writeMessage(4, writeValue, value)
  pbf.writeVarintField(5, EXTENT)
}

/** Writes a vector tile (Mapbox vector tile 2.1, extent 4096, not compressed). Layers without features are left out. */
export function encodeMvt(layers: TileLayers): Uint8Array {
  const pbf = new PbfWriter()
  for (const [name, features] of layers)
    if (features.length > 0) pbf.writeMessage(3, writeLayer, { name, features })
  return pbf.finish()
}
