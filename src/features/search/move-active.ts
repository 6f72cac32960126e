/**
 * Where the arrow keys lead in a list of hits. Down from the field enters the list, up from its first line leads back to
 * the field (-1); at the ends it stays.
 * @returns the new index, or null for a key that does not move
 */
export function moveActive(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, active + 1)
    case 'ArrowUp':
      return Math.max(-1, active - 1)
    default:
      return null
  }
}
