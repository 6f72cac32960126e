import { describe, expect, it } from 'vitest'
import { aboveFloor, download, PATIENCE, type DownloadOptions } from './download.ts'

const never = new AbortController().signal
const options = (answer: () => Response | Promise<Response>, changes: Partial<DownloadOptions> = {}) => ({
  fetch: async () => answer(),
  patience: { ...PATIENCE, firstByteMs: 50 },
  signal: never,
  cap: 1_000,
  cache: 'default' as const,
  ...changes,
})

/** A body that goes on far beyond the cap, and how much of it was drawn. */
function endless(): { response: () => Response; drawn: () => number } {
  let drawn = 0
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      drawn += 100
      controller.enqueue(new Uint8Array(100).fill(65))
      if (drawn === 50_000) controller.close()
    },
  })
  return { response: () => new Response(stream), drawn: () => drawn }
}

describe('download', () => {
  it('stops a body that goes on and on as soon as it is too long', async () => {
    const { response, drawn } = endless()
    await expect(download('x', options(response))).rejects.toMatchObject({ code: 'corrupt' })
    expect(drawn()).toBeLessThan(1_500)
  })

  it('lets the caller go at once when it aborts, though the network does not notice', async () => {
    const control = new AbortController()
    const waiting = download(
      'x',
      options(() => new Promise(() => undefined), { signal: control.signal }),
    )
    control.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
  })

  it('tells a network that is gone from one that answers something else', async () => {
    const gone = options(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(download('x', gone)).rejects.toMatchObject({ code: 'unreachable' })
    const elsewhere = Response.redirect('https://signin.test/', 302)
    await expect(
      download(
        'x',
        options(() => elsewhere),
      ),
    ).rejects.toMatchObject({ code: 'notData' })
  })
})

describe('aboveFloor', () => {
  const patience = { firstByteMs: 50, floorBytesPerSecond: 1_000, floorWindowMs: 40 }
  const drip = (bytes: number) => (signal: AbortSignal, count: (bytes: number) => void) =>
    new Promise<string>((resolve, reject) => {
      const timer = setInterval(() => count(bytes), 10)
      const done = setTimeout(() => (clearInterval(timer), resolve('done')), 300)
      signal.addEventListener('abort', () => {
        clearInterval(timer)
        clearTimeout(done)
        reject(signal.reason as Error)
      })
    })

  it('breaks off what stays below the floor, and lets pass what stays above', async () => {
    await expect(aboveFloor(patience, never, drip(1))).rejects.toMatchObject({ code: 'unreachable' })
    await expect(aboveFloor(patience, never, drip(100))).resolves.toBe('done')
  })
})
