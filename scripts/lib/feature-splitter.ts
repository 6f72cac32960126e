import { Refusal } from './refusal.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c

/** What stands around the features may not be longer than this, in bytes. */
const MAX_HEAD_BYTES = 1_000_000
/** A single feature may not be longer than this, in bytes; V8 cannot hold a string above about 512 MB. */
const MAX_FEATURE_BYTES = 256_000_000

/** Called for each feature with its number in the file, counted from 1. */
export type OnFeature = (feature: unknown, number: number) => void

/**
 * Reads a GeoJSON FeatureCollection feature by feature, so that a file of several hundred megabytes never becomes one
 * string: it counts brackets, and hands each whole feature to `JSON.parse`. Push the chunks as they come, then call `end`.
 * A Refusal is thrown for anything that is not one whole FeatureCollection; features handed out before are then void.
 */
export class FeatureSplitter {
  readonly #file: string
  readonly #onFeature: OnFeature
  #offset = 0
  #depth = 0
  #inString = false
  #escaped = false
  #inFeatures = false
  #seenFeatures = false
  #count = 0
  /** Inside the list of features: what may come next. */
  #expects: 'first' | 'feature' | 'comma' = 'first'
  /** The last string at the top level, as bytes: before a `[` it is the key. */
  #lastString: number[] = []
  #feature: Uint8Array[] | null = null
  #featureBytes = 0
  /** Everything outside the features: read as JSON at the end, so that the frame is checked as well. */
  readonly #head: number[] = []

  /** @param file the name that stands in a refusal. */
  constructor(file: string, onFeature: OnFeature) {
    this.#file = file
    this.#onFeature = onFeature
  }

  push(chunk: Uint8Array): void {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number
      if (this.#offset + at < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)) continue
      if (this.#inString) this.#string(byte)
      else if (this.#feature !== null) from = this.#within(byte, chunk, at, from)
      else if (this.#inFeatures) from = this.#between(byte, at)
      else this.#outside(byte)
    }
    if (this.#feature !== null) this.#keep(chunk.subarray(from))
    this.#offset += chunk.length
  }

  /** @returns the collection without its features (type, name, crs …). */
  end(): Record<string, unknown> {
    if (this.#depth !== 0 || this.#inString || this.#offset === 0) {
      this.#refuse('the file is cut off: it ends inside the JSON')
    }
    let top: unknown
    try {
      top = JSON.parse(Buffer.from(this.#head).toString('utf8'))
    } catch {
      this.#refuse('not GeoJSON: what stands around the features is not JSON')
    }
    if (typeof top !== 'object' || top === null || (top as { type?: unknown }).type !== 'FeatureCollection') {
      this.#refuse('not a GeoJSON FeatureCollection')
    }
    if (!this.#seenFeatures) this.#refuse('there is no list of features')
    return top as Record<string, unknown>
  }

  #refuse(what: string): never {
    throw new Refusal(`${this.#file}: ${what}`)
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false
    else if (byte === BACKSLASH) this.#escaped = true
    else if (byte === QUOTE) this.#inString = false
    if (this.#feature !== null) return
    this.#keepHead(byte)
    if (this.#inString && this.#depth === 1) this.#lastString.push(byte)
  }

  #structure(byte: number): void {
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#depth += 1
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth -= 1
    if (this.#depth < 0) this.#refuse('more brackets are closed than opened')
  }

  #outside(byte: number): void {
    if (byte === QUOTE) {
      this.#inString = true
      if (this.#depth === 1) this.#lastString = []
    }
    const isList = byte === OPEN_BRACKET && this.#depth === 1
    if (isList && Buffer.from(this.#lastString).toString('utf8') === 'features') {
      if (this.#seenFeatures) this.#refuse('there are two lists of features')
      this.#seenFeatures = true
      this.#inFeatures = true
    }
    this.#structure(byte)
    this.#keepHead(byte)
  }

  /** Between two features. @returns where the part of this chunk that has to be kept begins. */
  #between(byte: number, at: number): number {
    if (byte === OPEN_BRACE && this.#expects !== 'comma') {
      this.#depth += 1
      this.#feature = []
    } else if (byte === COMMA && this.#expects === 'comma') {
      this.#expects = 'feature'
    } else if (byte === CLOSE_BRACKET && this.#expects !== 'feature') {
      this.#depth -= 1
      this.#inFeatures = false
      this.#keepHead(byte)
    } else if (byte > 0x20) {
      this.#refuse(
        `unexpected "${String.fromCharCode(byte)}" after feature ${this.#count}, expected a feature`,
      )
    }
    return at
  }

  #within(byte: number, chunk: Uint8Array, at: number, from: number): number {
    if (byte === QUOTE) this.#inString = true
    else this.#structure(byte)
    if (this.#depth !== 2) return from
    this.#keep(chunk.subarray(from, at + 1))
    this.#finish()
    return at + 1
  }

  #finish(): void {
    this.#count += 1
    let value: unknown
    try {
      value = JSON.parse(Buffer.concat(this.#feature ?? []).toString('utf8'))
    } catch {
      this.#refuse(`feature ${this.#count} is not JSON`)
    }
    this.#feature = null
    this.#featureBytes = 0
    this.#expects = 'comma'
    this.#onFeature(value, this.#count)
  }

  #keep(part: Uint8Array): void {
    this.#featureBytes += part.length
    if (this.#featureBytes > MAX_FEATURE_BYTES) {
      this.#refuse(`feature ${this.#count + 1} is longer than ${MAX_FEATURE_BYTES} bytes`)
    }
    // A copy: the stream may reuse the memory of its chunk.
    if (part.length > 0) this.#feature?.push(part.slice())
  }

  #keepHead(byte: number): void {
    if (this.#head.length >= MAX_HEAD_BYTES) this.#refuse('there is too much text outside the features')
    this.#head.push(byte)
  }
}
