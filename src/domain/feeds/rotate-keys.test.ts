import { describe, expect, it } from 'vitest'
import {
  anOfficer,
  AREA,
  aRing,
  FEED_NOW,
  HOUR,
  keyOf,
  ONE,
  ringBytes,
  ROOT,
  signed,
  TWO,
  verifyReally,
  type Officer,
} from '#tests/support/a-signed-feed.ts'
import { parseKeyRing, type KeyRing } from './key-ring.ts'
import { checkRotation, newerList, type KeyList } from './rotate-keys.ts'

const NEXT_ROOT = anOfficer('root-2')
const THREE = anOfficer('city-three')
const listOf = (ring: KeyRing): KeyList => ({ ring, bytes: ringBytes(ring) })
const OLD = listOf(aRing())

const nextRing = (changes: Partial<KeyRing> = {}): KeyRing =>
  aRing([keyOf(NEXT_ROOT, 'root'), keyOf(ONE, 'feed', { revoked: true }), keyOf(TWO), keyOf(THREE)], {
    sequence: 2,
    issued: FEED_NOW,
    ...changes,
  })

async function rotate(ring: KeyRing, by: readonly Officer[], list: KeyList = OLD) {
  const bytes = ringBytes(ring)
  const signatures = signed(bytes, ...by)
  const checked = await checkRotation({
    bytes,
    signatures,
    area: AREA,
    list,
    now: FEED_NOW,
    verify: verifyReally,
  })
  return checked.ok ? checked.value : checked.reason
}

describe('a new list of keys', () => {
  it('is taken when the old root, the new root and every new key signed it', async () => {
    const taken = await rotate(nextRing(), [ROOT, NEXT_ROOT, THREE])
    expect(taken).toEqual({ list: listOf(nextRing()), isNew: true })
  })

  it.each<[string, readonly Officer[]]>([
    ['notSignedByOld', [NEXT_ROOT, THREE]],
    ['notSignedByOld', [NEXT_ROOT, THREE, ONE, TWO]],
    ['notSignedByNew', [ROOT, THREE]],
    ['notSignedByNew', [ROOT, NEXT_ROOT]],
    ['notSignedByNew', [ROOT]],
    ['badSignature', [anOfficer('root-1', 'a thief'), NEXT_ROOT, THREE]],
    ['badSignature', [ROOT, anOfficer('root-2', 'a thief'), THREE]],
    ['badSignature', [ROOT, NEXT_ROOT, anOfficer('city-three', 'a thief')]],
  ])('is refused: %s (%#)', async (reason, by) => {
    expect(await rotate(nextRing(), by)).toBe(reason)
  })

  it('is signed by a root key that stays, not only by one that goes', async () => {
    const both = listOf(aRing([keyOf(ROOT, 'root'), keyOf(NEXT_ROOT, 'root'), keyOf(ONE)]))
    const ring = aRing([keyOf(NEXT_ROOT, 'root'), keyOf(ONE)], { sequence: 2 })
    expect(await rotate(ring, [ROOT], both)).toBe('notSignedByNew')
    expect(await rotate(ring, [ROOT, NEXT_ROOT], both)).toMatchObject({ isNew: true })
  })

  it('may hold a key that begins later, and signs today all the same', async () => {
    const later = keyOf(THREE, 'feed', { from: FEED_NOW + 100 * HOUR })
    const ring = aRing([keyOf(ROOT, 'root'), keyOf(ONE), later], { sequence: 2 })
    expect(await rotate(ring, [ROOT, THREE])).toMatchObject({ isNew: true })
    expect(await rotate(ring, [ROOT])).toBe('notSignedByNew')
  })

  it('is not older than the one in use, and of one number there is one', async () => {
    expect(await rotate(nextRing({ sequence: 0 }), [ROOT, NEXT_ROOT, THREE])).toBe('older')
    expect(await rotate(nextRing({ sequence: 1 }), [ROOT, NEXT_ROOT, THREE])).toBe('sameSequenceOtherBytes')
    expect(await rotate(aRing(), [ROOT])).toEqual({ list: OLD, isNew: false })
  })

  it('is of this area, of this time, and can be read', async () => {
    expect(await rotate(nextRing({ area: '41201' }), [ROOT, NEXT_ROOT, THREE])).toBe('wrongArea')
    expect(await rotate(nextRing({ issued: FEED_NOW + 600_001 }), [ROOT, NEXT_ROOT, THREE])).toBe(
      'issuedInFuture',
    )
    expect(await rotate(nextRing({ keys: [] }), [ROOT])).toBe('notKeys')
  })

  it('is not signed by a root key that is over or revoked', async () => {
    const over = listOf(aRing([keyOf(ROOT, 'root', { till: FEED_NOW })]))
    expect(await rotate(nextRing(), [ROOT, NEXT_ROOT, THREE], over)).toBe('keyNotValid')
  })
})

describe('a list that cannot be', () => {
  const parse = (...keys: KeyRing['keys']) => parseKeyRing(ringBytes(aRing(keys)))
  it.each<[string, () => ReturnType<typeof parse>]>([
    [
      'one key under two names',
      () => parse(keyOf(ROOT, 'root'), keyOf(ONE), keyOf(ONE, 'feed', { kid: 'two' })),
    ],
    [
      'one name for two keys',
      () => parse(keyOf(ROOT, 'root'), keyOf(ONE), keyOf(TWO, 'feed', { kid: ONE.kid })),
    ],
    ['no root', () => parse(keyOf(ONE))],
    ['only a revoked root', () => parse(keyOf(ROOT, 'root', { revoked: true }), keyOf(ONE))],
    ['a weak key', () => parse(keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { key: `${'A'.repeat(43)}=` }))],
    ['a key too short', () => parse(keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { key: 'AAAA' }))],
    ['an end before its beginning', () => parse(keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { till: 0 }))],
    [
      'more than is known',
      () => parse(keyOf(ROOT, 'root'), { ...keyOf(ONE), secret: 'x' } as KeyRing['keys'][0]),
    ],
  ])('%s', (_, act) => {
    expect(act()).toMatchObject({ ok: false, reason: 'brokenKeys' })
  })
})

describe('of the list in the app and the one on the device', () => {
  it('the newer counts, and what cannot be read does not', () => {
    const kept = ringBytes(nextRing())
    expect(newerList(OLD, kept)).toEqual({ ring: nextRing(), bytes: kept })
    expect(newerList(listOf(nextRing()), ringBytes(aRing()))).toEqual(listOf(nextRing()))
    expect(newerList(OLD, ringBytes(aRing([keyOf(ROOT, 'root')])))).toBe(OLD)
    expect(newerList(OLD, ringBytes(nextRing({ area: '41201' })))).toBe(OLD)
    expect(newerList(OLD, new Uint8Array([1, 2]))).toBe(OLD)
    expect(newerList(OLD, null)).toBe(OLD)
  })
})
