/** Jobs by key: who asks for a job that is under way is given that one. */
export type SharedJobs<T> = (
  key: string,
  signal: AbortSignal,
  job: (signal: AbortSignal) => Promise<T>,
) => Promise<T>

type Running<T> = { readonly promise: Promise<T>; readonly control: AbortController; waiting: number }

/**
 * Lets several callers share one job. A caller that aborts is let go at once; the job itself is aborted only when the last
 * of them has left.
 */
export function createSharedJobs<T>(): SharedJobs<T> {
  const running = new Map<string, Running<T>>()
  const start = (key: string, job: (signal: AbortSignal) => Promise<T>): Running<T> => {
    const control = new AbortController()
    const promise = job(control.signal).finally(() => {
      if (running.get(key)?.control === control) running.delete(key)
    })
    promise.catch(() => undefined)
    const started = { promise, control, waiting: 0 }
    running.set(key, started)
    return started
  }
  return (key, signal, job) => {
    if (signal.aborted) return Promise.reject(signal.reason as Error)
    const shared = running.get(key) ?? start(key, job)
    shared.waiting += 1
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => {
        shared.waiting -= 1
        if (shared.waiting === 0) {
          running.delete(key)
          shared.control.abort(signal.reason)
        }
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', onAbort, { once: true })
      const done = () => signal.removeEventListener('abort', onAbort)
      shared.promise.then(
        (value) => (done(), resolve(value)),
        (error: unknown) => (done(), reject(error as Error)),
      )
    })
  }
}
