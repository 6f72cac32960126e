import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyPlan } from '#tests/support/any-plan.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { myMapOf } from './my-map-of.ts'

it('draws places, destinations, marks, areas and routes, and what is looked at larger', () => {
  const { points, areas, lines, selected } = myMapOf(aPlan(), 'i13')
  expect(points.map(({ id, icon }) => `${id} ${icon}`)).toEqual([
    'i6 home',
    'i7 place',
    'i8 place',
    'i9 place',
    'i10 destination',
    'i11 destination',
    'i12 underpass',
    'i14 boat',
  ])
  expect(areas).toMatchObject([{ id: 'i13', icon: 'floodsOften' }])
  expect(areas[0]?.ring).toHaveLength(3)
  expect(lines).toMatchObject([{ id: 'i15', name: '公民館まで' }])
  expect(selected).toBe('i13')
})

it('leaves out what lies nowhere of its own, and nothing else', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { points, areas, lines } = myMapOf(plan, null)
      const drawn = new Set([...points, ...areas, ...lines].map(({ id }) => id))
      const nowhere = plan.destinations.filter(({ kind, at }) => kind === 'upstairs' || at === null)
      const things = [plan.places, plan.destinations, plan.marks, plan.routes].flat()
      expect(drawn.size).toBe(things.length - nowhere.length)
      expect(nowhere.some(({ id }) => drawn.has(id))).toBe(false)
    }),
  )
})
