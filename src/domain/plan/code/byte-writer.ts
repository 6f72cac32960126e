import { strToU8 } from 'fflate'
import { PHONE_SIGNS, RARE_PHONE_SIGNS } from './lists.ts'

/** Degrees to the whole numbers that are written: 1e-6 degree. */
const QUANTA = 1e6
/** Their double is still a varint. */
const LARGEST_HUNDREDTHS = 2 ** 52

/** Collects the bytes of a plan. Every method has its twin in `byte-reader.ts`; the layout is in `docs/plan-code.md`. */
export class ByteWriter {
  private readonly out: number[] = []
  private readonly last = [0, 0]

  byte(value: number): void {
    this.out.push(value)
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.out.push(value)
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

  /** Sign in bit 0, six bits of the size, then a varint of the rest where bit 7 is set: whole numbers of ±2^53. */
  signed(value: number): void {
    const size = Math.abs(value)
    const rest = Math.floor(size / 64)
    this.byte((value < 0 ? 1 : 0) | ((size % 64) << 1) | (rest > 0 ? 0x80 : 0))
    if (rest > 0) this.varint(rest)
  }

  /** Its place in the list. Throws for what is not in it: then the list of codes was not kept up. */
  oneOf<T>(list: readonly T[], value: T): number {
    const index = list.indexOf(value)
    if (index < 0) throw new Error(`no number in the code for ${String(value)}`)
    return index
  }

  /** Entries of a list: as a mask in bit 1 and up when they stand in its order and each once, else counted one by one. */
  set<T>(list: readonly T[], values: readonly T[]): void {
    const places = values.map((value) => this.oneOf(list, value))
    if (places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))) {
      this.varint(places.reduce((mask, place) => mask + 2 ** place, 0) * 2)
      return
    }
    this.varint(places.length * 2 + 1)
    for (const place of places) this.varint(place)
  }

  /** Length in bytes, then UTF-8. */
  text(value: string): void {
    const bytes = strToU8(value)
    this.varint(bytes.length)
    this.bytes(bytes)
  }

  /** Number of half bytes, then two of them a byte, the first one high. */
  phone(value: string): void {
    const halves = [...value].flatMap((sign) => {
      const at = PHONE_SIGNS.indexOf(sign)
      return at >= 0 ? [at] : [PHONE_SIGNS.length, this.oneOf<string>(RARE_PHONE_SIGNS, sign)]
    })
    this.varint(halves.length)
    for (let at = 0; at < halves.length; at += 2) this.byte((halves[at] ?? 0) * 16 + (halves[at + 1] ?? 0))
  }

  /** A number of 0 or more: as hundredths times 2 where it is a multiple of 0.01, else 1 and eight bytes (IEEE 754, little endian). */
  number(value: number): void {
    const hundredths = Math.round(value * 100) || 0
    if (hundredths < LARGEST_HUNDREDTHS && Object.is(hundredths / 100, value)) {
      this.varint(hundredths * 2)
      return
    }
    this.varint(1)
    const bytes = new DataView(new ArrayBuffer(8))
    bytes.setFloat64(0, value, true)
    this.bytes(new Uint8Array(bytes.buffer))
  }

  /** As the difference from the position before it, in 1e-6 degree. */
  position(at: readonly [number, number]): void {
    at.forEach((degrees, axis) => {
      const whole = Math.round(degrees * QUANTA)
      this.signed(whole - (this.last[axis] ?? 0))
      this.last[axis] = whole
    })
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.out)
  }
}
