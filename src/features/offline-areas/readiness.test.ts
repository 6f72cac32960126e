import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OfflineFacts, PackState } from '#platform/ports.ts'
import { aManifest, anArea } from '#tests/support/an-area.ts'
import { readiness } from './readiness.ts'
import type { AreasState } from './store.ts'

const facts: OfflineFacts = {
  installed: null,
  persisted: null,
  shellReady: true,
  mapCodeReady: true,
  usedBytes: null,
  quotaBytes: null,
}
const pack: PackState = {
  code: '99201',
  manifest: aManifest(),
  stored: true,
  complete: true,
  updateFailure: null,
}
const area = anArea()
const opened = (changes: Partial<PackState>): AreasState['open'] => ({
  status: 'open',
  code: '99201',
  area,
  pack: { ...pack, ...changes },
})

it('is ready only when pack, shell and map code are all on the device', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (stored, complete, shellReady, mapCodeReady) => {
        const answer = readiness({
          open: opened({ stored, complete }),
          facts: { ...facts, shellReady, mapCodeReady },
        })
        expect(answer === 'ready').toBe(stored && complete && shellReady && mapCodeReady)
      },
    ),
  )
})

it('promises nothing before the browser has told, or while nothing is open', () => {
  expect(readiness({ open: opened({}), facts: null })).toBe('unknown')
  expect(readiness({ open: { status: 'opening', code: null }, facts })).toBe('notYet')
  expect(readiness({ open: opened({ stored: false }), facts: null })).toBe('notKept')
})
