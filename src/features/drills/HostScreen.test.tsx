import { act, useEffect } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { drillTokenOf } from '#domain/drills/drill-token.ts'
import { readInvitation } from '#domain/drills/invitation.ts'
import { readJoinCode } from '#domain/drills/join-code.ts'
import { writeScenario } from '#domain/drills/write-scenario.ts'
import type { DrillShelf } from '#platform/ports.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillShelf, drillTools } from '#tests/support/drill-tools.ts'
import { useHosted, type Hosted } from './host/hosted.ts'
import { HostScreen } from './HostScreen.tsx'
import type { DrillTools } from './tools.ts'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => screen.leave())

const settle = () => act(async () => void (await new Promise((done) => setTimeout(done))))
async function show(changes: Partial<DrillTools> = {}) {
  const world = drillTools(changes)
  const seen: { hosted: Hosted | null } = { hosted: null }
  const tell = (hosted: Hosted | null) => void (seen.hosted = hosted)
  const Board = () => {
    const hosted = useHosted(world.tools)
    useEffect(() => tell(hosted))
    return null
  }
  screen.show(
    <>
      <HostScreen tools={world.tools} />
      <Board />
    </>,
  )
  await settle()
  return { ...world, seen }
}
const press = (words: string, selector = 'button') => act(async () => screen.find(selector, words).click())
const alerts = () => [...screen.box.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('')
function type(selector: string, text: string) {
  const field = screen.find(selector) as HTMLInputElement
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
}
const open = async (name: string, content: string) => {
  await act(async () => {
    const input = screen.find('label', 'file of a drill').querySelector('input') ?? expect.unreachable()
    Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}

it('makes signs, link and QR code of a drill of the app, kept for board and reception', async () => {
  const shelf = aDrillShelf()
  const { seen, handed } = await show({ shelf })
  await press('Earthquake and tsunami', 'label')
  await press('Make the invitation')
  const invitation = { area: '99201', scenario: 'tsunami', begins: null, group: null }
  expect(seen.hosted).toMatchObject({ invitation, token: drillTokenOf(invitation), languages: ['ja', 'en'] })
  expect(shelf.kept.get('hosted')).toMatchObject({ invitation })
  expect(screen.find('[role=status]', 'The invitation is ready.')).toBeTruthy()
  const signs = screen.find('p[lang=zxx]').textContent ?? ''
  expect(readJoinCode(signs)).toEqual({ ok: true, value: invitation })
  expect(screen.find('svg[role=img]', 'QR code that opens this drill')).toBeTruthy()
  await press('Copy the link')
  await press('Send the link')
  const link = handed[0]?.replace('copy ', '') ?? ''
  expect(link).toMatch(/^https:\/\/map\.example\/#\/d\//)
  expect(readInvitation(link)).toEqual({ ok: true, value: invitation })
  expect(handed[1]).toBe(`link ${link}`)
})

it('has no signs for a time and a group, and says so', async () => {
  const { seen } = await show()
  type('input[type=text]', '三年二組')
  await press('At a set time', 'label')
  await press('Make the invitation')
  expect(alerts()).toContain('Enter a time that is still to come.')
  expect(seen.hosted).toBe(null)
  type('input[type=datetime-local]', '2026-11-24T09:00')
  await press('Make the invitation')
  expect(seen.hosted?.invitation).toMatchObject({ group: '三年二組', begins: Date.UTC(2026, 10, 24) })
  expect(screen.box.querySelector('p[lang=zxx]')).toBe(null)
  expect(screen.words()).toContain('has no 6 signs')
})

it('holds a drill from a file, and none of another area', async () => {
  const { seen } = await show()
  await open('a.json', writeScenario(aDrill({ area: '41207', id: 'theirs' })))
  await press('Make the invitation')
  expect(alerts()).toContain('This drill is for 41207.')
  await open('b.json', 'no drill')
  expect(alerts()).toContain('No drill could be read')
  await open('c.json', writeScenario(aDrill({ id: 'ours', title: { ja: '川端の訓練' } })))
  expect(screen.words()).toContain('川端の訓練')
  await press('Make the invitation')
  expect(seen.hosted?.invitation.scenario).toMatchObject({ id: 'ours' })
})

it('says when a drill is too long for a link, and offers no poster then', async () => {
  const title = Object.fromEntries(
    ['ja', 'en', 'vi', 'ne', 'ko', 'th', 'my', 'si'].map((tag) => [tag, '川端の長い訓練の名前'.repeat(6)]),
  )
  const { seen } = await show()
  await open('long.json', writeScenario(aDrill({ id: 'long', title })))
  await press('Make the invitation')
  expect(seen.hosted?.link).toBe(null)
  expect(screen.words()).toContain('too long for a link')
  expect(() => screen.find('summary', 'See and print the poster')).toThrow()
})

it('leads to poster, board and reception; the poster is in up to four languages', async () => {
  const { seen, went } = await show()
  await press('Make the invitation')
  const choose = async (number: number, tag: string) => {
    const label = screen.find('label', `Language ${number} of the poster`)
    const select = document.getElementById(label.getAttribute('for') ?? '') as HTMLSelectElement
    await act(async () => {
      select.value = tag
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }
  await choose(3, 'vi')
  await choose(4, 'ne')
  expect(seen.hosted?.languages).toEqual(['ja', 'en', 'vi', 'ne'])
  expect(() => screen.find('label', 'Language 5')).toThrow()
  await choose(2, '-')
  expect(seen.hosted?.languages).toEqual(['ja', 'vi', 'ne'])
  await press('Open the page for printing')
  await press('Results of the drill')
  await press('Reception')
  expect(went).toEqual(['paper poster', 'drillPaper', 'drillBoard', 'drillRoll'])
})

it('is there again the next time; what cannot be read is no drill, and what cannot be kept is told', async () => {
  const shelf = aDrillShelf()
  await show({ shelf })
  await press('Make the invitation')
  screen.leave()
  screen = await aScreen('en')
  const later: DrillShelf = { ...aDrillShelf(), read: shelf.read }
  expect((await show({ shelf: later })).seen.hosted?.invitation.scenario).toBe('stand')
  screen.leave()
  screen = await aScreen('en')
  const broken = { ...aDrillShelf(), read: async () => ({ ok: true as const, value: { format: 'other' } }) }
  expect((await show({ shelf: broken })).seen.hosted).toBe(null)
  screen.leave()
  screen = await aScreen('en')
  await show({ shelf: { ...aDrillShelf(), write: async () => false } })
  await press('Make the invitation')
  expect(screen.words()).toContain('This browser keeps nothing')
})
