import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noteDrill, type DrillRecord } from '#domain/drills/history.ts'
import { linkOfInvitation, writeInvitation } from '#domain/drills/invitation.ts'
import { joinCodeOf } from '#domain/drills/join-code.ts'
import { writeScenario } from '#domain/drills/write-scenario.ts'
import type { ScanFailure } from '#platform/ports.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { DRILL_NOON } from '#tests/support/a-drill.ts'
import { drillTools } from '#tests/support/drill-tools.ts'
import { HomeScreen } from './HomeScreen.tsx'
import type { DrillTools } from './tools.ts'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => screen.leave())

const INVITATION = { area: '99201', scenario: 'stand', begins: null, group: null } as const
const show = (changes: Partial<DrillTools> = {}) => {
  const world = drillTools(changes)
  screen.show(<HomeScreen tools={world.tools} />)
  return world
}
const press = (words: string, selector = 'button') => act(async () => screen.find(selector, words).click())
const alerts = () => [...screen.box.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('')

function type(text: string): HTMLInputElement {
  const field = screen.find('input[type=text]') as HTMLInputElement
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return field
}
const join = (text: string) => {
  type(text)
  return press('Look at it')
}
const choose = (label: string, file: File) =>
  act(async () => {
    const input = screen.find('label', label).querySelector('input') ?? expect.unreachable()
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
    for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setTimeout(done))
  })

it('says first what a drill is, and that the plan stays as it is', () => {
  show()
  expect(screen.box.querySelector('p')?.textContent).toMatch(/^In a drill you practise.*unless you agree/)
})

describe('joining', () => {
  it('takes the six signs however they are typed, and the link', async () => {
    const { went, tools } = show()
    const code = joinCodeOf(INVITATION) ?? expect.unreachable()
    await join(` ${code.slice(0, 3).toLowerCase()} - ${code.slice(3)} `)
    expect(went).toEqual(['drillJoin'])
    expect(tools.drills.store.getState().invited).toEqual({ ok: true, value: INVITATION })
    const text = writeInvitation({ ...INVITATION, group: '三組' })
    await join(linkOfInvitation('https://city.example/', text.ok ? text.value : ''))
    expect(went).toEqual(['drillJoin', 'drillJoin'])
    expect(tools.drills.store.getState().invited).toMatchObject({ value: { group: '三組' } })
  })

  it('takes them by the key too', () => {
    const { went } = show()
    const field = type(joinCodeOf(INVITATION) ?? '')
    act(() => field.form?.requestSubmit())
    expect(went).toEqual(['drillJoin'])
  })

  it.each([
    ['hello', 'neither the 6 signs nor the link'],
    [
      (joinCodeOf(INVITATION) ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      'One of the 6 signs',
    ],
    [`https://a.example/#/d/${'A'.repeat(30)}`, 'cut short or damaged'],
  ])('says in one sentence why it does not take %s', async (text, why) => {
    const { went } = show()
    await join(text)
    expect(alerts()).toContain(why)
    expect(went).toEqual([])
    expect(screen.find('input[type=text]').getAttribute('aria-invalid')).toBe('true')
  })

  it('reads a picture of the QR code, and says when there is none in it', async () => {
    let why: ScanFailure | null = 'noCode'
    const { went } = show({
      reader: {
        readPicture: async () =>
          why === null ? { ok: true, text: joinCodeOf(INVITATION) ?? '' } : { ok: false, why },
        watch: async () => ({ ok: true }),
      },
    })
    await choose('picture of a QR code', new File(['x'], 'a.png'))
    expect(alerts()).toContain('No QR code was found')
    why = null
    await choose('picture of a QR code', new File(['x'], 'a.png'))
    expect(went).toEqual(['drillJoin'])
  })

  it('reads with the camera until it has one, and goes back to the field without a camera', async () => {
    let see: ((text: string) => void) | null = null
    const { went } = show({
      reader: {
        readPicture: async () => ({ ok: false, why: 'noCode' }),
        watch: (_, onText) =>
          see === null
            ? new Promise(() => {
                see = onText
              })
            : Promise.resolve({ ok: false, why: 'denied' }),
      },
    })
    await press('Read with the camera')
    act(() => see?.('something else'))
    expect(alerts()).toContain('neither the 6 signs')
    act(() => see?.(joinCodeOf(INVITATION) ?? ''))
    expect(went).toEqual(['drillJoin'])
    await press('Read with the camera')
    expect(alerts()).toContain('may not be used')
    expect(screen.find('input[type=text]')).toBeTruthy()
  })
})

describe('the drills of the app', () => {
  it('are six, each named on its button, and are joined here', async () => {
    const { went, tools } = show()
    expect(screen.box.querySelectorAll('li > h4')).toHaveLength(6)
    expect(screen.words()).toContain('Sitting down, it takes about 5 minutes.')
    await press('Do this drill Earthquake and tsunami')
    expect(went).toEqual(['drillJoin'])
    expect(tools.drills.store.getState().invited).toMatchObject({
      value: { scenario: 'tsunami', area: '99201' },
    })
  })

  it('cannot be chosen while no area is open', () => {
    show({ area: null })
    expect((screen.find('button', 'Do this drill') as HTMLButtonElement).disabled).toBe(true)
  })

  it('are joined by one from a file; a broken one is refused', async () => {
    const { went, tools } = show()
    await choose('file of a drill', new File(['{"v":1,'], 'a.json'))
    expect(alerts()).toContain('No drill could be read')
    await choose('file of a drill', new File([writeScenario({ ...aDrill(), v: 1 }).replace('"v":1', '"v":99')], 'b.json')) // prettier-ignore
    expect(alerts()).toContain('newer version')
    await choose('file of a drill', new File([writeScenario(aDrill({ id: 'ours' }))], 'c.json'))
    expect(went).toEqual(['drillJoin'])
    expect(tools.drills.store.getState().invited).toMatchObject({ value: { scenario: { id: 'ours' } } })
  })
})

describe('a drill that waits', () => {
  it('is gone on with, or left', async () => {
    const { went, tools, noticed, join: begin } = show()
    await act(() => begin())
    expect(screen.words()).not.toContain('interrupted')
    const { running } = tools.drills.store.getState()
    const wait = () =>
      act(() => tools.drills.store.setState({ running: running && { ...running, isInterrupted: true } }))
    wait()
    await press('Go on with the drill')
    expect([went, noticed]).toEqual([['drill'], ['ready']])
    expect(tools.drills.store.getState().running?.isInterrupted).toBe(false)
    wait()
    await press('Leave the drill')
    expect(tools.drills.store.getState().running).toBe(null)
  })

  it('on another page is told of, and so is what could not be read or kept', async () => {
    const { tools, join: begin } = show()
    await act(() => begin())
    const { running } = tools.drills.store.getState()
    act(() =>
      tools.drills.store.setState({
        running: running && { ...running, isElsewhere: true },
        lostDrill: true,
        isKept: false,
      }),
    )
    expect(screen.words()).toContain('Another page on this device is doing a drill.')
    expect(screen.words()).toContain('could not be read')
    expect(screen.words()).toContain('This browser keeps nothing')
  })
})

describe('the drills that were done', () => {
  const record = (nonce: string, day: number, margin: number | null): DrillRecord => ({
    nonce: `nonce-${nonce}`.padEnd(16, '0'),
    at: DRILL_NOON + day * 86_400_000,
    area: '99201',
    scenario: 'stand',
    hazard: 'flood',
    mode: 'table',
    outcome: margin === null ? 'stayed' : margin < 0 ? 'caught' : 'arrived',
    margin,
    prepared: null,
    speed: null,
    metres: 0,
    rating: { before: null, after: null },
    proposed: 0,
    accepted: 0,
  })
  const remember = ({ tools }: ReturnType<typeof show>, ...records: readonly DrillRecord[]) =>
    act(() => tools.drills.store.setState(({ history }) => ({ history: records.reduce(noteDrill, history) })))

  it('are none at first', () => {
    show()
    expect(screen.words()).toContain('No drill has been done on this device yet.')
  })

  it('stand with the last one first, their minutes told whole and never rounded up', () => {
    const world = show()
    remember(world, record('a', 0, -2.2), record('b', 1, 4.9), record('c', 2, null))
    const items = [...screen.box.querySelectorAll('section:last-of-type > ul > li')].map(
      (one) => one.textContent,
    )
    expect(items.map((text) => /(\d+ minutes to[a-z ]*)/.exec(text ?? '')?.[1])).toEqual([
      undefined,
      '4 minutes to spare',
      '3 minutes too late',
    ])
    expect(items[0]).toContain('Stayed in the building')
  })

  it('are compared in a picture with a table, and only where both have minutes', () => {
    const world = show()
    remember(world, record('a', 0, -2), record('b', 1, 4))
    expect(screen.words()).toContain('more time to spare than the time before')
    expect([...screen.box.querySelectorAll('table td')].map((one) => one.textContent)).toEqual([
      '2 minutes too late',
      '4 minutes to spare',
    ])
    expect(screen.box.querySelector('svg circle')).toBeTruthy()
    remember(world, record('c', 2, null))
    expect(screen.words()).not.toContain('than the time before')
    expect(screen.words()).toContain('Minutes to spare are not known')
  })

  it('are deleted one by one, and the last one can be had back', async () => {
    const world = show()
    remember(world, record('a', 0, 1), record('b', 1, 2))
    const kept = world.tools.drills.store.getState().history
    await press('Delete this record')
    expect(world.tools.drills.store.getState().history.records).toHaveLength(1)
    expect(document.activeElement?.textContent).toBe('Undo')
    await press('Undo')
    expect(world.tools.drills.store.getState().history).toEqual(kept)
  })
})
