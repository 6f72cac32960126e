import fc from 'fast-check'

/** Text as a file holds it. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a program trips over when it reads text from strangers. */
const BAD_PIECES = [
  '__proto__',
  'constructor',
  '{"__proto__":{"spoilt":true}}',
  '"__proto__":{"spoilt":true},',
  'NaN',
  '1e999',
  '-1e999',
  '-0',
  '1e308',
  'null',
  '[[[[[[[[',
  ']}',
  '\\u0000',
  '\\ud800',
  '\u2028',
  '\u202e',
  '<script>',
  '<!DOCTYPE html>',
  '&bogus;',
  '9'.repeat(400),
]

/** Bytes of a good file with one to four faults: a byte changed, bytes left out, twice or put in, the end cut off. */
export const spoilt = (good: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.record({
        fault: fc.constantFrom('flip', 'drop', 'repeat', 'insert', 'cut'),
        at: fc.nat({ max: good.length }),
        length: fc.integer({ min: 1, max: 40 }),
        byte: fc.integer({ min: 0, max: 255 }),
        piece: fc.constantFrom(...BAD_PIECES),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((faults) =>
      faults.reduce((bytes, { fault, at, length, byte, piece }) => {
        const before = bytes.slice(0, at)
        const after = bytes.slice(at)
        if (fault === 'flip') return joined(before, new Uint8Array([byte]), after.slice(1))
        if (fault === 'drop') return joined(before, after.slice(length))
        if (fault === 'repeat') return joined(before, after.slice(0, length), after)
        return fault === 'cut' ? before : joined(before, bytesOf(piece), after)
      }, good),
    )

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]))

/**
 * Runs something and throws when it left a trace on a prototype that everything inherits from: a name added, taken away, or
 * another value under it. (They cannot be frozen for good: the test runner lives in the same realm.)
 */
export function withoutPollution<T>(run: () => T): T {
  const before = propertiesOfPrototypes()
  const result = run()
  const after = propertiesOfPrototypes()
  const isSame = before.length === after.length && before.every((one, index) => one === after[index])
  if (!isSame) throw new Error('a prototype was changed')
  return result
}

/** Names and values, one after the other. */
const propertiesOfPrototypes = (): readonly unknown[] =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].flatMap((prototype) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, found]) => [
      name,
      found.value as unknown,
    ]),
  )
