import { plain, type SayWords } from '#i18n/index.ts'
import type { Lists } from '#domain/plan/edits/edit-lists.ts'
import type { ThingList } from './thing-draft.ts'

/** What a thing is called, as plain text: its name, else its kind in words, else (a phone number) the number. */
export function nameText<L extends ThingList>(t: SayWords, list: L, entry: Lists[L]): string {
  if (entry.name !== '') return entry.name
  if ('phone' in entry && !('kind' in entry)) return entry.phone
  return plain(t(kindKey(list, entry)))
}

/** The key of the words for a thing's kind. */
export function kindKey(list: ThingList, entry: Lists[ThingList]): string {
  const kind = 'kind' in entry ? entry.kind : ''
  switch (list) {
    case 'places':
      return `mymap:kind.place.${kind}`
    case 'destinations':
      return `mymap:kind.destination.${kind}`
    case 'marks':
      return `mymap:kind.mark.${kind}`
    case 'routes':
      return 'mymap:part.routes.title'
    case 'contacts':
      return 'mymap:part.contacts.title'
  }
}
