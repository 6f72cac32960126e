import { clockOfCall } from '#domain/drills/called-clock.ts'
import { speedOf } from '#domain/drills/drill-clock.ts'
import type { Outcome } from '#domain/drills/drill-run.ts'
import type { PhoneStatus } from '#domain/drills/relay-message.ts'
import type { Relay } from '#platform/ports.ts'
import type { Drills, DrillsState } from '../state.ts'

/** What a board shows of this phone: less than a report holds, and never where. */
const OF_OUTCOME: { readonly [outcome in Outcome]: PhoneStatus } = {
  arrived: 'arrived',
  caught: 'caught',
  tooLate: 'caught',
  stayed: 'stayed',
  left: 'done',
  unknown: 'done',
}

/** Where this phone is with its drill; null = nothing to tell yet. */
export function statusOf({ running, finished }: Pick<DrillsState, 'running' | 'finished'>): {
  readonly nonce: string
  readonly status: PhoneStatus
} | null {
  if (running !== null)
    return running.drill.run.left === null ? null : { nonce: running.drill.nonce, status: 'onTheWay' }
  if (finished === null) return null
  const { drill, result } = finished
  return { nonce: drill.nonce, status: result === null ? 'done' : OF_OUTCOME[result.outcome] }
}

/**
 * Tells an organiser's relay where this phone is, from the press that switches it on until it is switched off, and does what is
 * called to all. Nothing is told before.
 * @param language of the reader
 * @returns what ends it
 */
export function tellLive(drills: Drills, relay: Relay, language: string): () => void {
  const drill = drills.store.getState().running?.drill ?? drills.store.getState().finished?.drill
  if (drill === undefined) return () => undefined
  let said = ''
  let heard = relay.reading().called?.number ?? 0
  const tell = () => {
    const now = statusOf(drills.store.getState())
    if (now === null || now.nonce !== drill.nonce || now.status === said) return
    said = now.status
    relay.tell({ ...now, language, cell: null })
  }
  const hear = () => {
    const { called } = relay.reading()
    if (called === null || called.number === heard) return
    heard = called.number
    const { running } = drills.store.getState()
    if (running?.drill.nonce !== drill.nonce) return
    if (called.call === 'end') return drills.commands.finish()
    const speed = speedOf(running.drill.run.scenario, running.drill.run.mode)
    drills.commands.act((one) => ({ ...one, clock: clockOfCall(called, called.at, speed) }))
  }
  relay.connect(drill.token, { kind: 'phone' })
  const ends = [drills.store.subscribe(tell), relay.onChange(hear)]
  tell()
  return () => {
    ends.forEach((end) => end())
    relay.disconnect()
  }
}
