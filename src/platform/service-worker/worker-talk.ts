/** The worker in use. null = none before the deadline (milliseconds). */
export async function activeWorker(
  container: ServiceWorkerContainer,
  deadline: number,
): Promise<ServiceWorker | null> {
  const registration = await within(container.ready, deadline)
  return registration?.active ?? null
}

/** Asks the worker one question (see `src/sw/sw.ts`). null = no answer before the deadline (milliseconds). */
export function ask(
  worker: ServiceWorker,
  question: { readonly type: string; readonly wantsMap?: boolean; readonly language?: string | null },
  deadline: number,
): Promise<unknown> {
  const channel = new MessageChannel()
  const answer = new Promise<unknown>((resolve) => {
    channel.port1.onmessage = (event: MessageEvent<unknown>) => resolve(event.data)
  })
  worker.postMessage(question, [channel.port2])
  return within(answer, deadline).finally(() => channel.port1.close())
}

async function within<T>(promise: Promise<T>, deadline: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), deadline)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
