import { createWaysDesk } from '#domain/routes/ways-desk.ts'
import type { FromWorker, ToWorker } from './worker-talk.ts'

declare const self: DedicatedWorkerGlobalScope

/** The thread in which ways are reckoned, so that the page never waits. */
const desk = createWaysDesk()

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.kind === 'use') desk.use(data.graph)
  else self.postMessage({ id: data.id, result: desk.answer(data.asked) } satisfies FromWorker)
}
