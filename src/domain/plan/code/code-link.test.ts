import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesIn, fromBase64Url, toBase64Url } from './base64url.ts'
import { codeOfHash, codeOfScan, linkOfCode } from './code-link.ts'

describe('base64url', () => {
  it('is what Node makes of the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64Url(text)).toEqual(bytes)
        expect(bytesIn(text.length)).toBe(bytes.length)
      }),
    )
  })

  it('has one spelling only', () => {
    for (const text of ['A', 'AAAAA', 'AA==', 'A+', 'A/', 'QR', 'QUJ', 'あ', 'AA\n'])
      expect(fromBase64Url(text)).toBeNull()
  })
})

describe('the code in an address', () => {
  const TEXT = 'AQDabc-_0123'

  it('is found in the fragment, and nowhere else', () => {
    expect(codeOfHash(`#/p/${TEXT}`)).toBe(TEXT)
    for (const hash of [
      '',
      '#',
      '#/p/',
      '#/p/a',
      `#/p/${TEXT}/x`,
      `#/p/${TEXT}?x`,
      `/p/${TEXT}`,
      `#/q/${TEXT}`,
      `#/p/${TEXT}\n`,
      `#/p/${'A'.repeat(4001)}`,
      `#/p/<b>${TEXT}`,
    ])
      expect(codeOfHash(hash)).toBeNull()
  })

  it('is found in what a camera saw, whoever was the host', () => {
    const link = linkOfCode('https://example.jp/map/', TEXT)
    expect(link).toBe(`https://example.jp/map/#/p/${TEXT}`)
    expect(codeOfScan(link)).toBe(TEXT)
    expect(codeOfScan(` http://127.0.0.1:8080/#/p/${TEXT}\n`)).toBe(TEXT)
    expect(codeOfScan(`#/p/${TEXT}`)).toBe(TEXT)
    for (const scanned of [
      '',
      TEXT,
      'https://example.jp/',
      `javascript:alert(1)#/p/${TEXT}`,
      `ftp://x/#/p/${TEXT}`,
      `see https://x/#/p/${TEXT}`,
      `https://x/#a#/p/${TEXT}`,
      `WIFI:S:x;P:#/p/${TEXT};`,
      `https://${'x'.repeat(2000)}/#/p/${TEXT}`,
    ])
      expect(codeOfScan(scanned)).toBeNull()
  })
})
