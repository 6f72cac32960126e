import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, anyClosure, FEED_ISSUED as NOW } from '#tests/support/a-closure.ts'
import { NOTHING_KNOWN } from './adapters/imported.ts'
import { blocks, holdsAt } from './blocks.ts'
import { CLOSURE_REASONS, MODES, type Closure } from './closure.ts'

describe('a closure', () => {
  it('holds from its start on and before its end', () => {
    const closure = aClosure({ start: NOW, end: NOW + 1000 })
    expect([NOW - 1, NOW, NOW + 999, NOW + 1000].map((at) => holdsAt(closure, at))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(holdsAt(aClosure({ start: NOW, end: null }), 4e12)).toBe(true)
  })

  it.each<[Partial<Closure>, boolean]>([
    [{ status: 'planned' }, true],
    [{ status: 'unconfirmed' }, true],
    [{ status: 'lifted' }, false],
    [{ state: 'open' }, false],
    [{ state: 'restricted' }, true],
  ])('%o holds: %s', (changes, holds) => {
    expect(holdsAt(aClosure(changes), NOW)).toBe(holds)
  })
})

const unknown = (changes: Partial<Closure>): Closure =>
  aClosure({ depth: null, access: NOTHING_KNOWN, ...changes })
const verdicts = (closure: Closure) => MODES.map((mode) => blocks(closure, mode, NOW)).join(' ')

describe('who may pass', () => {
  it('is what the closure tells', () => {
    const told = aClosure({
      access: { foot: true, wheelchair: false, bicycle: true, car: false, truck: false, emergency: true },
    })
    expect(verdicts(told)).toBe('no yes no yes yes no')
  })

  it.each([
    ['flooding', 'yes'],
    ['storm_surge', 'yes'],
    ['tsunami', 'yes'],
    ['landslide', 'yes'],
    ['rockfall', 'yes'],
    ['collapse', 'yes'],
    ['bridge_damage', 'yes'],
    ['pre_emptive_rain', 'yes'],
    ['fallen_tree', 'unknown'],
    ['snow_ice', 'unknown'],
    ['accident', 'unknown'],
    ['construction', 'unknown'],
    ['event', 'unknown'],
    ['fire', 'unknown'],
    ['other', 'unknown'],
    ['unknown', 'unknown'],
  ] as const)('on foot where %s is the reason and nothing is told: %s', (reason, verdict) => {
    for (const state of ['closed', 'one_lane', 'restricted'] as const) {
      expect(blocks(unknown({ reason, state }), 'foot', NOW)).toBe(verdict)
      expect(blocks(unknown({ reason, state }), 'wheelchair', NOW)).toBe(verdict)
    }
  })

  it('has a row for each reason', () => {
    expect(CLOSURE_REASONS).toHaveLength(16)
  })

  it('is nobody on foot where there is water, whatever the reason', () => {
    expect(blocks(unknown({ reason: 'other', depth: 0.1 }), 'foot', NOW)).toBe('yes')
    expect(blocks(unknown({ reason: 'other', depth: 0 }), 'foot', NOW)).toBe('unknown')
  })

  it('in vehicles is read from the state', () => {
    expect(verdicts(unknown({ reason: 'event' }))).toBe('unknown unknown yes yes yes unknown')
    expect(verdicts(unknown({ reason: 'event', state: 'one_lane' }))).toBe(
      'unknown unknown unknown unknown unknown unknown',
    )
  })

  it('in a wheelchair is nobody where nobody may walk', () => {
    const told = unknown({ reason: 'event', access: { ...NOTHING_KNOWN, foot: false } })
    expect(blocks(told, 'wheelchair', NOW)).toBe('yes')
    expect(
      blocks(unknown({ reason: 'event', access: { ...NOTHING_KNOWN, foot: true } }), 'wheelchair', NOW),
    ).toBe('unknown')
  })

  it('is everybody when it does not hold, and by "no" only then or when it is told', () => {
    fc.assert(
      fc.property(
        anyClosure,
        fc.constantFrom(...MODES),
        fc.integer({ min: 0, max: 4e12 }),
        (closure, mode, at) => {
          const verdict = blocks(closure, mode, at)
          expect(verdict === 'no').toBe(!holdsAt(closure, at) || closure.access[mode] === true)
        },
      ),
    )
  })
})
