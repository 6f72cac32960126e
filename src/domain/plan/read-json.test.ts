import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { readJson } from './read-json.ts'

const LIMITS = { bytes: 100_000, depth: 12, values: 5_000 }
const reasonOf = (bytes: Uint8Array, limits = LIMITS) => {
  const read = readJson(bytes, limits)
  return read.ok ? 'read' : read.reason
}

describe('JSON from strangers', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['spaces only', ' \n ', 'empty'],
    ['a sign-in page', '<!DOCTYPE html><html><body>…', 'webPage'],
    ['a page without a doctype', '\n <html lang="ja">', 'webPage'],
    ['XML', '<?xml version="1.0"?><gpx/>', 'notJson'],
    ['a text', 'ハザードマップ', 'notJson'],
    ['a cut list', '[1,2,', 'cutOff'],
    ['a cut text', '{"name":"わが', 'cutOff'],
    ['two values', '{}{}', 'notJson'],
    ['NaN', '{"a":NaN}', 'notJson'],
    ['a name twice', '{"a":1,"a":2}', 'repeatedName'],
    ['a name twice in two spellings', '{"a":1,"\\u0061":2}', 'repeatedName'],
    ['a name twice further in', '[{"b":[{"a":{},"c":1,"a":[]}]}]', 'repeatedName'],
    ['a null character', '{"a":"\0"}', 'notText'],
  ])('%s is refused', (_, text, reason) => {
    expect(reasonOf(bytesOf(text))).toBe(reason)
  })

  it.each([
    ['a byte order mark', '\ufeff{"a":1}'],
    ['the same name in two objects', '[{"a":1},{"a":2}]'],
    ['a value like a name', '{"a":"a","b":"a"}'],
    ['brackets in a text', `{"a":"${'['.repeat(500)}"}`],
    ['brackets after a quote in a text', `{"a":"\\"${'['.repeat(500)}"}`],
    ['brackets after a backslash and a quote', `{"a":"\\\\\\"${'['.repeat(500)}"}`],
    ['a text that ends in a backslash', '{"a":"\\\\","b":[]}'],
    ['quotes in a text', '{"a":"\\"b\\":","b":"\\\\"}'],
  ])('%s is read', (_, text) => {
    expect(reasonOf(bytesOf(text))).toBe('read')
  })

  it('in UTF-16 is refused, with and without a mark', () => {
    const marked = new Uint8Array(Buffer.from('\ufeff{"a":1}', 'utf16le'))
    expect(reasonOf(marked)).toBe('notText')
    expect(reasonOf(new Uint8Array(Buffer.from('{"a":1}', 'utf16le')))).toBe('notText')
  })

  it('nested a hundred thousand times is refused before it is built', () => {
    expect(reasonOf(bytesOf('['.repeat(1e5)), { ...LIMITS, bytes: 1e6 })).toBe('tooDeep')
    expect(reasonOf(bytesOf('{"a":'.repeat(1e5)), { ...LIMITS, bytes: 1e6 })).toBe('tooDeep')
  })

  it('is read up to each limit and refused beyond it', () => {
    const nested = (depth: number) => bytesOf(`${'['.repeat(depth)}${']'.repeat(depth)}`)
    expect(reasonOf(nested(12))).toBe('read')
    expect(reasonOf(nested(13))).toBe('tooDeep')
    const long = (values: number) => bytesOf(`[${'1,'.repeat(values - 1)}1]`)
    expect(reasonOf(long(5_000))).toBe('read')
    expect(reasonOf(long(5_001))).toBe('tooMuch')
    const sized = (bytes: number) => bytesOf(`"${'a'.repeat(bytes - 2)}"`)
    expect(reasonOf(sized(100_000))).toBe('read')
    expect(readJson(sized(100_001), LIMITS)).toEqual({ ok: false, reason: 'tooLarge', detail: '100001' })
  })

  it('gives what JSON.parse gives, whenever each name stands once', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'small' }), (text) => {
        const read = readJson(bytesOf(text), LIMITS)
        expect(read).toEqual({ ok: true, value: JSON.parse(text) as unknown })
      }),
    )
  })

  it('with faults is read as JSON.parse reads it, or refused; nothing is thrown or changed', () => {
    const good = bytesOf(JSON.stringify({ a: [1, { b: 'わが家' }], c: { a: null, b: -1.5e3 } }))
    fc.assert(
      fc.property(spoilt(good), (bytes) => {
        const read = withoutPollution(() => readJson(bytes, LIMITS))
        if (read.ok) expect(read.value).toEqual(JSON.parse(new TextDecoder().decode(bytes)))
      }),
      { numRuns: 1000 },
    )
  })
})
