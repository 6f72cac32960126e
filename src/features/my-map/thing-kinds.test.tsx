import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { aCityFeed } from '#tests/support/a-city-feed.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { closuresNow } from '../closures/index.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { handsOn } from '#tests/support/hands.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import type { DrawRequest, PlanTools, Thing } from '../plan/index.ts'
import { beginMark } from './thing-draft.ts'
import { ThingPanel } from './ThingPanel.tsx'

let screen: Screen
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  screen.leave()
  vi.useRealTimers()
})

const place = (name: string, romaji: string, at: [number, number]) =>
  ({ name, kana: 'か', romaji, kind: 'district', at }) as const
const area = anArea({
  places: [
    place('浜', 'Hama', [135.0175, 30.0175]),
    place('古枝', 'Furueda', [135.04, 30.04]),
    place('七浦', 'Nanaura', [135.035, 30.02]),
  ],
})

type Tools = ReturnType<typeof planTools>
async function start(
  thing: Thing | null,
  plan: Plan = aPlan(),
  changes: Partial<PlanTools> = {},
): Promise<Tools> {
  screen = await aScreen('en')
  const tools = planTools(plan, { area, thing, ...changes })
  screen.show(<ThingPanel tools={tools} />)
  return tools
}
const { settle, click, tick, field, write, pick, alerts } = handsOn(() => screen)

describe('a place', () => {
  it('tells stay or leave as soon as its building is whole, and not before', async () => {
    const tools = await start({ list: 'places', id: null, at: [135.0175, 30.0175] }, anEmptyPlan())
    await click('Tell about the building')
    expect(document.activeElement?.tagName).toBe('INPUT')
    await tick('How many storeys', '2')
    expect(screen.words()).toContain('Choose the storeys and the floor')
    await tick('The highest floor', '2')
    expect(screen.words()).toContain('leave this building')
    await click('Add it')
    expect(tools.current().places[0]?.building).toEqual({
      storeys: 2,
      floor: 2,
      structure: 'unknown',
      stockHours: null,
    })
  })
})

it('shows the building again that was undone', async () => {
  const tools = await start({ list: 'places', id: 'i6' })
  const floors = () =>
    (screen.find('fieldset', 'How many storeys').querySelector('input:checked') as HTMLInputElement | null)
      ?.parentElement?.textContent
  expect(floors()).toBe('2')
  await tick('How many storeys', '3')
  expect(tools.current().places[0]?.building?.storeys).toBe(3)
  await click('Undo')
  expect(tools.current().places[0]?.building?.storeys).toBe(2)
  expect(floors()).toBe('2')
  await click('Delete the building')
  expect(tools.current().places[0]?.building).toBeNull()
  expect(screen.words()).toContain('Tell about the building')
})

describe('a destination', () => {
  it('is a site out of the list, with both facts beside it', async () => {
    const tools = await start({ list: 'destinations', id: null }, anEmptyPlan())
    expect(screen.words()).toContain('designated')
    write(field('Look for a name'), 'zzz')
    await settle()
    expect(screen.words()).toContain('No site of that name')
    write(field('Look for a name'), 'みほん')
    await settle()
    await click('Choose this one')
    expect(document.activeElement?.textContent).toContain('見本小学校')
    await tick('In which dangers', 'Flood')
    await click('Add it')
    expect(tools.current().destinations).toMatchObject([
      { kind: 'site', site: 'E1', name: '見本小学校', at: [135.02, 30.02], hazards: ['flood'] },
    ])
  })

  it('that lies in the zone is told so before it is added', async () => {
    const sites = [aSite({ at: [135.0175, 30.0175] })]
    await start({ list: 'destinations', id: null }, anEmptyPlan(), { area: anArea({ sites }) })
    await click('Choose this one')
    expect(screen.find('[data-tone="hazard"]').textContent).toContain('3 m to 5 m deep')
  })

  it('of relatives may lie nowhere, which is told, and loses its site', async () => {
    const tools = await start({ list: 'destinations', id: 'i10' })
    await tick('What kind of place', 'Relatives')
    expect(tools.current().destinations[0]).toMatchObject({ kind: 'relative', site: null })
    await click('Remove the place')
    expect(tools.current().destinations[0]?.at).toBeNull()
    expect(screen.words()).toContain('You have not told where it is')
  })

  it('can be told where there is no list of sites', async () => {
    const tools = await start({ list: 'destinations', id: null }, anEmptyPlan(), {
      area: anArea({ sites: null }),
    })
    expect(screen.words()).toContain('no list of sites')
    await click('Add it')
    expect(alerts()).toContain('Choose a site')
    write(field('Name'), '公民館')
    await click('Add it')
    expect(tools.current().destinations).toMatchObject([{ kind: 'site', site: null, name: '公民館' }])
  })
})

describe('closed roads on a route', () => {
  const route = aPlan().routes[0] as Plan['routes'][number]
  const [first] = route.line as unknown as [readonly [number, number]]
  const HOUR = 3_600_000
  const shut = aClosure({ shape: { kind: 'point', at: [first[0], first[1]] }, end: FEED_ISSUED + HOUR })
  const show = async (feed: ClosureFeed | null, hours = 0) => {
    const closures = closuresNow(aCityFeed(feed), FEED_ISSUED + hours * HOUR)
    await start({ list: 'routes', id: route.id }, aPlan(), { closures })
    return screen.words()
  }

  it('stand with their road, who gets through, and of when that is', async () => {
    const words = await show(aFeed({ closures: [shut] }))
    expect(words).toContain('A closed road lies on this way')
    expect(words).toContain('市道見本線')
    expect(words).toContain('You cannot get through on foot.')
    expect(words).toMatch(/9:30/)
    expect(words).not.toContain('no road closures')
  })

  it('stay when the list grows old, and then it is said to be', async () => {
    const words = await show(aFeed({ closures: [shut] }), 30)
    expect(words).toContain('A closed road lies on this way')
    expect(words).toMatch(/old|changed/i)
  })

  it('that are not known are told as not known, never as none', async () => {
    expect(await show(null)).not.toContain('lies on this way')
    screen.leave()
    const words = await show(aFeed({ closures: [aClosure({ shape: { kind: 'point', at: [134, 29] } })] }))
    expect(words).toContain('None of the closures that the city told lies on this way.')
    expect(words).toContain('does not mean that roads which are not listed here are open')
  })
})

describe('a route', () => {
  const home: Plan['places'] = [
    { id: 'p1', kind: 'home', name: '', at: [135.0175, 30.0175], building: null, members: [], note: '' },
  ]

  it('is told without a map: from home to the destination, by way of a place', async () => {
    const [, goal] = aPlan().destinations
    const destinations = [{ ...goal, id: 'd1', at: [135.04, 30.04] }] as Plan['destinations']
    const tools = await start({ list: 'routes', id: null }, anEmptyPlan({ places: home, destinations }))
    expect(screen.words()).not.toContain('Draw on the map')
    expect(screen.words()).toContain('at least 2 points')
    write(field('Which destination does it lead to?'), 'd1')
    expect(screen.box.querySelectorAll('ol li')).toHaveLength(2)
    expect(screen.words()).toContain('What this route leads through')
    expect(screen.words()).toMatch(/flood water 3 m to 5 m deep/)
    expect(screen.words()).toContain('Reading the information on closed roads.')
    await click('Add a point')
    await pick('nanaura')
    await click('Move point 3 earlier')
    await click('Add it')
    expect(tools.current().routes).toMatchObject([
      {
        destination: 'd1',
        line: [
          [135.0175, 30.0175],
          [135.035, 30.02],
          [135.04, 30.04],
        ],
      },
    ])
  })

  it('is drawn where there is a map, from the points it has; giving up changes nothing', async () => {
    const requests: DrawRequest[] = []
    const tools = await start({ list: 'routes', id: 'i15' }, aPlan(), {
      draw: (request) => void requests.push(request),
    })
    const before = tools.current().routes[0]?.line
    await click('Draw it on the map again')
    expect(requests[0]).toMatchObject({ tool: 'line', corners: before })
    act(() => requests[0]?.onDone(null))
    expect(tools.current().routes[0]?.line).toEqual(before)
    act(() =>
      requests[0]?.onDone([
        [135.01, 30.01],
        [135.02, 30.02],
      ]),
    )
    expect(tools.current().routes[0]?.line).toEqual([
      [135.01, 30.01],
      [135.02, 30.02],
    ])
  })

  it('of the plan keeps the two points that it needs', async () => {
    const tools = await start({ list: 'routes', id: 'i15' })
    await click('Remove point 2')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/point 2/)
    expect((screen.find('button', 'Remove point 1') as HTMLButtonElement).disabled).toBe(true)
    expect(tools.current().routes[0]?.line).toHaveLength(2)
  })
})

describe('an area', () => {
  it('is told corner by corner, and bears the worst within', async () => {
    const plan = anEmptyPlan()
    screen = await aScreen('en')
    const tools = planTools(plan, { area })
    const thing = beginMark(tools.plans, plan, 5, { group: 'danger', shape: 'area' })
    screen.show(<ThingPanel tools={{ ...tools, thing }} />)
    await tick('Kind', 'Floods often')
    for (const name of ['hama', 'furueda', 'nanaura']) {
      expect(screen.words()).toContain('at least 3 points')
      await click('Add a point')
      await pick(name)
    }
    expect(screen.words()).toContain('The worst inside the area')
    expect(screen.words()).toContain('3 m to 5 m')
    await click('Add it')
    expect(tools.current().marks).toMatchObject([
      { kind: 'floodsOften', shape: { type: 'area' }, addedAt: 5 },
    ])
  })
})
