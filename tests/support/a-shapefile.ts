/**
 * Writes a shapefile of polygons by the "ESRI Shapefile Technical Description" (1998), with a dBASE III table whose fields
 * are all text. Only what a test needs: one ring each.
 */
export function aShapefile(
  rows: readonly Readonly<Record<string, string>>[],
  rings: readonly (readonly (readonly [number, number])[])[],
  encode: (text: string) => Uint8Array,
): { readonly shp: Uint8Array; readonly dbf: Uint8Array } {
  return { shp: shapes(rings), dbf: table(rows, encode) }
}

/** Shapefiles turn outer rings clockwise, unlike GeoJSON. */
function shapes(rings: readonly (readonly (readonly [number, number])[])[]): Uint8Array {
  const records = rings.map((ring, index) => {
    const points = [...ring].reverse()
    const record = Buffer.alloc(8 + 48 + points.length * 16)
    record.writeInt32BE(index + 1, 0)
    record.writeInt32BE((record.length - 8) / 2, 4)
    record.writeInt32LE(5, 8)
    writeBox(record, 12, points)
    record.writeInt32LE(1, 44)
    record.writeInt32LE(points.length, 48)
    record.writeInt32LE(0, 52)
    for (const [at, [x, y]] of points.entries()) {
      record.writeDoubleLE(x, 56 + at * 16)
      record.writeDoubleLE(y, 64 + at * 16)
    }
    return record
  })
  const body = Buffer.concat(records)
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + body.length) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(5, 32)
  writeBox(head, 36, rings.flat())
  return Buffer.concat([head, body])
}

function writeBox(buffer: Buffer, at: number, points: readonly (readonly [number, number])[]): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  for (const [index, value] of [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs),
    Math.max(...ys),
  ].entries()) {
    buffer.writeDoubleLE(value, at + index * 8)
  }
}

const WIDTH = 60

function table(
  rows: readonly Readonly<Record<string, string>>[],
  encode: (text: string) => Uint8Array,
): Uint8Array {
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
  const records = rows.map((row) =>
    Buffer.concat([Buffer.from(' '), ...names.map((name) => padded(encode(row[name] ?? '')))]),
  )
  return Buffer.concat([head, ...fields, Buffer.from([0x0d]), ...records, Buffer.from([0x1a])])
}

const padded = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([bytes, Buffer.alloc(WIDTH - bytes.length, ' ')])
