/** The last whole number in a range for which something holds that holds for its first and, once it fails, for no later one. */
export function lastWhere(first: number, last: number, holds: (at: number) => boolean): number {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
