import { useEffect, useState } from 'react'
import { handsOf, writeHands, type Dilemma, type Hands } from '#domain/drills/dilemmas.ts'
import { decide, minuteOfDrill, setMinute, type Drill } from '#domain/drills/drill.ts'
import type { DrillTools } from '../tools.ts'

const NO_HANDS: Hands = { yes: 0, no: 0 }

/** A question is two pages: the counting, and what was chosen. After the last one comes the summary. */
export type Page =
  | { readonly kind: 'count' | 'seen'; readonly index: number; readonly dilemma: Dilemma }
  | { readonly kind: 'summary' }

/** Where a class goes on that was interrupted: with the first question that was not counted. */
const firstPage = ({ run }: Drill, dilemmas: readonly Dilemma[]): number => {
  const open = dilemmas.findIndex(({ id }) => handsOf(run, id) === null)
  return 2 * (open === -1 ? dilemmas.length : open)
}

/**
 * Goes through the questions page by page, and back. The clock of the event stands at the minute of the question. What is being counted
 * is kept here until it is shown; from then on it stands in the run.
 */
export function usePages(tools: DrillTools, drill: Drill, dilemmas: readonly Dilemma[]) {
  const [number, setNumber] = useState(() => firstPage(drill, dilemmas))
  const [counting, setCounting] = useState<{ readonly id: string; readonly hands: Hands } | null>(null)
  const dilemma = dilemmas[Math.floor(number / 2)]
  const page: Page =
    dilemma === undefined
      ? { kind: 'summary' }
      : { kind: number % 2 === 0 ? 'count' : 'seen', index: Math.floor(number / 2), dilemma }
  const { commands } = tools.drills
  const minute = dilemma?.minute ?? null
  useEffect(() => {
    if (minute === null) return
    commands.act((one) => {
      const now = tools.clock.now()
      return minuteOfDrill(one, now) === minute ? null : setMinute(one, now, minute)
    })
  }, [commands, tools.clock, minute])
  const kept = dilemma === undefined ? null : handsOf(drill.run, dilemma.id)
  const hands = counting?.id === dilemma?.id ? (counting?.hands ?? NO_HANDS) : (kept ?? NO_HANDS)
  return {
    page,
    hands,
    kept,
    count: (next: Hands): void => {
      if (dilemma !== undefined) setCounting({ id: dilemma.id, hands: next })
    },
    next: (): void => {
      if (page.kind === 'count' && (kept === null || kept.yes !== hands.yes || kept.no !== hands.no))
        commands.act((one, { minute: at }) => decide(one, at, 'answer', writeHands(page.dilemma.id, hands)))
      setNumber(number + 1)
    },
    back: number === 0 ? null : () => setNumber(number - 1),
  }
}
