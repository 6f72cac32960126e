import { PLAN_FILE_TYPE, writePlanFile } from '#domain/plan/plan-file.ts'
import type { Plan } from '#domain/plan/plan.ts'

/** How many photos of the plan have been read. */
export type FileProgress = { readonly done: number; readonly total: number }

export type MadeFile = {
  readonly content: Blob
  /** Photos that the device does not have any more; the file says nothing of them. */
  readonly missing: number
}

const photosOf = (plan: Plan): readonly string[] => [
  ...new Set(plan.marks.flatMap(({ photo }) => photo?.id ?? [])),
]

/**
 * The whole plan with its photos as one file.
 * @param photo reads one photo; null = it is not there
 * @returns null when `signal` stopped it
 */
export async function makePlanFile(
  plan: Plan,
  photo: (id: string) => Promise<Blob | null>,
  now: number,
  signal: AbortSignal,
  onProgress: (progress: FileProgress) => void,
): Promise<MadeFile | null> {
  const ids = photosOf(plan)
  const photos = new Map<string, Uint8Array>()
  for (const [done, id] of ids.entries()) {
    onProgress({ done, total: ids.length })
    const blob = await photo(id)
    if (signal.aborted) return null
    if (blob !== null) photos.set(id, new Uint8Array(await blob.arrayBuffer()))
  }
  if (signal.aborted) return null
  const content = new Blob([writePlanFile(plan, photos, now)], { type: PLAN_FILE_TYPE })
  return { content, missing: ids.length - photos.size }
}
