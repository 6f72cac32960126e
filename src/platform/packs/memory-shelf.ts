import { PackError } from './pack-error.ts'
import { flipped, namedFiles, NO_POINTER, type Pointer, type Shelf } from './shelf.ts'

/** A shelf that lives as long as the page: for browsers that let us keep nothing. */
export function createMemoryShelf(): Shelf {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const pointers = new Map<string, Pointer>()
  let index: string | null = null
  const pointer = (code: string): Pointer => pointers.get(code) ?? NO_POINTER
  const forgetUnnamed = () => {
    const named = namedFiles([...pointers.values()])
    for (const hash of files.keys()) if (!named.has(hash)) files.delete(hash)
  }
  return {
    lasting: false,
    pointer: async (code) => pointer(code),
    file: async (hash) => files.get(hash) ?? null,
    putFile: async (hash, bytes) => void files.set(hash, bytes),
    dropFile: async (hash) => void files.delete(hash),
    present: async (hashes) => new Set(hashes.filter((hash) => files.has(hash))),
    expect: async (code, pending) => void pointers.set(code, { ...pointer(code), pending }),
    flip: async (code, pack, needed) => {
      const lost = needed.find((hash) => !files.has(hash))
      if (lost !== undefined) throw new PackError('storageBlocked', `file ${lost} was not kept`)
      pointers.set(code, flipped(pointer(code), pack))
    },
    settle: async (code) => {
      pointers.set(code, { ...pointer(code), previous: null })
      forgetUnnamed()
    },
    index: async () => index,
    putIndex: async (text) => {
      index = text
    },
  }
}
