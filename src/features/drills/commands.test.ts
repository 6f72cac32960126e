import { describe, expect, it } from 'vitest'
import { decide, leaveHome, type Drill } from '#domain/drills/drill.ts'
import { openDrillWorld } from '#domain/drills/drill-world.ts'
import { linkOfInvitation, writeInvitation } from '#domain/drills/invitation.ts'
import { writeArrival } from '#domain/drills/roll-call.ts'
import { anAsked, DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { createDrills } from './commands.ts'
import type { DrillDeps } from './desk.ts'
import type { Running } from './state.ts'

const MINUTE = 60_000
const scenario = aDrill({ minutes: 60, signals: [{ minute: 5, trigger: 'city4' }] })
const joining = (changes: Parameters<typeof anAsked>[0] = {}) => anAsked({ scenario, ...changes })

/** A device: its shelf and clock outlive the page. */
function aDevice(changes: Partial<DrillDeps> = {}) {
  const kept = new Map<string, unknown>()
  const device = { now: DRILL_NOON, kept, marked: false, isFull: false, ticks: [] as (() => void)[] }
  const deps: DrillDeps = {
    shelf: {
      read: async (key) => ({ ok: true, value: structuredClone(kept.get(key) ?? null) }),
      write: async (key, value) => {
        if (!device.isFull) kept.set(key, structuredClone(value))
        return !device.isFull
      },
      remove: async (key) => {
        kept.delete(key)
        return true
      },
    },
    marker: {
      isSet: () => device.marked,
      set: () => void (device.marked = true),
      clear: () => void (device.marked = false),
    },
    clock: { now: () => device.now },
    openWorld: async ({ run }: Drill) =>
      openDrillWorld(aDrillTown(), run.scenario, anAbout({ home: run.home })),
    areaCode: () => '41207',
    randomBytes: (count) => Uint8Array.from({ length: count }, (_, index) => 17 * index + kept.size),
    hold: async () => () => undefined,
    every: (_, then) => {
      device.ticks.push(then)
      return () => void (device.ticks = device.ticks.filter((one) => one !== then))
    },
    onLeaving: () => () => undefined,
    ...changes,
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    device,
    /** Opens a page; the former one is gone without a word. */
    page: async () => {
      device.ticks = []
      const drills = createDrills(deps)
      await drills.commands.open()
      await settle()
      return drills
    },
    pass: async (minutes: number) => {
      device.now += minutes * MINUTE
      for (const tick of device.ticks) tick()
      await settle()
    },
    settle,
  }
}

const toPark = (drill: Drill, { world, minute }: Running): Drill | null => {
  const left = world === null ? null : leaveHome(drill, world, minute, 'park')
  return left?.ok === true ? left.value : null
}

describe('a drill on this device', () => {
  it('runs, is told what happens, ends, is judged and stands in the history', async () => {
    const { page, pass, settle, device } = aDevice()
    const { store, commands } = await page()
    commands.join(joining({ before: 4 }))
    await settle()
    expect(store.getState().running?.told?.level).toBeNull()
    expect(commands.act(toPark)).toBe(true)
    await pass(6)
    expect(store.getState().running?.told?.level).toBe(4)
    const seen: string[] = []
    store.subscribe(({ running: now, finished: over }) => {
      if (now === null && over === null) seen.push('neither')
    })
    await pass(60)
    expect(seen).toEqual([])
    const { running, finished, history } = store.getState()
    expect(running).toBeNull()
    expect(finished?.result).toMatchObject({ outcome: 'unknown', goal: null })
    expect(history.records).toMatchObject([
      { nonce: finished?.drill.nonce, scenario: 'sample', rating: { before: 4, after: null } },
    ])
    commands.rateAfter(2)
    commands.noteChanges(3, 1)
    await settle()
    expect(device.marked).toBe(false)
    expect(device.kept.has('run')).toBe(false)
    expect(device.kept.get('history')).toMatchObject({
      records: [{ rating: { before: 4, after: 2 }, proposed: 3, accepted: 1 }],
    })
  })

  it('is found again after a crash, at the minute at which it was kept, and waits', async () => {
    const { page, pass, settle, device } = aDevice()
    const before = await page()
    before.commands.join(joining())
    await settle()
    before.commands.act(toPark)
    await pass(2)
    expect(device.marked).toBe(true)
    device.now += 3 * 60 * MINUTE
    const { store, commands } = await page()
    const found = store.getState().running
    expect(found).toMatchObject({ isInterrupted: true, minute: 2 })
    expect(found?.drill.walk).toEqual(before.store.getState().running?.drill.walk)
    expect(found?.told).not.toBeNull()
    expect(commands.act((drill) => decide(drill, 2, 'stay', null))).toBe(false)
    await pass(10)
    expect(store.getState().running?.minute).toBe(2)
    commands.takeUp()
    await pass(1)
    expect(store.getState().running?.minute).toBe(3)
  })

  it('is left without a trace', async () => {
    const { page, settle, device } = aDevice()
    const { store, commands } = await page()
    commands.join(joining())
    await settle()
    commands.leave()
    await settle()
    expect(store.getState()).toMatchObject({ running: null, finished: null, history: { records: [] } })
    expect(device).toMatchObject({ marked: false, ticks: [] })
    expect([...device.kept.keys()]).toEqual([])
    expect((await page()).store.getState().running).toBeNull()
  })

  it('that another page does is only told of', async () => {
    const { page, pass } = aDevice({ hold: async () => null })
    const { store, commands } = await page()
    commands.join(joining())
    await pass(1)
    expect(store.getState().running).toMatchObject({ isElsewhere: true })
    expect(commands.act(toPark)).toBe(false)
  })

  it('that cannot be read is laid aside and told', async () => {
    const { page, device, settle } = aDevice()
    device.kept.set('run', { format: 'minna-drill', keptAt: 1, drill: {} })
    device.kept.set('history', { format: 'minna-drills', version: 99, records: [] })
    const { store } = await page()
    await settle()
    expect(store.getState()).toMatchObject({ status: 'open', running: null, lostDrill: true })
    expect([...device.kept.keys()]).toEqual(['unread/run', 'unread/history'])
  })

  it('says when nothing is kept', async () => {
    const { page, device, settle } = aDevice()
    device.isFull = true
    const { store, commands } = await page()
    commands.join(joining())
    await settle()
    expect(store.getState().isKept).toBe(false)
  })

  it('is not judged when its area never came', async () => {
    const { page, settle } = aDevice({ openWorld: async () => null })
    const { store, commands } = await page()
    commands.join(joining({ home: corner(0, 0) }))
    await settle()
    commands.finish()
    expect(store.getState()).toMatchObject({ running: null, finished: null, history: { records: [] } })
  })
})

describe('what is received', () => {
  const link = () => {
    const written = writeInvitation({ area: '41207', scenario: 'stand', begins: null, group: '丸山' })
    if (!written.ok) throw new Error(written.reason)
    return linkOfInvitation('https://city.example/map/', written.value)
  }

  it('is an invitation by link or by six signs', async () => {
    const { commands, store } = await aDevice().page()
    expect(commands.receive(link())).toBe('invitation')
    expect(store.getState().invited).toMatchObject({ ok: true, value: { group: '丸山' } })
  })

  it.each([
    ['hello there', 'notOurs'],
    ['000000', 'wrongCode'],
    [`${link().slice(0, -2)}AA`, 'damaged'],
  ])('is refused with its reason: %s', async (text, reason) => {
    const { commands, store } = await aDevice().page()
    expect(commands.receive(text)).toBe('refused')
    expect(store.getState().invited).toMatchObject({ ok: false, reason })
  })

  it('is a report or an arrival for the organiser', async () => {
    const { commands, store } = await aDevice().page()
    const code = writeArrival({
      v: 1,
      area: '41207',
      drill: 'abcdefabcdef',
      nonce: 'abcdefgh',
      site: null,
      language: 'ne',
      people: 2,
      needHelp: 0,
      group: null,
    })
    expect(commands.receive(code)).toBe('report')
    expect(store.getState()).toMatchObject({ handedIn: code, invited: null })
  })
})
