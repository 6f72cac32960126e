import { expect, it } from 'vitest'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { DRILL_NOON } from '#tests/support/a-drill.ts'
import { whenOf } from './when.ts'

const MINUTE = 60_000
const invited = (begins: number | null) => ({ area: '41207', scenario: 'stand', begins, group: null })
/** An hour of the event in six minutes at a table. */
const scenario = aDrill({ minutes: 60, speed: 10 })
const at = (minutes: number, mode: 'walk' | 'table' | 'class' = 'table') =>
  whenOf(invited(DRILL_NOON), scenario, mode, DRILL_NOON + minutes * MINUTE)

it('tells how the beginning stands to now', () => {
  expect(whenOf(invited(null), scenario, 'table', DRILL_NOON)).toEqual({ kind: 'anyTime' })
  expect(at(-1.5)).toEqual({ kind: 'coming', minutes: 2 })
  expect(at(0)).toEqual({ kind: 'running', minutes: 0 })
  expect(at(5.9)).toEqual({ kind: 'running', minutes: 5 })
  expect(at(6)).toEqual({ kind: 'over' })
})

it('lasts as long as it is walked, and in a class until somebody goes on', () => {
  expect(at(6, 'walk')).toEqual({ kind: 'running', minutes: 6 })
  expect(at(60, 'walk')).toEqual({ kind: 'over' })
  expect(at(600, 'class')).toEqual({ kind: 'anyTime' })
})
