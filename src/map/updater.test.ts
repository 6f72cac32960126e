import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUpdater } from './updater.ts'

type View = { readonly style: string; readonly n: number }

/** A shown value, and a rebuild that ends when `release` is called. */
function stage() {
  const log: string[] = []
  const waiting: (() => void)[] = []
  const errors: unknown[] = []
  const updater = createUpdater<View>(
    {
      needsRebuild: (a, b) => a.style !== b.style,
      rebuild: (view) => {
        log.push(`rebuild ${view.style}${view.n}`)
        return new Promise((resolve) => waiting.push(resolve))
      },
      patch: (from, to) => {
        if (to.n < 0) throw new Error('no')
        log.push(`patch ${from.n}>${to.n}`)
      },
    },
    (error) => errors.push(error),
  )
  const release = async () => {
    waiting.splice(0).forEach((resolve) => resolve())
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { updater, log, errors, release }
}

describe('the updater', () => {
  it('builds the first view and changes what differs from then on', async () => {
    const { updater, log, release } = stage()
    updater.want({ style: 'a', n: 1 })
    await release()
    updater.want({ style: 'a', n: 2 })
    expect(log).toEqual(['rebuild a1', 'patch 1>2'])
  })

  it('never does two things at once, and skips what was overtaken', async () => {
    const { updater, log, release } = stage()
    updater.want({ style: 'a', n: 1 })
    updater.want({ style: 'a', n: 2 })
    updater.want({ style: 'b', n: 3 })
    updater.want({ style: 'a', n: 4 })
    expect(log).toEqual(['rebuild a1'])
    await release()
    expect(log).toEqual(['rebuild a1', 'patch 1>4'])
  })

  it('starts from nothing after a step that threw', async () => {
    const { updater, log, errors, release } = stage()
    updater.want({ style: 'a', n: 1 })
    await release()
    updater.want({ style: 'a', n: -1 })
    await release()
    updater.want({ style: 'a', n: 2 })
    expect(errors).toHaveLength(1)
    expect(log).toEqual(['rebuild a1', 'rebuild a2'])
  })

  it('always ends with the newest view, whatever came between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ style: fc.constantFrom('a', 'b'), n: fc.nat(9), wait: fc.boolean() }), {
          minLength: 1,
        }),
        async (steps) => {
          const { updater, release } = stage()
          for (const { wait, ...view } of steps) {
            updater.want(view)
            if (wait) await release()
          }
          await release()
          await release()
          const { style, n } = steps.at(-1) ?? { style: '', n: 0 }
          expect(updater.shown()).toEqual({ style, n })
        },
      ),
      { numRuns: 40 },
    )
  })
})
