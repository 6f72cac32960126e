/** Keeps the few things that were asked for last, by a key; what was not asked for longest goes first. */
export class Recent<T> {
  readonly #most: number
  readonly #kept = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  /** What is kept under a key, or what `make` gives. */
  get(key: string, make: () => T): T {
    const known = this.#kept.get(key)
    const value = known ?? make()
    this.#kept.delete(key)
    this.#kept.set(key, value)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
    return value
  }
}
