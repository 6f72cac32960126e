import { expect, it, vi } from 'vitest'
import { aPlan } from '#tests/support/a-plan.ts'
import { copyPlans } from './copy-plans.ts'

const stored = { plan: aPlan(), revision: 4, exported: null }
const original = () => {
  const open = vi.fn(async () => ({
    plans: [stored],
    quarantined: [],
    trouble: null,
    removedBySystem: false,
  }))
  const photo = vi.fn(async () => new Blob(['x']))
  return { open, photo }
}

it('hands out what was there, and keeps what is changed to itself', async () => {
  const real = original()
  const before = JSON.stringify(stored)
  const copy = copyPlans(real)
  expect((await copy.open()).plans).toEqual([stored])
  const changed = { ...stored.plan, name: 'Übung' }
  expect(await copy.save(changed, 4)).toMatchObject({ ok: true, stored: { revision: 5 } })
  expect((await copy.read(stored.plan.id))?.plan.name).toBe('Übung')
  expect((await copy.open()).plans.map(({ plan }) => plan.name)).toEqual(['Übung'])
  expect(await copy.save(changed, 4)).toMatchObject({ ok: false, why: 'conflict', newest: { revision: 5 } })
  await copy.remove(stored.plan.id)
  expect((await copy.open()).plans).toEqual([])
  expect(JSON.stringify(stored)).toBe(before)
  expect(real.open).toHaveBeenCalledOnce()
})

it('shows the photos of the others, and its own only here', async () => {
  const real = original()
  const copy = copyPlans(real)
  await copy.putPhoto('own', new Blob(['y']))
  expect(await (await copy.photo('own'))?.text()).toBe('y')
  expect(await (await copy.photo('other'))?.text()).toBe('x')
  expect(real.photo.mock.calls).toEqual([['other']])
})
