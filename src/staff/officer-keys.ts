import { createStore, type StoreApi } from 'zustand/vanilla'
import { isInOrder } from '#domain/feeds/ed25519-bounds.ts'
import { maySign, type FeedKey, type KeyRing } from '#domain/feeds/key-ring.ts'
import { writeBackup } from '#domain/feeds/secret-key-file.ts'
import type { Signature } from '#domain/feeds/signature-file.ts'
import { makeBackup, openSecretKey, type OpenKeyRefusal } from '#platform/staff/open-secret-key.ts'
import type { KeptKey, StaffDatabase } from '#platform/staff/staff-database.ts'

/** A key on this device that can sign for the city. */
export type OfficerKey = {
  readonly kid: string
  readonly publicKey: string
  /** From then on it signs nothing. Milliseconds since 1970. */
  readonly till: number
  /** In its time, and not revoked. */
  readonly counts: boolean
  sign(bytes: Uint8Array): Promise<Signature>
}

/** Why a key file was not taken in. `notInList` the app knows no such key of this city · `rootKey` it signs lists of keys only · `notKept` the browser keeps nothing. */
export type ImportRefusal = OpenKeyRefusal | 'notInList' | 'rootKey' | 'notKept' | 'noCrypto'

export type KeysState = {
  readonly keys: readonly OfficerKey[]
  readonly isRead: boolean
}

export type OfficerKeys = {
  readonly store: StoreApi<KeysState>
  read(): Promise<void>
  /** @returns the text of a backup file locked with the same passphrase, and its name; or why not */
  take(
    file: Uint8Array,
    passphrase: string,
  ): Promise<
    | { readonly ok: true; readonly kid: string; readonly backup: string }
    | { readonly ok: false; readonly why: ImportRefusal }
  >
  forget(publicKey: string): Promise<void>
}

/** The keys on this device. @param ring those that count for the city; null = it has none yet */
export function createOfficerKeys(
  database: StaffDatabase,
  ring: () => KeyRing | null,
  subtle: SubtleCrypto | null,
  now: () => number,
): OfficerKeys {
  const store = createStore<KeysState>(() => ({ keys: [], isRead: false }))
  const find = (publicKey: string) => ring()?.keys.find(({ key }) => key === publicKey)
  const read = async () => {
    const kept = await database.keys().catch(() => [])
    const keys = kept.flatMap((one) => {
      const row = find(one.publicKey)
      return row === undefined || subtle === null ? [] : [officerOf(one, row, subtle, now())]
    })
    store.setState({ keys, isRead: true })
  }
  return {
    store,
    read,
    async take(file, passphrase) {
      if (subtle === null) return { ok: false, why: 'noCrypto' }
      const opened = await openSecretKey(file, passphrase, subtle)
      if (!opened.ok) return opened
      const { publicKey, key, pkcs8 } = opened.value
      const row = find(publicKey)
      if (row?.role !== 'feed') return { ok: false, why: row === undefined ? 'notInList' : 'rootKey' }
      const backup = await makeBackup({ publicKey, pkcs8 }, passphrase, subtle)
      pkcs8.fill(0)
      const isKept = await database.keepKey({ publicKey, key, kept: now() }).then(
        () => true,
        () => false,
      )
      if (!isKept) return { ok: false, why: 'notKept' }
      await read()
      return { ok: true, kid: row.kid, backup: writeBackup(row.kid, backup) }
    },
    async forget(publicKey) {
      await database.forgetKey(publicKey).catch(() => undefined)
      await read()
    },
  }
}

const officerOf = (
  { publicKey, key }: KeptKey,
  row: FeedKey,
  subtle: SubtleCrypto,
  at: number,
): OfficerKey => ({
  kid: row.kid,
  publicKey,
  till: row.till,
  counts: row.role === 'feed' && maySign(row, at),
  async sign(bytes) {
    const sig = new Uint8Array(await subtle.sign({ name: 'Ed25519' }, key, new Uint8Array(bytes)))
    if (!isInOrder(sig)) throw new Error('the signature is out of order')
    return { kid: row.kid, sig }
  },
})
