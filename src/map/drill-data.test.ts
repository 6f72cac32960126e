import { expect, it } from 'vitest'
import { drillData, isSameWalk } from './drill-data.ts'
import type { DrillOnMap } from './map-view.ts'

const DRILL: DrillOnMap = {
  trail: [
    [135, 35],
    [135.1, 35],
  ],
  at: [135.1, 35.1],
  isLost: false,
  goal: [135.2, 35],
  other: { trail: [], at: [135, 35] },
  shut: [[135.05, 35]],
  wrong: [135.07, 35],
  water: null,
}
const parts = (drill: DrillOnMap | null) =>
  drillData(drill).features.map(({ properties }) => properties?.['part'])

it('draws the own position over all else, and a trail up to it', () => {
  expect(parts(DRILL)).toEqual(['trail', 'goal', 'shut', 'wrong', 'other', 'at'])
  expect(drillData(DRILL).features[0]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [135, 35],
      [135.1, 35],
      [135.1, 35.1],
    ],
  })
})

it('never draws a position that was lost as one that is known', () => {
  expect(parts({ ...DRILL, isLost: true })).toContain('lost')
  expect(parts({ ...DRILL, isLost: true })).not.toContain('at')
})

it('draws nothing where there is nothing', () => {
  expect(parts(null)).toEqual([])
  expect(
    parts({ trail: [], at: null, isLost: false, goal: null, other: null, shut: [], water: null }),
  ).toEqual([])
  expect(parts({ ...DRILL, trail: [], other: { trail: [[135, 35.2]], at: [135, 35] } })).toEqual([
    'otherTrail',
    'goal',
    'shut',
    'wrong',
    'other',
    'at',
  ])
})

it('tells a new frame of the water from a new step of the walk', () => {
  expect(isSameWalk(DRILL, { ...DRILL, water: { kind: 'ranks', hazards: [], colours: [] } })).toBe(true)
  expect(isSameWalk(null, null)).toBe(true)
  expect(isSameWalk(null, DRILL)).toBe(false)
  for (const change of [
    { at: null },
    { isLost: true },
    { goal: null },
    { shut: [] },
    { wrong: null },
    { other: null },
    { trail: [] },
  ])
    expect(isSameWalk(DRILL, { ...DRILL, ...change })).toBe(false)
})
