/**
 * A controller that is aborted with `signal`, and can be aborted on its own. (`AbortSignal.any` is too new for the phones
 * that are still about: Safari 17.4, Chrome 116.) Call `unlink` when the job is over.
 */
export function linkedAbort(signal: AbortSignal): { control: AbortController; unlink: () => void } {
  const control = new AbortController()
  const onAbort = () => control.abort(signal.reason)
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })
  return { control, unlink: () => signal.removeEventListener('abort', onAbort) }
}

/** Settles with `promise`, or rejects with the reason of `signal` should that come first: not every job notices an abort. */
export function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    const done = () => signal.removeEventListener('abort', onAbort)
    promise.then(
      (value) => (done(), resolve(value)),
      (error: unknown) => (done(), reject(error as Error)),
    )
  })
}
