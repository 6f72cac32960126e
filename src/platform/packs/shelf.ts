/** A pack as it is kept: its manifest, letter for letter as it came, and the SHA-256 of every file it names. */
export type KeptPack = {
  readonly manifest: string
  readonly files: readonly string[]
}

/**
 * Which pack of an area is in use. `previous` stays until `current` has answered once; `pending` is on its way in, so that
 * what of it has arrived is not taken for rubbish.
 */
export type Pointer = {
  readonly current: KeptPack | null
  readonly previous: KeptPack | null
  readonly pending: KeptPack | null
}

/**
 * Where packs are kept. Files lie under their hash, so the same file is kept once whoever names it. Every method may reject
 * with a `PackError` (`storageFull`, `storageBlocked`).
 */
export interface Shelf {
  /** False = gone when the page is closed. */
  readonly lasting: boolean
  pointer(code: string): Promise<Pointer>
  /** The bytes under a hash; null = not there. They are not checked here. */
  file(hash: string): Promise<Uint8Array<ArrayBuffer> | null>
  putFile(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  dropFile(hash: string): Promise<void>
  /** Which of the hashes are there. */
  present(hashes: readonly string[]): Promise<ReadonlySet<string>>
  expect(code: string, pending: KeptPack): Promise<void>
  /**
   * Puts a pack in use, in one transaction, provided that all files of `needed` are there. The pack that was in use becomes
   * the previous one. Rejects with `storageBlocked` when a file is not there.
   */
  flip(code: string, pack: KeptPack, needed: readonly string[]): Promise<void>
  /** The current pack has answered: forgets the previous one, and every file that no pointer names. */
  settle(code: string): Promise<void>
  index(): Promise<string | null>
  putIndex(text: string): Promise<void>
}

export const NO_POINTER: Pointer = { current: null, previous: null, pending: null }

/** The pointer after `pack` was put in use. */
export function flipped(before: Pointer, pack: KeptPack): Pointer {
  const isSame = before.current?.manifest === pack.manifest
  return { current: pack, previous: isSame ? before.previous : before.current, pending: null }
}

/** Every hash that a pointer names. */
export const namedFiles = (pointers: readonly Pointer[]): ReadonlySet<string> =>
  new Set(
    pointers.flatMap(({ current, previous, pending }) =>
      [current, previous, pending].flatMap((pack) => pack?.files ?? []),
    ),
  )
