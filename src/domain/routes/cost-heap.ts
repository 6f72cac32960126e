/**
 * A binary heap of entries with costs of several words, the lowest first; equal costs by the number of their site, so that the
 * answer does not hang on the order in which they came. Entries stay where they are and keep their numbers after they leave.
 */
export class CostHeap {
  /** Entries made so far: the number of the next one, whose cost is written before `push`. */
  count = 0
  size = 0
  readonly costs: Float64Array
  readonly nodes: Int32Array
  readonly sites: Int32Array
  /** The label of the next node on the way; -1 = the way ends on this piece. */
  readonly nexts: Int32Array
  /** Edge × 2 + direction of the piece that is walked first. */
  readonly vias: Int32Array
  readonly #order: Int32Array
  readonly #words: number

  /** @param capacity entries that will ever be made. */
  constructor(words: number, capacity: number) {
    this.#words = words
    this.costs = new Float64Array(words * capacity)
    this.nodes = new Int32Array(capacity)
    this.sites = new Int32Array(capacity)
    this.nexts = new Int32Array(capacity)
    this.vias = new Int32Array(capacity)
    this.#order = new Int32Array(capacity)
  }

  /** Adds the entry whose cost was written at `count`. */
  push(node: number, site: number, next: number, via: number): void {
    const entry = this.count
    this.count += 1
    this.nodes[entry] = node
    this.sites[entry] = site
    this.nexts[entry] = next
    this.vias[entry] = via
    this.#rise(entry)
  }

  /** Takes the entry of lowest cost out; -1 when there is none. */
  pop(): number {
    if (this.size === 0) return -1
    const top = this.#order[0] as number
    this.size -= 1
    if (this.size > 0) this.#sink(this.#order[this.size] as number)
    return top
  }

  #rise(entry: number): void {
    let at = this.size
    this.size += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.#order[parent] as number
      if (!this.#isBefore(entry, above)) break
      this.#order[at] = above
      at = parent
    }
    this.#order[at] = entry
  }

  #sink(entry: number): void {
    let at = 0
    for (let child = 1; child < this.size; child = at * 2 + 1) {
      const right = child + 1
      if (right < this.size && this.#isBefore(this.#order[right] as number, this.#order[child] as number))
        child = right
      const below = this.#order[child] as number
      if (!this.#isBefore(below, entry)) break
      this.#order[at] = below
      at = child
    }
    this.#order[at] = entry
  }

  #isBefore(a: number, b: number): boolean {
    const words = this.#words
    const costs = this.costs
    for (let word = 0; word < words; word += 1) {
      const one = costs[a * words + word] as number
      const other = costs[b * words + word] as number
      if (one !== other) return one < other
    }
    return (this.sites[a] as number) < (this.sites[b] as number)
  }
}
