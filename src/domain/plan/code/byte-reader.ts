import { PHONE_SIGNS, RARE_PHONE_SIGNS } from './lists.ts'

const QUANTA = 1e6
/** Longer texts are in no plan: 500 UTF-16 units of at most three bytes. */
const LONGEST_TEXT_BYTES = 1_500

/**
 * Reads what `ByteWriter` wrote. Nothing throws: `isBad` is set, and stays set, when the bytes run out or cannot be, and
 * what is read then is empty. Counts are bounded by the caller, so that no number in a code makes a long loop.
 */
export class ByteReader {
  isBad = false
  private at = 0
  private readonly last = [0, 0]
  private readonly from: Uint8Array

  constructor(from: Uint8Array) {
    this.from = from
  }

  get isAtEnd(): boolean {
    return this.at === this.from.length
  }

  private fail<T>(instead: T): T {
    this.isBad = true
    return instead
  }

  byte(): number {
    const value = this.from[this.at]
    if (value === undefined || this.isBad) return this.fail(0)
    this.at += 1
    return value
  }

  bytes(length: number): Uint8Array {
    if (this.isBad || length > this.from.length - this.at) return this.fail(new Uint8Array(0))
    this.at += length
    return this.from.subarray(this.at - length, this.at)
  }

  /** Whole numbers from 0 to 2^53 - 1. */
  varint(): number {
    let value = 0
    for (let scale = 1; scale < 2 ** 56; scale *= 128) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value < 2 ** 53 ? value : this.fail(0)
    }
    return this.fail(0)
  }

  signed(): number {
    const first = this.byte()
    const size = ((first >> 1) & 63) + (first >= 0x80 ? this.varint() * 64 : 0)
    if (size >= 2 ** 53) return this.fail(0)
    return (first & 1) === 1 ? 0 - size : size
  }

  /** The entry of the list with that number. */
  entry<T>(list: readonly T[], index: number): T | null {
    return list[index] ?? this.fail(null)
  }

  set<T>(list: readonly T[]): T[] {
    const head = this.varint()
    if (head % 2 === 0) return this.masked(list, head / 2)
    return this.many((head - 1) / 2, list.length, () => this.entry(list, this.varint())).filter(
      (one) => one !== null,
    )
  }

  private masked<T>(list: readonly T[], mask: number): T[] {
    if (mask >= 2 ** list.length) return this.fail([])
    return list.filter((_, place) => Math.floor(mask / 2 ** place) % 2 === 1)
  }

  /** `count` times what `read` reads; nothing at all when that is more than `most`. */
  many<T>(count: number, most: number, read: () => T): T[] {
    if (count > most) return this.fail([])
    const all: T[] = []
    while (all.length < count && !this.isBad) all.push(read())
    return all
  }

  /** UTF-8 without any fault: half a character, a surrogate or a longer spelling than needed is refused. */
  text(): string {
    const length = this.varint()
    if (length > LONGEST_TEXT_BYTES) return this.fail('')
    const spelled = Array.from(this.bytes(length), (byte) => `%${byte.toString(16).padStart(2, '0')}`)
    try {
      return decodeURIComponent(spelled.join(''))
    } catch {
      return this.fail('')
    }
  }

  phone(): string {
    const length = this.varint()
    if (length > 80) return this.fail('')
    const bytes = this.bytes(Math.ceil(length / 2))
    let text = ''
    for (let at = 0; at < length && !this.isBad; at += 1) {
      const half = halfAt(bytes, at)
      if (half < PHONE_SIGNS.length) text += PHONE_SIGNS.charAt(half)
      else text += this.entry(RARE_PHONE_SIGNS, at + 1 < length ? halfAt(bytes, (at += 1)) : 15) ?? ''
    }
    return text
  }

  number(): number {
    const head = this.varint()
    if (head % 2 === 0) return head / 2 / 100
    const bytes = this.bytes(8)
    if (head !== 1 || this.isBad) return this.fail(0)
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)
  }

  position(): [number, number] {
    return [this.degrees(0), this.degrees(1)]
  }

  private degrees(axis: 0 | 1): number {
    const whole = (this.last[axis] ?? 0) + this.signed()
    this.last[axis] = whole
    return whole / QUANTA
  }
}

const halfAt = (bytes: Uint8Array, at: number): number => {
  const byte = bytes[at >> 1] ?? 0
  return at % 2 === 0 ? byte >> 4 : byte & 15
}
