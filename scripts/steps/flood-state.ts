/** One file of the publisher that belongs to a group: was it had, and whole? A copy that was cut to a box may not be whole. */
export type PartState = { readonly had: boolean; readonly whole: boolean }

/** A group answers for an area only when every one of its files was had whole; a group of no files answers for nothing. */
export const isComplete = (parts: readonly PartState[]): boolean =>
  parts.length > 0 && parts.every(({ had, whole }) => had && whole)

/** What the flood layer is built of. */
export type FloodPlan = {
  readonly state: 'built' | 'partial' | 'missing'
  /** `byRiver` alone (it holds everything), or whatever was had of both; the deepest rank wins where they overlap. */
  readonly use: 'byRiver' | 'both' | 'none'
}

/**
 * The same zones are published twice: by river (A31a) and by mesh (A31b), and each was found to lack what the other has.
 * A complete A31a is taken alone. Else all that was had of both is put together, and the layer is `built` only when the other
 * group is complete: otherwise a river may be missing, and a place without a zone says nothing.
 */
export function planFlood(byRiver: readonly PartState[], byMesh: readonly PartState[]): FloodPlan {
  if (isComplete(byRiver)) return { state: 'built', use: 'byRiver' }
  if (isComplete(byMesh)) return { state: 'built', use: 'both' }
  const anything = [...byRiver, ...byMesh].some(({ had }) => had)
  return anything ? { state: 'partial', use: 'both' } : { state: 'missing', use: 'none' }
}
