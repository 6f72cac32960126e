import { expect, it } from 'vitest'
import type { Called } from '#domain/drills/relay-message.ts'
import type { Relay, RelayReading } from '#platform/ports.ts'
import { endDrill, leaveHome } from '#domain/drills/drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { drillsInMemory } from '#tests/support/drill-tools.ts'
import { tellLive } from './phone-live.ts'

/** A relay that takes everything. */
function aRelay() {
  const said: string[] = []
  let reading: RelayReading = { state: 'off', refusal: null, called: null, report: 'none', board: null }
  let changed = () => {}
  const relay: Relay = {
    reading: () => reading,
    connect: (room, role) => void said.push(`connect ${room} ${role.kind}`),
    disconnect: () => void said.push('disconnect'),
    tell: ({ status, cell, language }) =>
      void said.push(`${status} ${language} ${cell === null ? 'nowhere' : 'somewhere'}`),
    handIn: () => undefined,
    call: () => false,
    onChange: (then) => {
      changed = () => then(reading)
      return () => void (changed = () => {})
    },
  }
  const call = (called: Called, at: number) => {
    reading = { ...reading, called: { ...called, at } }
    changed()
  }
  return { relay, said, call }
}

async function aPhone() {
  const memory = drillsInMemory()
  await memory.join({ scenario: aDrill({ minutes: 60, speed: 2 }) })
  const { relay, said, call } = aRelay()
  return { ...memory, relay, said, call }
}

it('tells in words where this phone is, each once, and nothing before it is switched on', async () => {
  const { drills, relay, said, pass } = await aPhone()
  const end = tellLive(drills, relay, 'ne')
  expect(said).toEqual([`connect ${drills.store.getState().running?.drill.token} phone`])
  drills.commands.act((drill, { world, minute }) => {
    const left = world === null ? null : leaveHome(drill, world, minute, 'park')
    return left?.ok === true ? left.value : null
  })
  await pass(1)
  expect(said.slice(1)).toEqual(['onTheWay ne nowhere'])
  drills.commands.act((drill, { minute }) => endDrill(drill, minute))
  expect(said.slice(1)).toEqual(['onTheWay ne nowhere', 'done ne nowhere'])
  end()
  expect(said.at(-1)).toBe('disconnect')
})

it('does what is called to all: it stands still, goes on, and ends', async () => {
  const { drills, relay, call, device, pass } = await aPhone()
  tellLive(drills, relay, 'vi')
  await pass(3)
  expect(drills.store.getState().running?.minute).toBe(6)
  call({ call: 'pause', number: 1, ran: 60_000 }, device.now)
  expect(drills.store.getState().running?.minute).toBe(2)
  await pass(10)
  expect(drills.store.getState().running?.minute).toBe(2)
  call({ call: 'begin', number: 2, ran: 60_000 }, device.now)
  await pass(1)
  expect(drills.store.getState().running?.minute).toBe(4)
  call({ call: 'begin', number: 2, ran: 0 }, device.now)
  expect(drills.store.getState().running?.minute).toBe(4)
  call({ call: 'end', number: 3, ran: 120_000 }, device.now)
  expect(drills.store.getState().running).toBeNull()
  expect(drills.store.getState().finished).not.toBeNull()
})
