import type { UnpackedFile } from '#domain/packs/area.ts'
import type { Result } from '#domain/result.ts'
import type { WaysAsked, WaysTold } from '#domain/routes/ways-desk.ts'
import type { WaysRefusal } from '#domain/routes/ways-question.ts'

/** What the page says to the thread: which ways, or a question with its number. */
export type ToWorker =
  | { readonly kind: 'use'; readonly graph: UnpackedFile | null }
  | { readonly kind: 'ask'; readonly id: number; readonly asked: WaysAsked }

/** What a thread says: the number of the question, and what came of it. */
export type FromWorker = {
  readonly id: number
  readonly result: Result<WaysTold[keyof WaysTold], WaysRefusal>
}

const LISTS: Readonly<Record<WaysAsked['kind'], readonly string[]>> = {
  ways: ['ways', 'unplaced'],
  distances: ['goals', 'unplaced'],
  reach: ['pieces', 'metresByBand', 'unplaced'],
  departures: ['pieces', 'metresBySlack', 'unplaced'],
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether a message has the shape of an answer to such a question. It comes from our own code, so its depth is not looked at. */
export function isAnswer(data: unknown, kind: WaysAsked['kind']): data is FromWorker {
  if (!isObject(data) || typeof data['id'] !== 'number' || !isObject(data['result'])) return false
  const { ok, value, reason } = data['result']
  if (ok === false) return typeof reason === 'string'
  return ok === true && isObject(value) && LISTS[kind].every((list) => Array.isArray(value[list]))
}
