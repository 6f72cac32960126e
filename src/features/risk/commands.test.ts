import { expect, it } from 'vitest'
import type { Area } from '#domain/packs/area.ts'
import type { Located, Locator } from '#platform/ports.ts'
import { anArea } from '#tests/support/an-area.ts'
import { createRiskCommands } from './commands.ts'
import { createRiskStore, type Inspected } from './store.ts'

const pointed = (at: Inspected['at']): Inspected => ({ at, accuracy: null, from: 'map', name: null })
const town = anArea()
const nowhere: Locator = { locate: () => Promise.resolve({ ok: false, why: 'denied' }) }

function start(area: Area | null, locator: Locator = nowhere) {
  const store = createRiskStore()
  let open = area
  const commands = createRiskCommands(store, () => open, locator)
  const floodAnswer = () => store.getState().answered?.risk.hazards.find(({ kind }) => kind === 'flood')
  return { store, commands, floodAnswer, openNow: (next: Area) => (open = next) }
}

it('answers at once in an open area', () => {
  const { commands, floodAnswer } = start(town)
  commands.inspect(pointed([135.025, 30.025]))
  expect(floodAnswer()).toMatchObject({ answer: 'hazard', rank: 2 })
})

it('keeps the question until an area is open, then answers it', () => {
  const { store, commands, floodAnswer, openNow } = start(null)
  commands.inspect(pointed([135.017, 30.017]))
  expect(store.getState()).toMatchObject({ answered: null, inspected: { at: [135.017, 30.017] } })
  openNow(town)
  commands.answerAgain()
  expect(floodAnswer()).toMatchObject({ answer: 'hazard', rank: 3 })
})

it('tells the worst within the circle in which the device says it is', async () => {
  const at = [135.0142, 30.0142] as const
  const locator: Locator = { locate: () => Promise.resolve({ ok: true, at, accuracy: 300 }) }
  const { store, commands, floodAnswer } = start(town, locator)
  commands.inspect(pointed(at))
  expect(floodAnswer()).toMatchObject({ rank: 2 })
  expect(await commands.inspectHere()).toBe(true)
  expect(floodAnswer()).toMatchObject({ rank: 3 })
  expect(store.getState().inspected).toMatchObject({ accuracy: 300, from: 'position' })
})

it('says why there is no position and keeps the answer that stands', async () => {
  const { store, commands, floodAnswer } = start(town)
  commands.inspect(pointed([135.025, 30.025]))
  expect(await commands.inspectHere()).toBe(false)
  expect(store.getState().locating).toBe('denied')
  expect(floodAnswer()).toMatchObject({ rank: 2 })
})

it('says nothing when the person went on meanwhile', async () => {
  let answer: (located: Located) => void = () => {}
  const locator: Locator = { locate: () => new Promise((resolve) => (answer = resolve)) }
  const { store, commands } = start(town, locator)
  const asked = commands.inspectHere()
  commands.inspect(pointed([135.025, 30.025]))
  answer({ ok: true, at: [135.05, 30.05], accuracy: 5 })
  expect(await asked).toBe(false)
  expect(store.getState().inspected?.at).toEqual([135.025, 30.025])
})

it('is silent when the device gives up because it was stopped', async () => {
  const locator: Locator = {
    locate: (signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  }
  const { store, commands } = start(town, locator)
  const asked = commands.inspectHere()
  commands.stopLocating()
  expect(await asked).toBe(false)
  expect(store.getState().locating).toBe('resting')
})
