type Position = readonly [number, number]
/** A polygon as GeoJSON has it: outer ring first, then its holes; rings closed, the outer one anticlockwise. */
export type ShapePolygon = readonly (readonly Position[])[]

const POLYGON = 5
/** Length of the main header and of the fixed part of a polygon record's content, bytes. */
const HEAD = 100
const RECORD_HEAD = 8
const FIXED = 44
/** Bytes of a text field of the table. */
const WIDTH = 60

const twiceArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Position
    return sum + x * nextY - nextX * y
  }, 0)

/** Shapefiles turn outer rings clockwise and holes anticlockwise, unlike RFC 7946. */
const turned = (ring: readonly Position[], isOuter: boolean): readonly Position[] =>
  twiceArea(ring) < 0 === isOuter ? ring : [...ring].reverse()

function writeBox(buffer: Buffer, at: number, points: readonly Position[]): void {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  box.forEach((value, i) => buffer.writeDoubleLE(value, at + i * 8))
}

function shapeRecord(polygon: ShapePolygon, number: number): Buffer {
  const rings = polygon.map((ring, i) => turned(ring, i === 0))
  const points = rings.flat()
  const partsAt = RECORD_HEAD + FIXED
  const record = Buffer.alloc(partsAt + rings.length * 4 + points.length * 16)
  record.writeInt32BE(number, 0)
  record.writeInt32BE((record.length - RECORD_HEAD) / 2, 4)
  record.writeInt32LE(POLYGON, 8)
  writeBox(record, 12, points)
  record.writeInt32LE(rings.length, 44)
  record.writeInt32LE(points.length, 48)
  let start = 0
  rings.forEach((ring, i) => {
    record.writeInt32LE(start, partsAt + i * 4)
    start += ring.length
  })
  points.forEach(([x, y], i) => {
    record.writeDoubleLE(x, partsAt + rings.length * 4 + i * 16)
    record.writeDoubleLE(y, partsAt + rings.length * 4 + i * 16 + 8)
  })
  return record
}

function mainHeader(length: number, points: readonly Position[]): Buffer {
  const head = Buffer.alloc(HEAD)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE(length / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(POLYGON, 32)
  writeBox(head, 36, points)
  return head
}

function table(
  rows: readonly Readonly<Record<string, string>>[],
  encode: (text: string) => Uint8Array,
): Buffer {
  const names = Object.keys(rows[0] ?? {})
  const head = Buffer.alloc(32)
  head.writeUInt8(3, 0)
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(32 + names.length * 32 + 1, 8)
  head.writeUInt16LE(1 + names.length * WIDTH, 10)
  const fields = names.map((name) => {
    const field = Buffer.alloc(32)
    field.write(name, 0, 'latin1')
    field.write('C', 11, 'latin1')
    field.writeUInt8(WIDTH, 16)
    return field
  })
  const padded = (bytes: Uint8Array): Buffer =>
    Buffer.concat([bytes, Buffer.alloc(WIDTH - bytes.length, ' ')])
  const records = rows.map((row) =>
    Buffer.concat([Buffer.from(' '), ...names.map((name) => padded(encode(row[name] ?? '')))]),
  )
  return Buffer.concat([head, ...fields, Buffer.from([0x0d]), ...records, Buffer.from([0x1a])])
}

/**
 * Writes a shapefile of polygons by the "ESRI Shapefile Technical Description" (1998), with a dBASE III table whose fields are
 * all text of at most 60 bytes.
 * @param encode gives the bytes of a text of the table (CP932 in 国土数値情報).
 */
export function writeShapefile(
  rows: readonly Readonly<Record<string, string>>[],
  polygons: readonly ShapePolygon[],
  encode: (text: string) => Uint8Array,
): { readonly shp: Uint8Array; readonly shx: Uint8Array; readonly dbf: Uint8Array } {
  const records = polygons.map((polygon, i) => shapeRecord(polygon, i + 1))
  const length = records.reduce((sum, record) => sum + record.length, HEAD)
  const points = polygons.flat(2)
  let at = HEAD
  const index = records.map((record) => {
    const entry = Buffer.alloc(8)
    entry.writeInt32BE(at / 2, 0)
    entry.writeInt32BE((record.length - RECORD_HEAD) / 2, 4)
    at += record.length
    return entry
  })
  return {
    shp: Buffer.concat([mainHeader(length, points), ...records]),
    shx: Buffer.concat([mainHeader(HEAD + index.length * 8, points), ...index]),
    dbf: table(rows, encode),
  }
}
