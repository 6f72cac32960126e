import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { aPlan } from '#tests/support/a-plan.ts'
import { linkOfCode } from './code-link.ts'
import { encodePlan } from './encode-plan.ts'
import { QUIET_ZONE, qrMatrix, type QrMatrix } from './qr-matrix.ts'

const linkAt = (room: number): string => {
  const result = encodePlan(aPlan(), { parts: 'all', position: 'exact', room })
  return linkOfCode('https://example.jp/map/', (result.ok && result.value.codes[0]?.text) || '')
}
const LINKS = [
  linkAt(100),
  linkAt(300),
  linkAt(900),
  `https://example.jp/#/p/${'aZ9_'.repeat(238)}`,
  `https://example.jp/#/p/${'aZ9_'.repeat(244)}`,
]

/** A quarter turn to the right. */
const turned = (matrix: QrMatrix): QrMatrix =>
  matrix.map((row, y) => row.map((_, x) => matrix[matrix.length - 1 - x]?.[y] ?? false))

/** A picture of the squares, each `scale` pixels wide, in grey with some unrest, as a camera in a kitchen sees it. */
function photographed(matrix: QrMatrix, scale: number, unrest: number) {
  const side = matrix.length * scale
  const data = new Uint8ClampedArray(side * side * 4)
  let dice = 41_207
  for (let at = 0; at < side * side; at += 1) {
    dice = (dice * 1_103_515_245 + 12_345) % 2 ** 31
    const dark = matrix[Math.floor(at / side / scale)]?.[Math.floor((at % side) / scale)] === true
    const light = (dark ? 40 : 215) + ((dice / 2 ** 31) * 2 - 1) * unrest
    data.set([light, light, light * 0.9, 255], at * 4)
  }
  return { width: side, height: side, data }
}
const read = (matrix: QrMatrix, scale: number, unrest: number) =>
  decodeQR(photographed(matrix, scale, unrest), { timeLimit: 5_000 })

describe('the QR code of a link', () => {
  it.each(LINKS)('is read again, small and large', (link) => {
    const matrix = qrMatrix(link)
    for (const scale of [2, 3, 5]) expect(read(matrix, scale, 0)).toBe(link)
  })

  it.each(LINKS)('is read with unrest in the picture, and on its side', (link) => {
    let matrix = qrMatrix(link)
    for (let turn = 0; turn < 4; turn += 1) {
      expect(read(matrix, 4, 35)).toBe(link)
      matrix = turned(matrix)
    }
  })

  it('is read with a stain on it', () => {
    const link = linkAt(900)
    const matrix = qrMatrix(link).map((row, y) =>
      row.map((dark, x) => (y > 40 && y < 50 && x > 40 && x < 50 ? true : dark)),
    )
    expect(read(matrix, 4, 20)).toBe(link)
  })

  it('has a light edge of four squares all around', () => {
    const matrix = qrMatrix('https://example.jp/')
    const side = matrix.length
    matrix.forEach((row, y) => {
      expect(row).toHaveLength(side)
      row.forEach((dark, x) => {
        const edge = Math.min(x, y, side - 1 - x, side - 1 - y)
        if (edge < 4) expect(dark).toBe(false)
      })
    })
    expect(matrix[4]?.[4]).toBe(true)
  })

  it('is at most of version 25, with level M as long as there is room', () => {
    const version = (text: string) => (qrMatrix(text).length - 2 * QUIET_ZONE - 17) / 4
    expect(version('x'.repeat(997))).toBe(25)
    expect(version('x'.repeat(998))).toBe(22)
    expect(version('あ'.repeat(333))).toBe(22)
    expect(version('x'.repeat(1_000))).toBe(22)
  })
})
