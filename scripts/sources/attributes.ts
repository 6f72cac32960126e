import { Refusal } from '../lib/refusal.ts'

type Properties = Readonly<Record<string, unknown>>

/**
 * The value of an attribute under the first of its names that the feature has.
 * @throws Refusal "…: the attribute A31a_205 is missing" when it has none of them.
 */
export function attributeOf(
  properties: Properties,
  names: readonly string[],
  where: string,
): { readonly name: string; readonly value: unknown } {
  const name = names.find((one) => Object.hasOwn(properties, one))
  if (name === undefined) throw new Refusal(`${where}: the attribute ${names.join(' or ')} is missing`)
  return { name, value: properties[name] }
}

/**
 * A whole number of a code list, written as a number or as text.
 * @param expected how the sentence of a refusal ends: "a depth rank 1 to 6".
 * @throws Refusal for a value that is not in the list.
 */
export function codeOf<T extends number>(
  properties: Properties,
  names: readonly string[],
  known: readonly T[],
  where: string,
  expected: string,
): T {
  const { name, value } = attributeOf(properties, names, where)
  const found = known.find((code) => value === code || value === String(code))
  if (found !== undefined) return found
  throw new Refusal(`${where}: ${name} is ${JSON.stringify(value)}, expected ${expected}`)
}

/** The text of an attribute, trimmed; a number as its digits; null where it is absent or empty. */
export function textOf(properties: Properties, names: readonly string[] | undefined): string | null {
  const name = names?.find((one) => Object.hasOwn(properties, one))
  const value = name === undefined ? null : properties[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
