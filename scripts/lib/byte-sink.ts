/** Collects bytes in growing memory. */
export class ByteSink {
  private store = new Uint8Array(1024)
  private length = 0

  byte(value: number): void {
    this.reserve(1)
    this.store[this.length++] = value
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length)
    this.store.set(values, this.length)
    this.length += values.length
  }

  /** Seven bits a byte, lowest first, the high bit says that more follow. Whole numbers from 0 to 2^53. */
  varint(value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.byte((rest % 128) | 0x80)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  /** A signed number as a varint: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
  zigzag(value: number): void {
    this.varint(value >= 0 ? value * 2 : -value * 2 - 1)
  }

  toBytes(): Uint8Array {
    return this.store.slice(0, this.length)
  }

  private reserve(extra: number): void {
    if (this.length + extra <= this.store.length) return
    const larger = new Uint8Array(Math.max(this.store.length * 2, this.length + extra))
    larger.set(this.store.subarray(0, this.length))
    this.store = larger
  }
}
