import { IDBDatabase, IDBFactory, IDBObjectStore, IDBRequest } from 'fake-indexeddb'

/**
 * What goes wrong at one call: `throw` at once · `reject` by an error event, which ends its transaction · `quota` the same, for
 * want of room · `hang` no event ever comes · `garbage` it succeeds, gives nonsense and does nothing · `abort` it is done,
 * and its transaction is ended right after, as when the power goes.
 */
export const FAULTS = ['throw', 'reject', 'quota', 'hang', 'garbage', 'abort'] as const
export type Fault = (typeof FAULTS)[number]

type Method = (this: unknown, ...args: never[]) => unknown
const WATCHED = [
  [IDBFactory.prototype, ['open']],
  [IDBDatabase.prototype, ['transaction']],
  [IDBObjectStore.prototype, ['get', 'getAll', 'getAllKeys', 'put', 'delete']],
] as const

const NONSENSE: Readonly<Record<string, unknown>> = {
  get: { revision: 'x', text: 7 },
  getAll: 'nonsense',
  getAllKeys: [1, null, 'nonsense'],
  put: 0,
  delete: 'nonsense',
}

export type FaultyIndexedDb = {
  /** How many calls were made since the last `plan`. */
  calls(): number
  /** The call `at` (from 0) goes wrong, once; no number = none does, and counting begins anew. */
  plan(at?: number, fault?: Fault, error?: string): void
  /** As it was before. */
  restore(): void
}

/** Counts the calls of IndexedDB that touch the disk, and lets one of them go wrong. */
export function makeIndexedDbFaulty(): FaultyIndexedDb {
  let count = 0
  let planned: { readonly at: number; readonly fault: Fault; readonly error: string } | null = null
  const undo = WATCHED.flatMap(([prototype, names]) =>
    names.map((name) => {
      const methods = prototype as unknown as Record<string, Method>
      const original = methods[name] as Method
      methods[name] = function (...args) {
        const now = count
        count += 1
        if (planned?.at !== now) return original.apply(this, args)
        return goWrong(planned.fault, planned.error, name, this, () => original.apply(this, args))
      }
      return () => void (methods[name] = original)
    }),
  )
  return {
    calls: () => count,
    plan(at = -1, fault = 'reject', error = 'UnknownError') {
      count = 0
      planned = { at, fault, error }
    },
    restore: () => undo.forEach((one) => one()),
  }
}

function goWrong(fault: Fault, error: string, name: string, self: unknown, real: () => unknown): unknown {
  const failure = new DOMException('planted', fault === 'quota' ? 'QuotaExceededError' : error)
  const transaction = (self as { readonly transaction?: { abort?: () => void } }).transaction
  const end = () => {
    if (typeof transaction?.abort === 'function') transaction.abort()
  }
  if (name === 'transaction' || fault === 'throw') throw failure
  if (fault === 'hang') return aRequest({})
  if (fault === 'garbage' && name !== 'open') return aRequest({ result: NONSENSE[name] })
  if (fault === 'abort' && name !== 'open') {
    const request = real()
    end()
    return request
  }
  setImmediate(() => {
    try {
      end()
    } catch {
      // It has ended.
    }
  })
  return aRequest({ error: failure })
}

/** A request that answers with what it is given, or never. */
function aRequest(answer: { readonly result?: unknown; readonly error?: DOMException }): IDBRequest {
  const listen = (type: string, listener: () => void) => {
    if ((type === 'error' && 'error' in answer) || (type === 'success' && 'result' in answer))
      setImmediate(listener)
  }
  return Object.create(IDBRequest.prototype, {
    result: { get: () => answer.result },
    error: { get: () => answer.error ?? null },
    addEventListener: { value: listen },
    removeEventListener: { value: () => undefined },
  }) as IDBRequest
}
