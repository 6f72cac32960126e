import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { countColours } from './count-colours.ts'

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}

/** A PNG of rows as they are filtered; its checksums are not read. */
function png(width: number, rows: readonly (readonly number[])[], channels: 3 | 4): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header[8] = 8
  header[9] = channels === 3 ? 2 : 6
  const data = deflateSync(Buffer.from(rows.flat()))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

describe('countColours', () => {
  it('counts each colour once', () => {
    const picture = png(
      2,
      [
        [0, 255, 0, 0, 0, 0, 255],
        [0, 255, 0, 0, 0, 255, 0],
      ],
      3,
    )
    expect(countColours(picture)).toBe(3)
  })

  it('undoes the filters: left, up, middle and Paeth', () => {
    const red = [255, 0, 0]
    const none = [0, 0, 0]
    expect(
      countColours(
        png(
          2,
          [
            [1, ...red, ...none],
            [2, ...none, ...none],
          ],
          3,
        ),
      ),
    ).toBe(1)
    expect(
      countColours(
        png(
          2,
          [
            [0, ...red, ...red],
            [4, ...none, ...none],
          ],
          3,
        ),
      ),
    ).toBe(1)
    expect(
      countColours(
        png(
          2,
          [
            [0, 200, 0, 0, 200, 0, 0],
            [3, 100, 0, 0, 0, 0, 0],
          ],
          3,
        ),
      ),
    ).toBe(1)
  })

  it('takes shades of one colour for one', () => {
    expect(countColours(png(2, [[0, 241, 0, 0, 9, 250, 1, 1, 255]], 4))).toBe(1)
  })

  it('refuses what it cannot read', () => {
    expect(() => countColours(Buffer.alloc(60))).toThrow(/8-bit/)
  })
})
