import { useEffect, useState } from 'react'
import type { Told } from '#domain/drills/describe-told.ts'
import type { Drills } from '../state.ts'

/** What was looked at in which run: a look at another screen does not make old things new, and hides no new ones. */
const looked = new WeakMap<Drills, { readonly nonce: string; readonly ids: Set<string> }>()

/** More at once is not heard to its end: who joins late finds the others in the list. Own choice. */
const MOST_AT_ONCE = 3

export type News = { readonly urgent: readonly Told[]; readonly calm: readonly Told[] }
const NO_NEWS: News = { urgent: [], calm: [] }

/** What came since the last look. It stays until something newer of its kind comes. */
export function useNews(drills: Drills, nonce: string, items: readonly Told[]): News {
  const [news, setNews] = useState(NO_NEWS)
  const key = items.map(({ id }) => id).join('\n')
  useEffect(() => {
    const known = looked.get(drills)
    const seen = known?.nonce === nonce ? known.ids : new Set<string>()
    looked.set(drills, { nonce, ids: seen })
    const fresh = items.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    const newest = (isUrgent: boolean) =>
      fresh.filter((one) => one.isUrgent === isUrgent).slice(-MOST_AT_ONCE)
    const [urgent, calm] = [newest(true), newest(false)]
    if (urgent.length + calm.length > 0)
      setNews((before) => ({
        urgent: urgent.length > 0 ? urgent : before.urgent,
        calm: calm.length > 0 ? calm : before.calm,
      }))
    // oxlint-disable-next-line react/exhaustive-deps -- the ids tell all that is new; the list is another one at each tick
  }, [drills, nonce, key])
  return news
}
