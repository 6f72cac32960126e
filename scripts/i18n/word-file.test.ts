import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localeFolders, namespacesOf } from '#tests/support/read-locales.ts'
import { textOf } from '#tests/support/source-files.ts'
import { formatWordFile, parseWordFile, textsOf, withText } from './word-file.ts'

describe('a file of words', () => {
  it('comes back byte for byte, in each language that is there', () => {
    for (const tag of localeFolders().filter((one) => ['ja', 'ja-simple', 'en'].includes(one)))
      for (const namespace of namespacesOf(tag)) {
        const json = textOf(`src/i18n/locales/${tag}/${namespace}.json`)
        expect(formatWordFile(parseWordFile(json)), `${tag}/${namespace}`).toBe(json)
      }
  })

  it('keeps the order of names that look like numbers', () => {
    const json = '{\n  "119": "fire",\n  "110": "police",\n  "0": "none"\n}\n'
    expect(formatWordFile(parseWordFile(json))).toBe(json)
  })

  it('reads what JSON.parse reads, for any texts', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/).filter((one) => !(one in {}))
    const { tree } = fc.letrec<{ tree: unknown; value: unknown }>((tie) => ({
      tree: fc.dictionary(name, tie('value'), { noNullPrototype: true, maxKeys: 4 }),
      value: fc.oneof({ maxDepth: 3 }, fc.string({ unit: 'binary' }), tie('tree')),
    }))
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        const json = JSON.stringify(value, null, indent)
        expect(JSON.parse(formatWordFile(parseWordFile(json)))).toEqual(value)
      }),
    )
  })

  it.each([
    '[]',
    '{"a": 1}',
    '{"a": null}',
    '{"a": ["b"]}',
    '{"a": "b"',
    '{"a" "b"}',
    '{} {}',
    '',
    '{"a": "b",}',
  ])('refuses %s', (json) => {
    expect(() => parseWordFile(json)).toThrow(/expected|only texts/)
  })
})

describe('a text that is put in', () => {
  const order = ['a', 'b.x', 'b.y', 'c', 'd.z']
  const put = (json: string, path: string): readonly string[] =>
    textsOf(withText(parseWordFile(json), path, 'new', order)).map(([key, text]) => `${key}=${text}`)

  it('takes the place of the one that was there', () => {
    expect(put('{"a":"1","b":{"x":"2"}}', 'b.x')).toEqual(['a=1', 'b.x=new'])
  })

  it('goes behind the nearest one of the original', () => {
    expect(put('{"a":"1","c":"2"}', 'b.y')).toEqual(['a=1', 'b.y=new', 'c=2'])
    expect(put('{"a":"1","b":{"x":"2"},"c":"3"}', 'b.y')).toEqual(['a=1', 'b.x=2', 'b.y=new', 'c=3'])
    expect(put('{"c":"2"}', 'a')).toEqual(['a=new', 'c=2'])
    expect(put('{}', 'd.z')).toEqual(['d.z=new'])
  })

  it('changes the order of no other, also where that is another than the original has', () => {
    expect(put('{"c":"2","a":"1"}', 'd.z')).toEqual(['c=2', 'a=1', 'd.z=new'])
  })
})
