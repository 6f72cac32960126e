import { describe, expect, it } from 'vitest'
import { aDrill, northOf } from '#tests/support/a-drill-run.ts'
import { corner, park } from '#tests/support/a-drill-town.ts'
import { aWalker, goOut } from '#tests/support/a-walker.ts'
import { at } from '#tests/support/a-way-town.ts'

const scenario = aDrill({
  minutes: 60,
  signals: [
    { minute: 1, trigger: 'jma2' },
    { minute: 5, trigger: 'city3' },
    { minute: 10, trigger: 'city4' },
  ],
})
/** The town's river floods its zone from the tenth to the twentieth minute. */
const rising = aDrill({
  minutes: 60,
  water: {
    kind: 'rise',
    hazards: ['flood'],
    curve: [
      { minute: 20, share: 0 },
      { minute: 30, share: 1 },
    ],
  },
})
const inRiver = at(375, 0)

describe('who walks a drill', () => {
  it('is followed by one watch, and the position goes into the run', async () => {
    const walker = aWalker()
    const { drills, walk } = await walker.join({ scenario })
    expect(walker.phone.watching).toHaveLength(1)
    await walker.pass(10)
    await walker.fix(corner(0, 0))
    await walker.pass(60)
    await walker.fix(at(60, 0))
    expect(walker.phone.begun).toBe(1)
    expect(drills.store.getState().running?.drill.run.track.at(-1)?.at).toEqual(at(60, 0))
    expect(walk.store.getState()).toMatchObject({
      isWatching: true,
      last: { fate: 'moved', accuracy: 5 },
      heard: walker.phone.now,
    })
  })

  it('is not followed at a table, nor when the drill is over or left', async () => {
    const walker = aWalker()
    const table = await walker.join({ scenario, mode: 'table' })
    expect(walker.phone.begun).toBe(0)
    table.drills.commands.leave()
    const { drills, walk } = await walker.join({ scenario })
    expect(walker.phone.watching).toHaveLength(1)
    drills.commands.finish()
    await walker.settle()
    expect(walker.phone.watching).toHaveLength(0)
    expect(walker.phone.screens).toBe(0)
    expect(walk.store.getState().isWatching).toBe(false)
    const again = await walker.join({ scenario })
    again.drills.commands.leave()
    expect(walker.phone.watching).toHaveLength(0)
  })

  it('is not tracked before the hour at which it begins', async () => {
    const walker = aWalker()
    const invitation = { area: '41207', scenario: 'stand', begins: walker.phone.now + 60_000, group: null }
    const { drills } = await walker.join({ scenario, invitation })
    await walker.pass(30)
    await walker.fix(corner(0, 0))
    await walker.pass(5)
    await walker.fix(at(200, 0))
    expect(drills.store.getState().running?.drill.track?.points).toEqual([])
    await walker.pass(60)
    await walker.fix(at(200, 0))
    expect(drills.store.getState().running?.drill.track?.points).toHaveLength(1)
  })

  it('after a crash, is followed only when the drill is taken up, and once', async () => {
    const walker = aWalker()
    await walker.join({ scenario })
    await walker.pass(20)
    await walker.fix(corner(0, 0))
    const { drills, walk } = await walker.open()
    expect(drills.store.getState().running?.isInterrupted).toBe(true)
    await walker.pass(5)
    expect(walker.phone.watching).toHaveLength(0)
    expect(walk.store.getState().isWatching).toBe(false)
    drills.commands.takeUp()
    await walker.pass(5)
    await walker.pass(5)
    expect(walker.phone.watching).toHaveLength(1)
    expect(walker.phone.begun).toBe(2)
  })

  it('is not told again after a crash what was told before it', async () => {
    const walker = aWalker()
    await walker.join({ scenario })
    await walker.pass(5 * 60)
    expect(walker.phone.sounded).toEqual(['told'])
    const { drills, walk } = await walker.open()
    drills.commands.takeUp()
    await walker.pass(5)
    expect(walker.phone.sounded).toEqual(['told'])
    expect(walk.store.getState().alerts).toEqual([])
    await walker.pass(6 * 60)
    expect(walker.phone.sounded).toEqual(['told', 'urgent'])
  })
})

describe('a position that is no good', () => {
  it('is left aside and told: too wide, a jump, an old one', async () => {
    const walker = aWalker()
    const { drills, walk } = await walker.join({ scenario })
    await walker.pass(90)
    await walker.fix(corner(0, 0), 180)
    expect(walk.store.getState().last).toEqual({ fate: 'inaccurate', accuracy: 180 })
    expect(walk.store.getState().heard).toBe(null)
    await walker.fix(corner(0, 0))
    await walker.pass(5)
    await walker.fix(corner(4, 4))
    expect(walk.store.getState().last?.fate).toBe('jump')
    await walker.fix(corner(0, 0), 5, walker.phone.now - 60_000)
    expect(walk.store.getState().last?.fate).toBe('old')
    expect(drills.store.getState().running?.drill.run.track).toHaveLength(1)
  })

  it('of a phone whose positions have another clock is told by ours', async () => {
    const walker = aWalker()
    const { drills } = await walker.join({ scenario })
    for (const metres of [0, 60]) {
      await walker.pass(60)
      await walker.fix(at(metres, 0), 5, walker.phone.now - 31 * 365 * 86_400_000)
    }
    expect(drills.store.getState().running?.drill.track?.points.map(({ minute }) => minute)).toEqual([1, 2])
  })

  it('never comes after now', async () => {
    const walker = aWalker()
    const { drills } = await walker.join({ scenario })
    await walker.pass(60)
    await walker.fix(corner(0, 0), 5, walker.phone.now + 600_000)
    expect(drills.store.getState().running?.drill.track?.points.map(({ minute }) => minute)).toEqual([1])
  })

  it('is told why there is none, until there is one; and can be asked for again', async () => {
    const walker = aWalker()
    const { walk } = await walker.join({ scenario })
    await walker.fail('denied')
    expect(walk.store.getState().failure).toBe('denied')
    walk.commands.again()
    expect(walker.phone.watching).toHaveLength(1)
    expect(walker.phone.begun).toBe(2)
    expect(walk.store.getState().failure).toBe(null)
    await walker.fail('timeout')
    await walker.pass(5)
    await walker.fix(corner(0, 0))
    expect(walk.store.getState().failure).toBe(null)
  })

  it('is told once when it is lost on the way, not at home', async () => {
    const walker = aWalker()
    const { drills, walk } = await walker.join({ scenario: aDrill() })
    await walker.pass(5)
    await walker.fix(corner(0, 0))
    await walker.pass(40)
    expect(walk.store.getState().alerts).toEqual([])
    goOut(drills, 'park')
    await walker.pass(1)
    expect(walk.store.getState().alerts.map(({ kind }) => kind)).toEqual(['lost'])
    await walker.pass(60)
    expect(walker.phone.sounded).toEqual(['told'])
    await walker.fix(at(60, 0))
    await walker.pass(40)
    expect(walker.phone.sounded).toEqual(['told', 'told'])
  })
})

describe('what makes the phone noticed', () => {
  it('is each order of level 3 and more once, the urgent ones louder', async () => {
    const walker = aWalker()
    const { walk } = await walker.join({ scenario })
    await walker.pass(2 * 60)
    expect(walker.phone.vibrated).toEqual([])
    await walker.pass(4 * 60)
    await walker.pass(60)
    expect(walker.phone.sounded).toEqual(['told'])
    expect(walker.phone.vibrated).toHaveLength(1)
    await walker.pass(5 * 60)
    expect(walker.phone.sounded).toEqual(['told', 'urgent'])
    expect(walk.store.getState().alerts).toHaveLength(2)
    walk.commands.read()
    expect(walk.store.getState().alerts).toEqual([])
  })

  it('is the water at their place, within 10 and 5 minutes and there, once each', async () => {
    const walker = aWalker()
    const { drills, walk } = await walker.join({ scenario: rising })
    await walker.pass(30)
    goOut(drills, 'park')
    const heard: [number, string][] = []
    for (let second = 30; second <= 22 * 60; second += 15) {
      await walker.fix(inRiver)
      await walker.pass(15)
      const { alerts } = walk.store.getState()
      for (const { key } of alerts.slice(heard.length)) heard.push([Math.floor(second / 60), key])
    }
    expect(heard).toEqual([
      [10, 'water 10'],
      [15, 'water 5'],
      [20, 'water 0'],
    ])
    expect(walker.phone.sounded).toEqual(['told', 'urgent', 'urgent'])
  })

  it('is an inject', async () => {
    const walker = aWalker()
    const when = { fromMinute: 3, onTheWay: null, withinMetres: null, share: 1 }
    const inject = { id: 'a', kind: 'rumour' as const, when, at: null, site: null, minutes: null }
    const { walk } = await walker.join({ scenario: aDrill({ injects: [inject] }) })
    await walker.pass(200)
    expect(walk.store.getState().alerts.map(({ key }) => key)).toEqual(['inject a'])
  })

  it('is silent where somebody wants it', async () => {
    const walker = aWalker()
    const { walk } = await walker.join({ scenario })
    walk.commands.setSound(false)
    walk.commands.setVibration(false)
    await walker.pass(6 * 60)
    expect([walker.phone.sounded, walker.phone.vibrated]).toEqual([[], []])
    expect(walk.store.getState().alerts).toHaveLength(1)
    walk.commands.setSound(true)
    walk.commands.setVibration(true)
    expect(walker.phone.sounded).toEqual(['told'])
    expect(walker.phone.vibrated).toHaveLength(1)
  })
})

describe('a page that was hidden', () => {
  it('tells since when, asks for the position anew, and makes noticed what came meanwhile', async () => {
    const walker = aWalker()
    const { drills, walk } = await walker.join({ scenario })
    await walker.pass(60)
    await walker.fix(corner(0, 0))
    goOut(drills, 'park')
    const from = walker.phone.now
    await walker.show(false)
    await walker.pass(5 * 60)
    expect(walker.phone.vibrated).toEqual([])
    await walker.show(true)
    expect(walk.store.getState().away).toEqual({ from, till: walker.phone.now })
    expect(walker.phone.watching).toHaveLength(1)
    expect(walker.phone.begun).toBe(2)
    expect(walker.phone.vibrated).toHaveLength(1)
    expect(drills.store.getState().running?.drill.run.gaps).toEqual([{ from: 1, till: null }])
    walk.commands.read()
    expect(walk.store.getState().away).toBe(null)
  })

  it('is not told when it was hidden for a moment', async () => {
    const walker = aWalker()
    const { walk } = await walker.join({ scenario })
    await walker.show(false)
    await walker.pass(5)
    await walker.show(true)
    expect(walk.store.getState().away).toBe(null)
    expect(walker.phone.begun).toBe(1)
  })

  it('keeps the screen on as soon as the browser does, and tells when it does not', async () => {
    const walker = aWalker()
    walker.phone.refusesScreen = true
    const { walk } = await walker.join({ scenario })
    expect(walk.store.getState().staysOn).toBe(false)
    walker.phone.refusesScreen = false
    await walker.show(false)
    await walker.show(true)
    expect(walk.store.getState().staysOn).toBe(true)
    walker.phone.loseScreen?.(false)
    expect(walk.store.getState().staysOn).toBe(false)
    expect(walker.phone.screens).toBe(1)
  })
})

describe('looking up', () => {
  it('is asked of who walks fast with the screen lit, once a minute', async () => {
    const walker = aWalker()
    const { walk } = await walker.join({ scenario: aDrill() })
    const seen = new Set<number | null>()
    for (let second = 0; second < 170; second += 10) {
      await walker.pass(10)
      await walker.fix(at(second * 1.4, 0))
      seen.add(walk.store.getState().lookUp)
    }
    seen.delete(null)
    expect(seen.size).toBe(3)
  })

  it('is not asked of who stands, nor with the screen off', async () => {
    const walker = aWalker()
    const { walk } = await walker.join({ scenario: aDrill() })
    for (let turn = 0; turn < 10; turn += 1) {
      await walker.pass(10)
      await walker.fix(at(turn, 0))
    }
    expect(walk.store.getState().lookUp).toBe(null)
    await walker.show(false)
    for (let turn = 0; turn < 10; turn += 1) {
      await walker.pass(10)
      await walker.fix(at(turn * 14, 0))
    }
    expect(walk.store.getState().lookUp).toBe(null)
  })
})

describe('arriving', () => {
  const arrive = async (goal: string | null) => {
    const walker = aWalker()
    const opened = await walker.join({ scenario: aDrill() })
    await walker.pass(5)
    await walker.fix(northOf(0))
    goOut(opened.drills, goal)
    await walker.pass(600)
    for (let turn = 0; turn < 3; turn += 1) {
      await walker.pass(1)
      await walker.fix([park.at[0], park.at[1]])
    }
    return { walker, ...opened }
  }

  it('is told at the goal, and ends the drill after a minute there', async () => {
    const { walker, drills, walk } = await arrive('park')
    expect(walk.store.getState().there).toMatchObject({ id: 'park', isGoal: true })
    expect(walk.store.getState().alerts.at(-1)?.kind).toBe('arrived')
    for (let turn = 0; turn < 5; turn += 1) {
      await walker.pass(10)
      await walker.fix([park.at[0], park.at[1]])
    }
    expect(drills.store.getState().running).not.toBe(null)
    await walker.pass(11)
    expect(drills.store.getState().running).toBe(null)
    expect(drills.store.getState().finished?.result?.goal).toBe('park')
    // Nothing of it is taken up again.
    expect((await walker.open()).drills.store.getState().running).toBe(null)
  })

  it('at another site never ends it by itself', async () => {
    const { walker, drills, walk } = await arrive('school')
    expect(walk.store.getState().there).toMatchObject({ id: 'park', isGoal: false })
    for (let turn = 0; turn < 10; turn += 1) {
      await walker.pass(10)
      await walker.fix([park.at[0], park.at[1]])
    }
    expect(drills.store.getState().running).not.toBe(null)
  })

  it('can be denied', async () => {
    const { walker, drills, walk } = await arrive(null)
    walk.commands.notThere()
    for (let turn = 0; turn < 10; turn += 1) {
      await walker.pass(10)
      await walker.fix([park.at[0], park.at[1]])
    }
    expect(walk.store.getState().there).toBe(null)
    expect(drills.store.getState().running).not.toBe(null)
  })
})
