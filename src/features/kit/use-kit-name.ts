import { kitPhrase } from '#domain/kit/describe-kit.ts'
import type { KitItem } from '#domain/plan/plan.ts'
import { escapeMarkup, useWords, type SayWords } from '#i18n/index.ts'

/** What an item is called, as marked-up text: own words stand in it as they were typed and never become markup. */
export function useKitName(item: Pick<KitItem, 'what'>): { readonly marked: string } {
  const t = useWords('kit')
  return { marked: kitName(t, item) }
}

/** The same outside a component. */
export function kitName(t: SayWords, item: Pick<KitItem, 'what'>): string {
  const name = kitPhrase(item)
  if (item.what.type === 'own') return escapeMarkup(item.what.text)
  return name === null ? '' : t.phrase(name)
}
