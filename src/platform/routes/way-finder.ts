import type { UnpackedFile } from '#domain/packs/area.ts'
import { refuse, type Result } from '#domain/result.ts'
import type { WaysAsked, WaysDesk, WaysTold } from '#domain/routes/ways-desk.ts'
import type { WaysRefusal } from '#domain/routes/ways-question.ts'
import type { WayFinder } from '../way-ports.ts'
import { isAnswer, type ToWorker } from './worker-talk.ts'

/** As much of a `Worker` as is used here. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>

export type WayFinderOptions = {
  /** Throws where workers are refused. */
  readonly startThread?: () => Thread
  /** Rejects when its code cannot be fetched. */
  readonly openDesk?: () => Promise<WaysDesk>
  /** How long a thread may be silent about a question before the page reckons itself, milliseconds. */
  readonly deadline?: number
}

type Graph = UnpackedFile | null

/** A question that waits, about the ways that were in use when it was asked. */
type Waiting = {
  readonly asked: WaysAsked
  readonly graph: Graph
  readonly signal: AbortSignal
  readonly answer: (result: Result<WaysTold[keyof WaysTold], WaysRefusal>) => void
}

/** The first question about a city takes some seconds on the slowest phones. Own choice. */
const DEADLINE = 20_000

/**
 * Finds ways in a worker. Where none can be had (an old browser, a policy, no memory), or once it fell silent or told nonsense,
 * the page reckons itself: later, and with the same results. One question is reckoned at a time; of those that wait the newest
 * goes first, and one that was given up is not even begun.
 */
export function createWayFinder({
  startThread = startWorker,
  openDesk = openDeskInPage,
  deadline = DEADLINE,
}: WayFinderOptions = {}): WayFinder {
  let graph: Graph = null
  const queue = new Queue(startThread, openDesk, deadline)
  const ask = <K extends WaysAsked['kind']>(
    asked: WaysAsked & { readonly kind: K },
    signal: AbortSignal,
  ): Promise<Result<WaysTold[K], WaysRefusal>> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const giveUp = (): void => reject(signal.reason as Error)
      signal.addEventListener('abort', giveUp, { once: true })
      queue.add({
        asked,
        graph,
        signal,
        answer: (result) => {
          signal.removeEventListener('abort', giveUp)
          resolve(result as Result<WaysTold[K], WaysRefusal>)
        },
      })
    })
  return {
    use: (area) => {
      graph = area?.graph ?? null
      queue.letGo(graph)
    },
    waysFrom: (question, at, { count, front, signal }) =>
      ask({ kind: 'ways', question, at, count, front: front ?? null }, signal),
    distances: (question, at, signal) => ask({ kind: 'distances', question, at }, signal),
    reach: (question, signal) => ask({ kind: 'reach', question }, signal),
    departures: (question, { front, at, signal }) => ask({ kind: 'departures', question, front, at }, signal),
  }
}

/** The questions in their turn, and who reckons them. */
class Queue {
  readonly #startThread: () => Thread
  readonly #openDesk: () => Promise<WaysDesk>
  readonly #deadline: number
  /** null = not started yet. */
  #thread: Thread | 'none' | null = null
  /** The ways that thread and desk hold; `undefined` = they were told of none yet. */
  #ofThread: Graph | undefined = undefined
  #ofDesk: Graph | undefined = undefined
  #desk: WaysDesk | null = null
  #waiting: readonly Waiting[] = []
  #now: Waiting | null = null
  #id = 0
  #timer: ReturnType<typeof setTimeout> | undefined = undefined

  constructor(startThread: () => Thread, openDesk: () => Promise<WaysDesk>, deadline: number) {
    this.#startThread = startThread
    this.#openDesk = openDesk
    this.#deadline = deadline
  }

  add(one: Waiting): void {
    this.#waiting = [...this.#waiting, one]
    this.#goOn()
  }

  /** Forgets ways that are no longer in use, so that they take no memory. */
  letGo(graph: Graph): void {
    if (this.#now !== null) return
    if (this.#ofThread !== undefined && this.#ofThread !== graph) {
      this.#ofThread = null
      this.#tellThread({ kind: 'use', graph: null })
    }
    if (this.#ofDesk !== graph) this.#desk?.use((this.#ofDesk = null))
  }

  #goOn(): void {
    if (this.#now !== null) return
    this.#waiting = this.#waiting.filter(({ signal }) => !signal.aborted)
    const next = this.#waiting.at(-1)
    if (next === undefined) return
    this.#waiting = this.#waiting.slice(0, -1)
    this.#now = next
    this.#id += 1
    this.#thread ??= this.#begin()
    if (this.#thread === 'none') void this.#reckonHere(next)
    else this.#askThread(next)
  }

  #begin(): Thread | 'none' {
    try {
      const thread = this.#startThread()
      thread.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data)
      thread.onerror = () => this.#giveUpThread()
      thread.onmessageerror = () => this.#giveUpThread()
      return thread
    } catch {
      return 'none'
    }
  }

  #askThread({ asked, graph }: Waiting): void {
    this.#timer = setTimeout(() => this.#giveUpThread(), this.#deadline)
    if (this.#ofThread !== graph) this.#tellThread({ kind: 'use', graph })
    this.#ofThread = graph
    this.#tellThread({ kind: 'ask', id: this.#id, asked })
  }

  #tellThread(message: ToWorker): void {
    if (this.#thread === null || this.#thread === 'none') return
    try {
      this.#thread.postMessage(message)
    } catch {
      this.#giveUpThread()
    }
  }

  #hear(data: unknown): void {
    if (this.#now === null) return
    if (!isAnswer(data, this.#now.asked.kind)) this.#giveUpThread()
    else if (data.id === this.#id) this.#finish(data.result)
  }

  /** The thread is of no use any more: what it was asked is reckoned in the page, as is all that comes. */
  #giveUpThread(): void {
    if (this.#thread === 'none') return
    clearTimeout(this.#timer)
    this.#thread?.terminate()
    this.#thread = 'none'
    this.#ofThread = undefined
    if (this.#now !== null) void this.#reckonHere(this.#now)
  }

  async #reckonHere(one: Waiting): Promise<void> {
    try {
      this.#desk ??= await this.#openDesk()
    } catch {
      return this.#finish(refuse('notLoaded', 'code'))
    }
    // The page draws first.
    await new Promise((resolve) => setTimeout(resolve))
    if (this.#ofDesk !== one.graph) this.#desk.use(one.graph)
    this.#ofDesk = one.graph
    this.#finish(one.signal.aborted ? refuse('notLoaded') : this.#desk.answer(one.asked))
  }

  #finish(result: Result<WaysTold[keyof WaysTold], WaysRefusal>): void {
    clearTimeout(this.#timer)
    const one = this.#now
    this.#now = null
    one?.answer(result)
    this.#goOn()
  }
}

const startWorker = (): Thread => new Worker(new URL('./ways-worker.ts', import.meta.url), { type: 'module' })

const openDeskInPage = async (): Promise<WaysDesk> =>
  (await import('#domain/routes/ways-desk.ts')).createWaysDesk()
