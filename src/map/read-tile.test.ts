import { describe, expect, it } from 'vitest'
import { readTile } from './read-tile.ts'

const AT = { role: 'zones', z: 14, x: 1, y: 2 } as const
const never = new AbortController().signal

describe('readTile', () => {
  it('gives the bytes of the tile that was asked for', async () => {
    const bytes = new ArrayBuffer(3)
    const asked: unknown[] = []
    const reader = (...request: unknown[]) => {
      asked.push(request.slice(0, 4))
      return Promise.resolve(bytes)
    }
    expect(await readTile(reader, AT, never)).toBe(bytes)
    expect(asked).toEqual([['zones', 14, 1, 2]])
  })

  it('gives an empty buffer where the pack has no tile', async () => {
    expect((await readTile(() => Promise.resolve(null), AT, never)).byteLength).toBe(0)
  })

  it('rejects when the reader rejects: a tile that cannot be read is not an empty one', async () => {
    await expect(readTile(() => Promise.reject(new Error('disk')), AT, never)).rejects.toThrow('disk')
  })

  it('rejects when the reader never answers, and tells the reader to stop', async () => {
    let stopped = false
    const hanging = (_r: unknown, _z: unknown, _x: unknown, _y: unknown, signal: AbortSignal) => {
      signal.addEventListener('abort', () => (stopped = true))
      return new Promise<never>(() => {})
    }
    await expect(readTile(hanging, AT, never, 5)).rejects.toThrow('not read in time')
    expect(stopped).toBe(true)
  })

  it('rejects when the map no longer wants the tile', async () => {
    const abort = new AbortController()
    const read = readTile(() => new Promise<never>(() => {}), AT, abort.signal)
    abort.abort(new Error('moved on'))
    await expect(read).rejects.toThrow('moved on')
  })
})
