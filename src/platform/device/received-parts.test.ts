import { describe, expect, it } from 'vitest'
import { createReceivedParts } from './received-parts.ts'

/** As much of `Storage` as is used. */
function aStorage(): Storage {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return storage as unknown as Storage
}
const PARTS = ['AAAAAAAA', 'BBBBBBBB']

describe('the parts of a series', () => {
  it('outlive the page, and an hour without another one ends them', () => {
    const storage = aStorage()
    createReceivedParts(storage).keep(PARTS, 1000)
    const later = createReceivedParts(storage)
    expect(later.read(2000)).toEqual(PARTS)
    expect(later.read(1000 + 3_600_001)).toEqual([])
    expect(later.read(500)).toEqual([])
    later.keep([], 2000)
    expect(createReceivedParts(storage).read(2000)).toEqual([])
  })

  it('live as long as the page where the browser keeps nothing', () => {
    const full = aStorage()
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    for (const storage of [null, full]) {
      const parts = createReceivedParts(storage)
      parts.keep(PARTS, 1000)
      expect(parts.read(1000)).toEqual(PARTS)
    }
  })

  it('are dropped whole when what was kept is not what was written', () => {
    for (const text of [
      '{',
      '{"at":1}',
      '{"at":1,"parts":["<script>"]}',
      `{"at":1,"parts":${JSON.stringify(Array(121).fill('AAAAAAAA'))}}`,
    ]) {
      // prettier-ignore
      const storage = aStorage()
      storage.setItem('mhm-received', text)
      expect(createReceivedParts(storage).read(1)).toEqual([])
    }
  })
})
