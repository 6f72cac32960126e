import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, aReport } from '#tests/support/a-drill-report.ts'
import { crc32 } from '../crc32.ts'
import { codeOfScan } from '../plan/code/code-link.ts'
import { fromBase64Url, toBase64Url } from '../plan/code/base64url.ts'
import type { DrillResult } from './drill-run.ts'
import { readReport, readReports, reportOf, writeReport, writeReports } from './report-code.ts'
import { kindOfSealed, linkOfSealed } from './sealed-code.ts'

const bytesOf = (code: string): Uint8Array => fromBase64Url(code)!

/** A code with other bytes and a sum that holds. */
function sealedAnew(bytes: Uint8Array): string {
  const sum = new DataView(new ArrayBuffer(4))
  sum.setUint32(0, crc32(bytes))
  return toBase64Url(Uint8Array.of(...bytes, ...new Uint8Array(sum.buffer)))
}
const bodyOf = (code: string): Uint8Array => bytesOf(code).subarray(0, -4)

describe('the code of a report', () => {
  it('is read as what was written, bare, in a link, and with blanks around', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const code = writeReport(report)
        const link = linkOfSealed('https://example.jp/map/', code)
        for (const text of [code, link, ` ${link}\n`, `#/r/${code}`])
          expect(readReport(text)).toEqual({ ok: true, value: report })
        expect(kindOfSealed(code)).toEqual({ ok: true, value: 'report' })
      }),
    )
  })

  it('is short, and its link is no link of a plan', () => {
    const code = writeReport(aReport({ cell: { x: 320, y: 44 }, margin: -7 }))
    expect(code.length).toBeLessThanOrEqual(64)
    expect(codeOfScan(linkOfSealed('https://example.jp/map/', code))).toBeNull()
    fc.assert(fc.property(anyReport, (report) => writeReport(report).length <= 600))
  })

  it('stays what it was when it was first printed', () => {
    const code = writeReport(aReport())
    expect(Array.from(bytesOf(code).subarray(0, 6))).toEqual([1, 0, 0b0010, 0xf7, 0xc1, 0x02])
  })

  it('is damaged when any of its signs is another', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), fc.integer({ min: 1, max: 255 }), (report, pick, change) => {
        const bytes = bytesOf(writeReport(report))
        bytes[pick % bytes.length] = bytes[pick % bytes.length]! ^ change
        expect(readReport(toBase64Url(bytes))).toEqual({ ok: false, reason: 'damaged' })
      }),
    )
  })

  it('never throws, whatever stands behind a sum that holds, and what it takes is written in the same way', () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }).map((rest) => Uint8Array.of(1, 0, ...rest)),
      fc
        .record({ report: anyReport, pick: fc.nat(), to: fc.nat({ max: 255 }) })
        .map(({ report, pick, to }) => {
          const bytes = bodyOf(writeReport(report)).slice()
          bytes[pick % bytes.length] = to
          return bytes
        }),
    )
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const code = sealedAnew(bytes)
        const read = readReport(code)
        if (read.ok) expect(writeReport(read.value)).toBe(code)
        else expect(['notOurs', 'newerVersion', 'otherKind', 'broken']).toContain(read.reason)
      }),
      { numRuns: 500 },
    )
  })

  it('is refused with its reason', () => {
    const code = writeReport(aReport())
    const body = bodyOf(code)
    const changed = (at: number, to: number) =>
      sealedAnew(body.map((byte, index) => (index === at ? to : byte)))
    expect(readReport(changed(0, 2))).toMatchObject({ reason: 'newerVersion' })
    expect(readReport(changed(0, 0))).toMatchObject({ reason: 'notOurs' })
    expect(readReport(changed(1, 1))).toMatchObject({ reason: 'otherKind' })
    expect(readReport(changed(1, 9))).toMatchObject({ reason: 'notOurs' })
    expect(readReport(changed(2, 0b10010))).toMatchObject({ reason: 'broken' })
    expect(readReport(sealedAnew(Uint8Array.of(...body, 0)))).toMatchObject({ reason: 'broken' })
    // The same report with a longer spelling of its area: handed in twice it would look like two.
    const longer = Uint8Array.of(...body.subarray(0, 5), 0x82, 0, ...body.subarray(6))
    expect(readReport(sealedAnew(longer))).toMatchObject({ reason: 'broken' })
    for (const text of [
      '',
      'x',
      'https://example.jp/',
      `javascript:alert(1)#/r/${code}`,
      `#/p/${code}`,
      `${code}=`,
    ])
      expect(readReport(text)).toMatchObject({ reason: 'notOurs' })
  })

  it('is not made of what no report can be', () => {
    for (const change of [
      { margin: 61 },
      { margin: 0.5 },
      { language: 'Việt' },
      { area: '4120' },
      { drill: 'a b c d' },
      { group: 'a\nb' },
      { group: '' },
      { cell: { x: -1, y: 0 } },
    ])
      expect(() => writeReport(aReport(change))).toThrow()
  })
})

describe('the report of a result', () => {
  const RESULT: DrillResult = {
    outcome: 'caught',
    margin: -6.4,
    wet: [],
    unknownMetres: 0,
    metres: 900,
    speed: 1.1,
    prepared: 20,
    goal: 'S0001',
  }
  const about = {
    area: '41207',
    drill: 'k3F_9x2Q',
    nonce: 'n0000001',
    language: 'ne',
    mode: 'walk',
    needsHelp: true,
    group: ' 浜町 \n 2区 ',
    wentWrong: [130.1, 33.1],
    bounds: [129.98, 32.95, 130.17, 33.14],
  } as const

  it('tells whole minutes, rounded down, and no more than an hour', () => {
    const margin = (minutes: number | null) => reportOf({ ...RESULT, margin: minutes }, about).margin
    expect([-6.4, -0.2, 0.9, 400, -400, Infinity, NaN, null, -0].map(margin)).toEqual([
      -7,
      -1,
      0,
      60,
      -60,
      60,
      null,
      null,
      0,
    ])
  })

  it('tells a cell only of who was caught on the way, and the group in one line', () => {
    const report = reportOf(RESULT, about)
    expect(report).toMatchObject({ outcome: 'caught', group: '浜町 2区', needsHelp: true })
    expect(report.cell).not.toBeNull()
    for (const outcome of ['arrived', 'tooLate', 'stayed', 'left', 'unknown'] as const)
      expect(reportOf({ ...RESULT, outcome }, about).cell).toBeNull()
    expect(reportOf(RESULT, { ...about, wentWrong: null, group: ' \n' })).toMatchObject({
      cell: null,
      group: null,
    })
  })

  it('can always be written', () => {
    fc.assert(
      fc.property(fc.double(), fc.string({ unit: 'binary', maxLength: 90 }), (margin, group) => {
        const report = reportOf({ ...RESULT, margin }, { ...about, group })
        expect(readReport(writeReport(report))).toEqual({ ok: true, value: report })
      }),
    )
  })
})

describe('a file of reports', () => {
  it('is read as it was written, and tells which lines it refused', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 8 }), (reports) => {
        expect(readReports(writeReports(reports))).toEqual({ reports, refused: [] })
      }),
    )
    const code = writeReport(aReport())
    expect(readReports(`\r\n${code}\r\nhello\r\n#/r/${code.slice(0, -1)}A\n\n${code}`)).toMatchObject({
      reports: [aReport(), aReport()],
      refused: [{ line: 3, reason: 'notOurs' }, { line: 4 }],
    })
  })

  it('is not read beyond what a board holds', () => {
    const read = readReports('x\n'.repeat(5_010))
    expect(read.refused.at(-1)).toEqual({ line: 5_001, reason: 'tooMany' })
    expect(read.refused).toHaveLength(5_001)
  })
})
