/** Reads numbers from bytes, one after the other; `isBad` is set, and stays set, when they run out or cannot be. */
export class ByteReader {
  isBad = false
  private at = 0
  private readonly bytes: Uint8Array
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  fail(): void {
    this.isBad = true
  }

  byte(): number {
    const value = this.bytes[this.at]
    if (value === undefined) this.isBad = true
    else this.at += 1
    return value ?? 0
  }

  u16(): number {
    const low = this.byte()
    return low + this.byte() * 256
  }

  f64(): number {
    if (this.at + 8 > this.bytes.length) {
      this.isBad = true
      return NaN
    }
    this.at += 8
    return this.view.getFloat64(this.at - 8, true)
  }

  /** Seven bits a byte, lowest first, the high bit says that more follow; below 2^28. */
  varint(): number {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    this.isBad = true
    return 0
  }
}
