import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aBegunDrill, DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { advanceDrill, decide, leaveHome, type Drill } from './drill.ts'
import { openDrillWorld } from './drill-world.ts'
import { keepDrill, parseKeptDrill } from './kept-drill.ts'
import { takeFix } from './track.ts'

const scenario = aDrill({ minutes: 60 })
const world = openDrillWorld(aDrillTown(), scenario, anAbout())
const onTheWay = (minute: number): Drill => {
  const left = leaveHome(aBegunDrill({ scenario }), world, 1, 'park')
  if (!left.ok) throw new Error(left.reason)
  return advanceDrill(left.value, world, [], DRILL_NOON + minute * 60_000)
}
const again = (drill: Drill): unknown => structuredClone(keepDrill(drill, DRILL_NOON))

describe('a drill on the device', () => {
  it('comes back as it was, at every minute of a table and outdoors', () => {
    for (const minute of [0, 1, 2, 5, 8, 60]) {
      const kept = parseKeptDrill(again(onTheWay(minute)))
      expect(kept).toEqual({ ok: true, value: keepDrill(onTheWay(minute), DRILL_NOON) })
    }
    const walked = aBegunDrill({ scenario, mode: 'walk' })
    if (walked.track === null) throw new Error('no track')
    const { track } = takeFix(walked.track, { minute: 1, at: corner(0, 1), accuracy: 9 })
    const drill = decide({ ...walked, track }, 2, 'leave', null)
    expect(parseKeptDrill(again(drill))).toMatchObject({ ok: true, value: { drill } })
  })

  it('comes back with any scenario', () => {
    fc.assert(
      fc.property(anyScenario, (any) => {
        const drill = aBegunDrill({
          scenario: any,
          invitation: { area: '41207', scenario: any, begins: null, group: '丸山区' },
        })
        expect(parseKeptDrill(again(drill))).toEqual({ ok: true, value: keepDrill(drill, DRILL_NOON) })
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['something else', { format: 'minna-plan' }, 'format'],
    ['a place that is none', { drill: { run: { home: [999, 30] } } }, 'drill.run.home'],
    ['a clock without a turn', { drill: { clock: [] } }, 'drill.clock.0'],
    ['a number that is none', { drill: { run: { left: Number.NaN } } }, 'drill.run.left'],
    ['a field that nobody knows', { drill: { more: 1 } }, 'drill.more'],
    [
      'a scenario that cannot be',
      { drill: { run: { scenario: { v: 1, signals: 1 } } } },
      'drill.run.scenario',
    ],
    ['an edge below none', { drill: { walk: { at: { edge: -1 } } } }, 'drill.walk.at.edge'],
  ])('is refused whole: %s', (_, change, detail) => {
    expect(parseKeptDrill(merge(again(onTheWay(2)), change))).toEqual({
      ok: false,
      reason: 'brokenDrill',
      detail,
    })
  })

  it('is refused when it is nothing at all', () => {
    for (const value of [null, 1, 'x', [], {}]) expect(parseKeptDrill(value).ok).toBe(false)
  })
})

function merge(value: unknown, change: unknown): unknown {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return change
  const base = typeof value === 'object' && value !== null ? value : {}
  const merged: Record<string, unknown> = { ...base }
  for (const [name, part] of Object.entries(change)) merged[name] = merge(merged[name], part)
  return merged
}
