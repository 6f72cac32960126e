import { expect, it } from 'vitest'
import { coveredBy } from './use-covered.ts'

const rect = (left: number, top: number, width: number, height: number): DOMRectReadOnly => ({
  x: left,
  y: top,
  left,
  top,
  width,
  height,
  right: left + width,
  bottom: top + height,
  toJSON: () => null,
})
const phone = rect(0, 60, 360, 680)
const desk = rect(0, 60, 1280, 740)

it('counts a sheet below as the bottom, and never as all of the map', () => {
  expect(coveredBy(phone, rect(0, 400, 360, 340), false)).toEqual({ top: 0, bottom: 340, start: 0, end: 0 })
  expect(coveredBy(phone, phone, false).bottom).toBe(476)
})

it('counts a column as the start, on whichever side the language starts', () => {
  expect(coveredBy(desk, rect(0, 60, 480, 740), false).start).toBe(480)
  expect(coveredBy(desk, rect(800, 60, 480, 740), true).start).toBe(480)
})
