import fc from 'fast-check'
import type { DrillReport } from '#domain/drills/drill-report.ts'
import { OUTCOMES } from '#domain/drills/drill-run.ts'
import { groupOf } from '#domain/drills/report-parts.ts'
import { DRILL_MODES } from '#domain/drills/scenario.ts'

/** The report of somebody who arrived in the drill of the tests. */
export const aReport = (change: Partial<DrillReport> = {}): DrillReport => ({
  v: 1,
  area: '41207',
  drill: 'k3F_9x2Q',
  nonce: 'n0000001',
  language: 'vi',
  mode: 'walk',
  outcome: 'arrived',
  margin: 12,
  cell: null,
  needsHelp: false,
  group: null,
  ...change,
})

export const anyToken = fc.stringMatching(/^[A-Za-z0-9_-]{4,32}$/)
export const anyTag = fc.constantFrom('ja', 'ja-simple', 'vi', 'ne', 'pt-BR', 'zh-Hant', 'fil')
export const anyGroup = fc.option(
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom(
        '=1+1',
        '＝1+1',
        "'=x",
        '@a',
        '-3+2',
        '浜町2区',
        'a,b"c',
        ' +1\n2',
        '=HYPERLINK("http://x","y")',
      ),
    )
    .map(groupOf),
)

/** Any report that a phone can hand in. */
export const anyReport: fc.Arbitrary<DrillReport> = fc.record({
  v: fc.constant(1 as const),
  area: fc.stringMatching(/^\d{5}$/),
  drill: anyToken,
  nonce: anyToken,
  language: anyTag,
  mode: fc.constantFrom(...DRILL_MODES),
  outcome: fc.constantFrom(...OUTCOMES),
  margin: fc.option(fc.integer({ min: -60, max: 60 })),
  cell: fc.option(fc.record({ x: fc.nat({ max: 9999 }), y: fc.nat({ max: 9999 }) })),
  needsHelp: fc.boolean(),
  group: anyGroup,
})
