import { languageOf, type LanguageTag } from './languages.ts'

/**
 * Namespaces whose sentences a person acts on. A missing one is never shown in English alone: it is shown in Japanese
 * with readings, which is also what signs and broadcasts say.
 */
export const ALERT_NAMESPACES: readonly string[] = [
  'risk',
  'sites',
  'hazards',
  'terms',
  'stay',
  'timeline',
  'way',
  'alerts',
  'closures',
]

/**
 * The languages in which a key is looked up, the wanted one first.
 * @param namespace the part of the key before the colon
 */
export function chainFor(tag: LanguageTag, namespace: string): readonly LanguageTag[] {
  const rest: readonly LanguageTag[] = ALERT_NAMESPACES.includes(namespace)
    ? ['ja-simple', 'ja']
    : languageOf(tag).fallback
  return [tag, ...rest.filter((other) => other !== tag)]
}
