import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Result } from '#domain/result.ts'
import type { DrillShelf } from '#platform/ports.ts'

/** What is kept under one key of the shelf, and how it is read and written. */
export type KeptKind<T> = {
  readonly key: string
  readonly empty: T
  readonly keep: (value: T) => unknown
  readonly parse: (value: unknown) => Result<T, string>
  /** What is here and was never kept, together with what lies on the device. */
  readonly merge: (here: T, kept: T) => T
}

export type KeptState<T> = {
  readonly status: 'opening' | 'open'
  readonly value: T
  /** False = it will be gone with the page. */
  readonly isKept: boolean
  /** What lay there could not be read and was laid aside. */
  readonly wasLost: boolean
}

export type Kept<T> = {
  readonly store: StoreApi<KeptState<T>>
  /** Reads again: another page of this device may have changed it. */
  look(): Promise<void>
  /** Changes what lies on the device now, not what this page believes to lie there; it is kept before the result is told. */
  change(by: (value: T) => T): Promise<T>
}

/** Where what cannot be read is laid aside, so that nothing is lost. */
const UNREAD = 'unread'

type Shelf = Pick<DrillShelf, 'read' | 'write'>

function createKept<T>(shelf: Shelf, kind: KeptKind<T>): Kept<T> {
  const store = createStore<KeptState<T>>(() => ({
    status: 'opening',
    value: kind.empty,
    isKept: true,
    wasLost: false,
  }))
  let line: Promise<unknown> = Promise.resolve()
  /** What lay there when it was looked at or written last, so that what nobody changed is not read anew. */
  let seen = ''

  async function readAgain(): Promise<T> {
    const { value, isKept } = store.getState()
    const read = await shelf.read(kind.key)
    if (!read.ok) return show(value, { isKept: false })
    if (read.value === null) return show(value)
    const text = JSON.stringify(read.value)
    if (text === seen) return value
    const parsed = kind.parse(read.value)
    if (parsed.ok) {
      seen = text
      return show(isKept ? parsed.value : kind.merge(value, parsed.value))
    }
    const isAside = await shelf.write(`${UNREAD}/${kind.key}`, read.value)
    return show(value, { wasLost: true, isKept: isAside })
  }
  function show(value: T, also: Partial<KeptState<T>> = {}): T {
    store.setState({ status: 'open', value, ...also })
    return value
  }
  async function write(value: T): Promise<T> {
    const document = kind.keep(value)
    show(value)
    const isKept = await shelf.write(kind.key, document)
    seen = isKept ? JSON.stringify(document) : seen
    return show(value, { isKept })
  }
  const inLine = <R>(work: () => Promise<R>): Promise<R> => {
    const done = line.then(work)
    line = done
    return done
  }
  return {
    store,
    look: () => inLine(async () => void (await readAgain())),
    change: (by) =>
      inLine(async () => {
        const before = await readAgain()
        const after = by(before)
        return after === before ? before : write(after)
      }),
  }
}

const all = new WeakMap<Shelf, Map<string, Kept<unknown>>>()

/** One for each key of a shelf; the first who asks has it read. */
export function keptIn<T>(shelf: Shelf, kind: KeptKind<T>): Kept<T> {
  const known = all.get(shelf) ?? new Map<string, Kept<unknown>>()
  all.set(shelf, known)
  // A key has one kind only.
  const found = known.get(kind.key) as Kept<T> | undefined
  if (found !== undefined) return found
  const made = createKept(shelf, kind)
  known.set(kind.key, made as unknown as Kept<unknown>)
  return made
}
