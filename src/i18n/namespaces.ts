import type { RealTag } from './languages.ts'

/**
 * Namespaces that are not in every language, with the languages that have them. `staff`: the page on which clerks of a Japanese
 * city publish; they work in Japanese, and English is there for whoever helps them set it up. What residents read of it comes from
 * namespaces that every language has. Every other namespace is in every language.
 */
const ONLY_IN: Readonly<Record<string, readonly RealTag[]>> = { staff: ['ja', 'en'] }

/** True when a language has a namespace. @param key a namespace, or a key that begins with it */
export const isInLanguage = (key: string, tag: string): boolean => {
  const [namespace = ''] = key.split(':')
  return (ONLY_IN[namespace] as readonly string[] | undefined)?.includes(tag) ?? true
}
