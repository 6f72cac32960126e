import { areSame } from './same.ts'

/** What one list says otherwise than another: for the eyes of who signs. */
export type Change<T> =
  | { readonly kind: 'added'; readonly after: T }
  | { readonly kind: 'changed'; readonly before: T; readonly after: T }
  /** In the list, and over now. */
  | { readonly kind: 'lifted'; readonly before: T; readonly after: T }
  /** Looked at again, and otherwise the same. */
  | { readonly kind: 'checked'; readonly after: T }
  | { readonly kind: 'gone'; readonly before: T }

/**
 * Every change from one list to another, in the order of the newer one; what is gone comes last.
 * @param isOver true for what holds no more by its own word
 */
export function differenceOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  isOver: (item: T) => boolean,
): readonly Change<T>[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Set(after.map(({ id }) => id))
  const changes = after.flatMap((item): readonly Change<T>[] => {
    const former = was.get(item.id)
    if (former === undefined) return [{ kind: 'added', after: item }]
    if (areSame(former, item)) return []
    if (!isOver(former) && isOver(item)) return [{ kind: 'lifted', before: former, after: item }]
    if (areSame(withoutCheck(former), withoutCheck(item))) return [{ kind: 'checked', after: item }]
    return [{ kind: 'changed', before: former, after: item }]
  })
  const gone = before
    .filter(({ id }) => !is.has(id))
    .map((item): Change<T> => ({ kind: 'gone', before: item }))
  return [...changes, ...gone]
}

const withoutCheck = (item: object): object => ({ ...item, checked: null })
