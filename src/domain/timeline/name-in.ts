/** The name of an entry of the plan, else its number in its list, counted from 1; null = it is not there. */
export function nameIn(
  entries: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string | null {
  const at = entries.findIndex((entry) => entry.id === id)
  const entry = entries[at]
  return entry === undefined ? null : entry.name === '' ? String(at + 1) : entry.name
}
