import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
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
  tag: LanguageTag = 'en',
): Promise<Tools> {
  screen = await aScreen(tag)
  const tools = planTools(plan, { area, thing, ...changes })
  screen.show(<ThingPanel tools={tools} />)
  return tools
}
/** Leaves the screen and comes back, as drawing in another layout would. */
function away(tools: PlanTools): void {
  screen.show(null)
  screen.show(<ThingPanel tools={tools} />)
}
const settle = () => act(async () => void (await vi.runAllTimersAsync()))
const click = async (words: string) => {
  act(() => screen.find('button', words).click())
  await settle()
}
const tick = async (group: string, words: string) => {
  const label = [...screen.find('fieldset', group).querySelectorAll('label')].find(({ textContent }) =>
    textContent?.includes(words),
  )
  act(() => label?.querySelector('input')?.click())
  await settle()
}
const field = (words: string): HTMLInputElement => {
  const label = [...screen.box.querySelectorAll('label')].find(
    ({ textContent }) => textContent?.trim() === words,
  )
  const found = document.getElementById(label?.htmlFor ?? '')
  if (found === null) throw new Error(`no field ${words}`)
  return found as HTMLInputElement
}
function write(input: HTMLElement, text: string): void {
  act(() => {
    input.focus()
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input) as object, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  })
}
/** Looks a place up in the picker and takes the first hit. */
async function pick(name: string): Promise<void> {
  write(screen.find('input[type="search"]'), name)
  act(
    () =>
      void screen
        .find('form[role="search"]')
        .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
  await settle()
}
const alerts = () =>
  [...screen.box.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).join('')

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every editor has its words, new or not, and none of them comforts', async () => {
    const plan = aPlan()
    const things: Thing[] = (['places', 'destinations', 'marks', 'routes', 'contacts'] as const).flatMap(
      (list) => [
        { list, id: null },
        { list, id: plan[list][0]?.id ?? null },
      ],
    )
    for (const thing of [
      ...things,
      { list: 'marks', id: 'i13' } as const,
      { list: 'marks', id: 'gone' } as const,
    ]) {
      await start(thing, plan, {}, tag)
      expect(screen.words().length).toBeGreaterThan(15)
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(screen.words()).not.toMatch(COMFORT)
      screen.leave()
    }
    await start(null, plan, {}, tag)
  })
})

describe('a new thing', () => {
  it('asks for what is missing, one after the other, and then is added as a whole', async () => {
    const tools = await start({ list: 'marks', id: null }, anEmptyPlan())
    await click('Add it')
    expect(alerts()).toContain('Choose what kind')
    await tick('Kind', 'Underpass')
    expect(alerts()).toBe('')
    await click('Add it')
    expect(alerts()).toContain('Choose where')
    expect(tools.current().marks).toEqual([])
    await pick('hama')
    expect(screen.words()).toContain('Near Hama')
    expect(screen.words()).toContain('3 m to 5 m')
    await click('Add it')
    expect(tools.current().marks).toMatchObject([
      { kind: 'underpass', name: 'Hama (浜)', shape: { type: 'point', at: [135.0175, 30.0175] } },
    ])
    expect(tools.went).toEqual(['back'])
  })

  it('takes what is still being typed when it is added', async () => {
    const tools = await start({ list: 'contacts', id: null }, anEmptyPlan())
    write(field('Name'), ' 叔母 ')
    act(() => screen.find('button', 'Add it').click())
    expect(tools.current().contacts).toMatchObject([{ name: '叔母' }])
    screen.show(null)
    screen.show(<ThingPanel tools={tools} />)
    expect(field('Name').value).toBe('')
  })

  it('outlives another screen, and is forgotten when the person cancels', async () => {
    const tools = await start({ list: 'places', id: null }, anEmptyPlan())
    await pick('hama')
    write(field('Name'), '塾')
    away(tools)
    expect(field('Name').value).toBe('塾')
    expect(screen.words()).toContain('Near Hama')
    await click('Cancel')
    away(tools)
    expect(field('Name').value).toBe('')
    expect(tools.current().places).toEqual([])
    expect(tools.current().changedAt).toBe(anEmptyPlan().changedAt)
  })

  it('knows the place and the name that it was begun with', async () => {
    const tools = await start({ list: 'places', id: null, at: [135.04, 30.04], name: '学校' }, anEmptyPlan())
    expect(screen.words()).toContain('Near Furueda')
    await click('Add it')
    expect(tools.current().places).toMatchObject([{ name: '学校', kind: 'home', at: [135.04, 30.04] }])
  })

  it('is refused in words when the plan is full', async () => {
    const destinations = Array.from({ length: 8 }, (_, index) => ({
      ...(aPlan().destinations[1] as Plan['destinations'][number]),
      id: `d${90 + index}`,
    }))
    const tools = await start({ list: 'destinations', id: null }, aPlan({ destinations, routes: [] }))
    await tick('What kind of place', 'A hotel')
    await click('Add it')
    expect(alerts()).toContain('full')
    expect(tools.current().destinations).toHaveLength(8)
    expect(tools.went).toEqual([])
  })
})

describe('a thing of the plan', () => {
  it('is changed at once, field by field, and can be undone', async () => {
    const tools = await start({ list: 'marks', id: 'i12' })
    await tick('Kind', 'Wall')
    expect(tools.current().marks[0]).toMatchObject({ kind: 'wall', name: '駅の地下道', by: '花子' })
    write(field('Note'), '夜は 暗い')
    await settle()
    expect(tools.current().marks[0]?.note).toBe('夜は 暗い')
    write(field('Added by'), 'ばあば')
    expect(tools.current().marks[0]?.by).toBe('ばあば')
    act(() => tools.plans.commands.undo())
    act(() => tools.plans.commands.undo())
    act(() => tools.plans.commands.undo())
    expect(tools.current().marks[0]).toMatchObject({
      kind: 'underpass',
      note: '雨の日は通らない',
      by: '花子',
    })
    expect(screen.words()).toContain('June 1, 2026')
  })

  it('is moved to another place by name, and the focus goes on there', async () => {
    const tools = await start({ list: 'marks', id: 'i12' })
    await click('Change the place')
    await pick('furueda')
    expect(tools.current().marks[0]?.shape).toEqual({ type: 'point', at: [135.04, 30.04] })
    expect(tools.current().marks[0]?.name).toBe('駅の地下道')
    expect(document.activeElement?.textContent).toContain('Near Furueda')
  })

  it('is deleted, and what a field hands over afterwards is not heard', async () => {
    const tools = await start({ list: 'marks', id: 'i12' })
    write(field('Note'), 'zu spät')
    await click('Delete')
    screen.show(null)
    expect(tools.current().marks.map(({ id }) => id)).not.toContain('i12')
    expect(tools.plans.store.getState().refused).toBeNull()
    expect(tools.went).toEqual(['back'])
  })

  it('says when another tab removed it', async () => {
    const tools = await start({ list: 'marks', id: 'gone' })
    expect(screen.words()).toContain('no longer in the plan')
    await click('Back to the list')
    expect(tools.went).toEqual(['back'])
  })

  it('refuses a phone number and minutes that are none, and takes full-width digits', async () => {
    const tools = await start({ list: 'destinations', id: 'i11' })
    write(field('Phone number'), 'call me')
    await settle()
    expect(alerts()).toContain('digits')
    expect(tools.current().destinations[1]?.phone).toBe('0954-00-0000')
    write(field('Phone number'), '０９５４ー１１')
    await settle()
    expect(tools.current().destinations[1]?.phone).toBe('0954-11')
    expect(alerts()).toBe('')
    write(field('Minutes it takes'), 'bald')
    await settle()
    expect(alerts()).toContain('1440')
    write(field('Minutes it takes'), '４０')
    await settle()
    expect(tools.current().destinations[1]?.minutes).toBe(40)
    write(field('Minutes it takes'), '')
    await settle()
    expect(tools.current().destinations[1]?.minutes).toBeNull()
  })
})

describe('a place', () => {
  it('tells stay or leave as soon as its building is whole, and not before', async () => {
    const tools = await start({ list: 'places', id: null, at: [135.0175, 30.0175] }, anEmptyPlan())
    await click('Tell about the building')
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
    expect(screen.words()).toContain('見本小学校')
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
    expect(screen.words()).toContain('no road closures')
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
