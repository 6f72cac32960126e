import { crc32, deflateSync } from 'node:zlib'

/** Writes PNG files as their specification has it, knowing nothing of our reader: https://www.w3.org/TR/png-3/ */
export type PngPlan = {
  readonly width: number
  readonly height: number
  /** 0 grey, 2 colours, 3 palette, 4 grey with alpha, 6 colours with alpha. */
  readonly colour: 0 | 2 | 3 | 4 | 6
  readonly depth: 1 | 2 | 4 | 8 | 16
  /** Samples row by row, each as large as `depth` allows. */
  readonly samples: readonly number[]
  readonly palette?: readonly (readonly [number, number, number])[]
  /** The content of tRNS. */
  readonly transparency?: readonly number[]
  /** The filter of each row, 0…4; the last one holds for the rest. */
  readonly filters?: readonly number[]
  readonly interlaced?: boolean
  /** Into how many IDAT chunks the content is cut. */
  readonly pieces?: number
}

const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const

export function aPng(plan: PngPlan): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(plan.width, 0)
  header.writeUInt32BE(plan.height, 4)
  header.set([plan.depth, plan.colour, 0, 0, plan.interlaced === true ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    ...(plan.palette === undefined ? [] : [chunk('PLTE', Buffer.from(plan.palette.flat()))]),
    ...(plan.transparency === undefined ? [] : [chunk('tRNS', Buffer.from(plan.transparency))]),
    ...inPieces(deflateSync(filtered(plan)), plan.pieces ?? 1).map((piece) => chunk('IDAT', piece)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function inPieces(bytes: Buffer, count: number): readonly Buffer[] {
  const size = Math.ceil(bytes.length / count)
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
}

function packedRow({ width, depth, colour, samples }: PngPlan, y: number): Buffer {
  const count = width * SAMPLES[colour]
  const bits = samples
    .slice(y * count, (y + 1) * count)
    .map((sample) => sample.toString(2).padStart(depth, '0'))
    .join('')
  const bytes = bits.match(/.{1,8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)))
}

function filtered(plan: PngPlan): Buffer {
  const filters = plan.filters ?? [0]
  const step = Math.max(1, (plan.depth * SAMPLES[plan.colour]) >> 3)
  const rows: Buffer[] = []
  let above: Buffer | null = null
  for (let y = 0; y < plan.height; y += 1) {
    const row = packedRow(plan, y)
    const filter = filters[Math.min(y, filters.length - 1)] ?? 0
    rows.push(Buffer.from([filter]), difference(filter, row, above, step))
    above = row
  }
  return Buffer.concat(rows)
}

function difference(filter: number, row: Buffer, above: Buffer | null, step: number): Buffer {
  return Buffer.from(
    row.map((value, x) => {
      const left = x < step ? 0 : row.readUInt8(x - step)
      const up = above === null ? 0 : above.readUInt8(x)
      const corner = above === null || x < step ? 0 : above.readUInt8(x - step)
      const guess = [0, left, up, Math.floor((left + up) / 2), nearest(left, up, corner)][filter] ?? 0
      return value - guess
    }),
  )
}

/** Of the three neighbours the one nearest to left + up - corner; the first of equals. */
function nearest(left: number, up: number, corner: number): number {
  const goal = left + up - corner
  const distances = [left, up, corner].map((value) => Math.abs(goal - value))
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0
}
