import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import { anArea } from '#tests/support/an-area.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { handsOn } from '#tests/support/hands.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import type { PlanTools, Thing } from '../plan/index.ts'
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
const { settle, click, tick, field, write, pick, alerts } = handsOn(() => screen)

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
      expect(screen.words().length).toBeGreaterThan(10)
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
