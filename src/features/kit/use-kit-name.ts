import type { KitItem } from '#domain/plan/plan.ts'
import { escapeMarkup, useWords } from '#i18n/index.ts'
import { kitPhrase } from './kit-words.ts'

/** What an item is called, as marked-up text: own words stand in it as they were typed and never become markup. */
export function useKitName(item: Pick<KitItem, 'what'>): { readonly marked: string } {
  const t = useWords('kit')
  const name = kitPhrase(item)
  return { marked: typeof name === 'string' ? escapeMarkup(name) : t.phrase(name) }
}
