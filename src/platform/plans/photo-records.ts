import * as v from 'valibot'
import type { Plan } from '#domain/plan/plan.ts'
import type { Begin } from './plan-database.ts'
import { readRecord } from './plan-record.ts'
import { PlansError } from './plans-error.ts'

/** Photos that no plan speaks of stay this long, milliseconds: an edit may still be undone, a plan brought back. */
const KEPT_UNNAMED = 86_400_000

const PhotoRecord = v.object({
  bytes: v.instance(ArrayBuffer),
  type: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
})

/** Only pictures are given back under their own type: a page from a stranger's file must not open as one. */
const typeOf = (type: string): string => (/^image\/(jpeg|png|webp)$/.test(type) ? type : 'image/jpeg')

/** Writes a photo and reads it back; rejects with `lost` when it is not there as it was given. */
export async function putPhoto(
  begin: Begin,
  id: string,
  photo: { readonly bytes: ArrayBuffer; readonly type: string; readonly at: number },
): Promise<void> {
  const transaction = begin(['photos'], 'readwrite')
  await Promise.all([transaction.objectStore('photos').put(photo, id), transaction.done])
  const back = v.safeParse(PhotoRecord, await begin(['photos'], 'readonly').objectStore('photos').get(id))
  if (!back.success || !isSame(back.output.bytes, photo.bytes))
    throw new PlansError('lost', `photo ${id} could not be read back`)
}

function isSame(one: ArrayBuffer, other: ArrayBuffer): boolean {
  if (one.byteLength !== other.byteLength) return false
  const [a, b] = [new Uint8Array(one), new Uint8Array(other)]
  return a.every((byte, index) => byte === b[index])
}

export async function getPhoto(begin: Begin, id: string): Promise<Blob | null> {
  const read = v.safeParse(PhotoRecord, await begin(['photos'], 'readonly').objectStore('photos').get(id))
  return read.success ? new Blob([read.output.bytes], { type: typeOf(read.output.type) }) : null
}

/** Drops old photos that no plan names. While one plan cannot be read nothing is dropped: it may name any of them. */
export async function dropUnnamedPhotos(begin: Begin, now: number): Promise<void> {
  const transaction = begin(['plans', 'photos'], 'readwrite')
  const plans = transaction.objectStore('plans')
  const keys = await plans.getAllKeys()
  const values: unknown[] = await plans.getAll()
  const records = keys.map((key, index) => readRecord(String(key), values[index]))
  const isWhole = Array.isArray(values) && values.length === keys.length
  if (!isWhole || !records.every(({ is }) => is === 'plan')) return transaction.done
  const named = new Set(records.flatMap((read) => (read.is === 'plan' ? photosOf(read.stored.plan) : [])))
  const photos = transaction.objectStore('photos')
  for (const id of await photos.getAllKeys()) {
    const read = named.has(id) ? null : v.safeParse(PhotoRecord, await photos.get(id))
    if (read?.success === true && read.output.at < now - KEPT_UNNAMED) await photos.delete(id)
  }
  await transaction.done
}

const photosOf = (plan: Plan): readonly string[] => plan.marks.flatMap(({ photo }) => photo?.id ?? [])
