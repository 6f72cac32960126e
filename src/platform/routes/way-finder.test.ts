import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeGraph } from '#scripts/lib/encode-graph.ts'
import { createWaysDesk, type WaysDesk } from '#domain/routes/ways-desk.ts'
import type { WaysQuestion } from '#domain/routes/ways-question.ts'
import { SLOPE_UNKNOWN } from '#domain/routes/graph.ts'
import { createWayFinder, type Thread } from './way-finder.ts'
import type { ToWorker } from './worker-talk.ts'

/** A street of about 100 m in the open sea. */
const GRAPH = encodeGraph({
  nodes: [
    [27_000_000, 6_000_000],
    [27_000_200, 6_000_000],
  ],
  hazards: [],
  edges: [
    {
      from: 0,
      till: 1,
      points: [],
      class: 'residential',
      flags: 0,
      slope: SLOPE_UNKNOWN,
      name: null,
      ranks: [],
    },
  ],
})
const QUESTION: WaysQuestion = {
  hazards: [],
  manner: 'least',
  profile: 'adult',
  night: false,
  measured: null,
  closures: null,
  goals: [{ id: 'a', at: [135, 30] }],
}
const HERE: [number, number] = [135.0005, 30]
const never = new AbortController().signal

/** A thread that answers as the real one does, or as it is told. */
function aThread(
  hear: (message: ToWorker, thread: FakeThread) => void = (message, thread) => thread.work(message),
) {
  const desk = createWaysDesk()
  const thread: FakeThread = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    heard: [],
    isEnded: false,
    postMessage: (message: ToWorker) => {
      const copy = structuredClone(message)
      thread.heard.push(copy)
      hear(copy, thread)
    },
    terminate: () => {
      thread.isEnded = true
    },
    say: (data) => {
      setTimeout(() => {
        if (!thread.isEnded)
          thread.onmessage?.call(thread as unknown as Worker, { data: structuredClone(data) } as MessageEvent)
      }, 10)
    },
    work: (message) => {
      if (message.kind === 'use') desk.use(message.graph)
      else thread.say({ id: message.id, result: desk.answer(message.asked) })
    },
  }
  return thread
}
type FakeThread = Pick<Thread, 'onmessage' | 'onerror' | 'onmessageerror' | 'terminate'> & {
  postMessage: (message: ToWorker) => void
  readonly heard: ToWorker[]
  isEnded: boolean
  say: (data: unknown) => void
  work: (message: ToWorker) => void
}

const openDesk = async (): Promise<WaysDesk> => createWaysDesk()
const finderWith = (thread: FakeThread, open: () => Promise<WaysDesk> = openDesk) => {
  const finder = createWayFinder({ startThread: () => thread as unknown as Thread, openDesk: open })
  finder.use({ graph: GRAPH })
  return finder
}
const kinds = ({ heard }: FakeThread) => heard.map((one) => (one.kind === 'use' ? 'use' : one.asked.kind))
const plain = () => {
  const desk = createWaysDesk()
  desk.use(GRAPH)
  return desk.answer({ kind: 'ways', question: QUESTION, at: HERE, count: 3, front: null })
}
const ask = (finder: ReturnType<typeof finderWith>, signal: AbortSignal = never) =>
  finder.waysFrom(QUESTION, HERE, { count: 3, signal })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What a promise comes to while the clock runs. */
async function after<T>(promise: Promise<T>): Promise<T> {
  // A rejection is looked at below.
  promise.catch(() => undefined)
  await vi.advanceTimersByTimeAsync(60_000)
  return promise
}

describe('the finder of ways', () => {
  it('asks a thread, to which it tells the ways of an area once', async () => {
    const thread = aThread()
    const finder = finderWith(thread)
    expect(thread.heard).toEqual([])
    const found = await after(ask(finder))
    expect(found).toMatchObject({ ok: true, value: { ways: [{ goal: 'a' }] } })
    expect(found).toEqual(plain())
    expect(await after(finder.reach(QUESTION, never))).toMatchObject({
      value: { metresByBand: [{ band: 0 }] },
    })
    const front = { kind: 'arrivesIn', hazards: ['flood'], seconds: 60 } as const
    expect(await after(finder.departures(QUESTION, { front, at: HERE, signal: never }))).toMatchObject({
      value: { here: { value: { goal: 'a', slack: 'under10' } } },
    })
    expect(kinds(thread)).toEqual(['use', 'ways', 'reach', 'departures'])
    // The bytes belong to the area: they were copied.
    expect(GRAPH.byteLength).toBeGreaterThan(0)
  })

  it('asks about the ways that were in use when it was asked, and lets the former go', async () => {
    const thread = aThread()
    const finder = finderWith(thread)
    const first = ask(finder)
    finder.use(null)
    const second = ask(finder)
    finder.use({ graph: 'missing' })
    const third = ask(finder)
    await after(third)
    expect(await first).toMatchObject({ ok: true })
    expect(await second).toEqual({ ok: false, reason: 'noGraph' })
    expect(await third).toEqual({ ok: false, reason: 'notLoaded' })
    finder.use({ graph: GRAPH })
    await after(ask(finder))
    finder.use(null)
    expect(thread.heard.at(-1)).toEqual({ kind: 'use', graph: null })
  })

  it('answers the newest question first, and does not begin what was given up', async () => {
    const thread = aThread()
    const finder = finderWith(thread)
    const order: string[] = []
    const gone = new AbortController()
    const all = [
      ask(finder).then(() => order.push('first')),
      finder.reach(QUESTION, never).then(() => order.push('second')),
      finder.reach(QUESTION, gone.signal).catch((error: unknown) => order.push(String(error))),
      finder.reach({ ...QUESTION, night: true }, never).then(() => order.push('fourth')),
    ]
    gone.abort('gone')
    await after(Promise.all(all))
    expect(order).toEqual(['gone', 'first', 'fourth', 'second'])
    expect(kinds(thread)).toEqual(['use', 'ways', 'reach', 'reach'])
  })

  it('rejects with the reason of the signal, at once, and drops the answer that comes late', async () => {
    const thread = aThread()
    const finder = finderWith(thread)
    const reason = new Error('somewhere else')
    await expect(ask(finder, AbortSignal.abort(reason))).rejects.toBe(reason)
    const stop = new AbortController()
    const asked = ask(finder, stop.signal)
    stop.abort(reason)
    await expect(asked).rejects.toBe(reason)
    expect(await after(ask(finder))).toEqual(plain())
  })
})

describe('without a thread', () => {
  const troubles: readonly (readonly [name: string, start: () => Thread])[] = [
    [
      'is refused',
      () => {
        throw new TypeError('refused as a script')
      },
    ],
    [
      'cannot be loaded',
      () =>
        start(
          (message, thread) =>
            void (
              message.kind === 'use' &&
              setTimeout(() =>
                thread.onerror?.call(thread as unknown as Worker, new Event('error') as ErrorEvent),
              )
            ),
        ),
    ],
    ['falls silent', () => start(() => undefined)],
    [
      'tells nonsense',
      () => start((_, thread) => thread.say({ id: 1, result: { ok: true, value: { pieces: 3 } } })),
    ],
    [
      'tells of another kind',
      () =>
        start((_, thread) =>
          thread.say({ id: 1, result: { ok: true, value: { pieces: [], metresByBand: [], unplaced: [] } } }),
        ),
    ],
    ['tells nothing', () => start((_, thread) => thread.say(null))],
    ['cannot be told', () => start(() => { throw new DOMException('too large', 'DataCloneError') })], // prettier-ignore
    [
      'cannot be understood',
      () =>
        start((_, thread) =>
          thread.onmessageerror?.call(thread as unknown as Worker, new MessageEvent('messageerror')),
        ),
    ],
  ]
  const start = (hear: Parameters<typeof aThread>[0]): Thread => aThread(hear) as unknown as Thread

  it.each(troubles)('that %s the page answers the same, from then on', async (_, startThread) => {
    const begun = vi.fn(startThread)
    const finder = createWayFinder({ startThread: begun, openDesk })
    finder.use({ graph: GRAPH })
    expect(await after(ask(finder))).toEqual(plain())
    finder.use(null)
    expect(await after(ask(finder))).toEqual({ ok: false, reason: 'noGraph' })
    expect(begun).toHaveBeenCalledTimes(1)
  })

  it('and without its code no way is known; it is asked for again with the next question', async () => {
    const open = vi.fn(openDesk).mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const finder = finderWith(aThread(() => { throw new Error('ended') }), open) // prettier-ignore
    expect(await after(ask(finder))).toEqual({ ok: false, reason: 'notLoaded', detail: 'code' })
    expect(await after(ask(finder))).toEqual(plain())
  })

  it('a question that was given up meanwhile is not reckoned', async () => {
    const desk = createWaysDesk()
    const answer = vi.spyOn(desk, 'answer')
    const finder = finderWith(
      aThread(() => undefined),
      async () => desk,
    )
    const stop = new AbortController()
    const asked = ask(finder, stop.signal)
    stop.abort(new Error('gone'))
    await expect(after(asked)).rejects.toThrow('gone')
    expect(answer).not.toHaveBeenCalled()
  })
})

describe('the desk', () => {
  it('never throws: what cannot be reckoned is refused with what was thrown', () => {
    const desk = createWaysDesk()
    desk.use(GRAPH)
    const question = { ...QUESTION, measured: 0 }
    expect(desk.answer({ kind: 'reach', question })).toMatchObject({ ok: false, reason: 'damaged' })
    desk.use('damaged')
    expect(desk.answer({ kind: 'reach', question: QUESTION })).toMatchObject({ ok: false, reason: 'damaged' })
  })
})
