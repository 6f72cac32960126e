import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { MOST } from '#domain/plan/plan.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { aSite } from '#tests/support/an-area.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { plansInMemory } from '#tests/support/plan-tools.ts'
import { keepWay, SaveWay } from './SaveWay.tsx'

const site = aSite({ name: { ja: '高台公園', kana: null, en: null } })
const line: LngLat[] = [
  [135, 30],
  [135.001, 30],
  [135.001, 30.001],
]

let screen: Screen
afterEach(() => screen.leave())

async function start(plans: ReturnType<typeof plansInMemory> | null) {
  screen = await aScreen('en')
  screen.show(<SaveWay site={site} line={line} area="99201" openPlans={async () => plans} />)
}
const press = async (words: string) => {
  act(() => screen.find('button', words).click())
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))
}

it('the plan takes the way in, and gives it back', async () => {
  const plans = plansInMemory(aPlan())
  const routes = () => plans.store.getState().plans[0]?.plan.routes ?? []
  const before = routes().length
  await start(plans)
  await press('Put into My Hazard Map')
  expect(routes()).toHaveLength(before + 1)
  expect(routes().at(-1)).toMatchObject({ name: '高台公園', line })
  expect(screen.words()).toContain('It is in My Hazard Map now')
  await press('Undo')
  expect(routes()).toHaveLength(before)
  expect(screen.find('button', 'Put into My Hazard Map')).not.toBeNull()
})

it('a plan is begun where there is none, only when that was pressed', async () => {
  const plans = plansInMemory(null)
  await start(plans)
  await press('Put into My Hazard Map')
  expect(plans.store.getState().plans).toEqual([])
  await press('Begin a plan with this way')
  expect(plans.store.getState().plans[0]?.plan.routes).toHaveLength(1)
})

it('plans that cannot be opened, and a plan that is full, are said', async () => {
  await start(null)
  await press('Put into My Hazard Map')
  expect(screen.words()).toContain('could not be loaded')
  screen.leave()
  const one = { id: 'r1', name: '', line: [[135, 30] as [number, number], [135, 30.1] as [number, number]] }
  const routes = Array.from({ length: MOST.routes }, (_, index) => ({
    ...one,
    id: `r${index}`,
    destination: null,
    note: '',
    by: '',
    addedAt: 0,
  }))
  await start(plansInMemory({ ...aPlan(), routes }))
  await press('Put into My Hazard Map')
  expect(screen.words()).toContain('cannot hold more routes')
})

it('a way of very many corners is thinned, and one that cannot be is refused', () => {
  const plan = removeEntry('routes', 'none')(aPlan(), 1)
  if (!plan.ok) throw new Error(plan.reason)
  const wavy = (corners: number): LngLat[] =>
    Array.from({ length: corners }, (_, index) => [135 + index / 1e5, 30 + (index % 2) / 1e6])
  const kept = keepWay(site, wavy(900))(plan.value, 1)
  expect(kept.ok && kept.value.routes.at(-1)?.line.length).toBeLessThanOrEqual(MOST.corners)
  expect(keepWay(site, wavy(10_001))(plan.value, 1)).toMatchObject({ ok: false })
})
