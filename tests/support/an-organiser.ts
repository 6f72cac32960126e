import { act } from 'react'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { drillTokenOf } from '#domain/drills/drill-token.ts'
import { keepHosted } from '#domain/drills/hosted-drill.ts'
import type { DrillTools } from '#features/drills/index.ts'
import type { QrReader } from '#platform/ports.ts'
import { aDrillTown } from './a-drill-town.ts'
import type { Screen } from './a-screen.tsx'
import { aDrillShelf, drillTools } from './drill-tools.ts'

/** A drill that is held in the drill town. */
export const HELD: DrillInvitation = { area: '41207', scenario: 'stand', begins: null, group: null }
export const HELD_KEY = { drill: drillTokenOf(HELD), area: '41207' } as const

/** Lets everything that was begun come to its end. */
export const settled = (work: () => unknown = () => undefined) =>
  act(async () => {
    await work()
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
    await new Promise((done) => setTimeout(done))
  })

/** An organiser who holds a drill, with a camera that sees what the test shows it. `shelf` is what lies on the device. */
export function anOrganiser(changes: Partial<DrillTools> = {}, isHolding = true) {
  const shelf = aDrillShelf()
  if (isHolding) shelf.kept.set('hosted', keepHosted({ invitation: HELD, languages: ['ja'] }))
  let see: (text: string) => void = () => {
    throw new Error('no camera is on')
  }
  const reader: QrReader = {
    readPicture: async () => ({ ok: false, why: 'noCode' }),
    watch: (_, onText, signal) => {
      see = onText
      return new Promise((done) => signal.addEventListener('abort', () => done({ ok: true })))
    },
  }
  const town = aDrillTown()
  const { area } = town.manifest
  const manifest = { ...town.manifest, area: { ...area, code: HELD.area } }
  const world = drillTools({ shelf, reader, area: { ...town, manifest }, ...changes })
  return { ...world, shelf, see: (text: string) => settled(() => see(text)) }
}

/** Types into the field under a label, and leaves it. */
export const typeInto = (screen: Screen, label: string, text: string) =>
  settled(() => {
    const { htmlFor } = screen.find('label', label) as HTMLLabelElement
    const field = document.getElementById(htmlFor)
    if (field === null) throw new Error(`no field ${label}`)
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
