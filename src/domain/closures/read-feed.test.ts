import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, aFeed, anyFeed } from '#tests/support/a-closure.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { textOf } from '#tests/support/source-files.ts'
import { FEED_LIMITS, readFeed } from './read-feed.ts'
import { writeFeed } from './write-feed.ts'
import { CLOSURE_REASONS, CLOSURE_STATES, MODES, type ClosureFeed } from './closure.ts'
import { ROAD_CLASSES, SOURCE_KINDS } from './feed-schema.ts'

const bytesFor = (feed: ClosureFeed): Uint8Array => {
  const written = writeFeed(feed)
  if (!written.ok) throw new Error(`${written.reason} ${written.detail ?? ''}`)
  return written.value
}

type Json = Record<string, unknown>
type Loose = {
  feed: Json
  features: { id: unknown; geometry: unknown; properties: Json; type: unknown }[]
} & Json

/** The feed as JSON, changed by hand. */
const changed = (change: (feed: Loose) => void): Uint8Array => {
  const feed = JSON.parse(new TextDecoder().decode(bytesFor(aFeed()))) as Loose
  change(feed)
  return bytesOf(JSON.stringify(feed))
}

const withProperty = (name: string, value: unknown) =>
  changed(({ features }) => {
    const [first] = features
    if (first !== undefined) first.properties[name] = value
  })

const withGeometry = (type: string, coordinates: unknown) =>
  changed(({ features }) => {
    const [first] = features
    if (first !== undefined) first.geometry = { type, coordinates }
  })

const refusal = (input: Uint8Array | string): string => {
  const read = readFeed(input)
  return read.ok ? 'read' : `${read.reason} ${read.detail ?? ''}`.trim()
}

const RING = [
  [130, 33],
  [131, 33],
  [131, 34],
  [130, 33],
]

describe('a feed', () => {
  it('is read as it was written, text or bytes', () => {
    const bytes = bytesFor(aFeed())
    expect(readFeed(bytes)).toEqual({ ok: true, value: aFeed() })
    expect(readFeed(new TextDecoder().decode(bytes))).toEqual({ ok: true, value: aFeed() })
  })

  it('comes back from its bytes whatever it holds, and the same feed gives the same bytes', () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        const bytes = bytesFor(feed)
        const closures = feed.closures.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(readFeed(bytes)).toEqual({ ok: true, value: { ...feed, closures } })
        expect(bytesFor({ ...feed, closures: closures.toReversed() })).toEqual(bytes)
      }),
      { numRuns: 300 },
    )
  })

  it('with as little as a clerk can tell is read, and the rest is not known', () => {
    const small = {
      type: 'FeatureCollection',
      feed: {
        schema: 'road-closure-1',
        area: '41207',
        publisher: 'x',
        licence: 'x',
        sequence: 1,
        issued: '2026-07-01T09:30:00+09:00',
        expires: '2026-07-01T09:31:00+09:00',
      },
      features: [
        {
          type: 'Feature',
          id: '第1号',
          geometry: { type: 'Point', coordinates: [130.1, 33.1, 4] },
          properties: {
            state: 'closed',
            reason: 'unknown',
            start: '2026-07-01T09:30:00+09:00',
            updated: '2026-07-01T09:30:00+09:00',
            source: { kind: 'city', name: ' 見本市\u202e ' },
          },
        },
      ],
    }
    const read = readFeed(JSON.stringify(small))
    expect(read.ok && read.value.closures[0]).toMatchObject({
      id: '第1号',
      shape: { kind: 'point', at: [130.1, 33.1] },
      status: 'active',
      end: null,
      access: Object.fromEntries(MODES.map((mode) => [mode, null])),
      road: null,
      title: {},
      confidence: 'reported',
      source: { name: '見本市', url: null },
    })
  })

  it('leaves out what it does not know, also names that other programs trip over', () => {
    const text = new TextDecoder().decode(bytesFor(aFeed()))
    const hostile = text
      .replace('"properties":{', '"properties":{"__proto__":{"state":"open"},"constructor":1,"toString":2,')
      .replace('"access":{', '"access":{"__proto__":{"foot":true},')
      .replace('"title":{', '"title":{"__proto__":"x",')
      .replace('"feed":{', '"feed":{"__proto__":{"area":"1"},')
    expect(hostile).not.toBe(text)
    expect(withoutPollution(() => readFeed(hostile))).toEqual({ ok: true, value: aFeed() })
  })

  it('keeps a script as the text that it is', () => {
    const script = '<script>alert(1)</script>'
    const read = readFeed(withProperty('title', { ja: script }))
    expect(read.ok && read.value.closures[0]?.title).toEqual({ ja: script })
  })
})

describe('a feed is refused whole', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'empty'],
    ['a sign-in page', '<!DOCTYPE html><html>', 'webPage'],
    ['an error as JSON', '{"error":"x"}', 'notAFeed'],
    ['null', 'null', 'notAFeed'],
    ['a list', '[]', 'notAFeed'],
    ['NaN', '{"type":"FeatureCollection","feed":{"sequence":NaN},"features":[]}', 'notJson'],
    ['another collection', changed((feed) => delete feed.feed['schema']), 'notAFeed'],
    [
      'the next version',
      changed(({ feed }) => (feed['schema'] = 'road-closure-2')),
      'otherVersion road-closure-2',
    ],
    ['ten megabytes', ' '.repeat(10_000_000), 'tooLarge 10000000'],
    ['ten megabytes of bytes', new Uint8Array(10_000_000).fill(32), 'tooLarge 10000000'],
    ['brackets without end', `{"type":${'['.repeat(100_000)}`, 'tooDeep'],
    ['values without end', `[${'1,'.repeat(400_000)}1]`, 'tooMuch'],
    ['a name twice', '{"type":"FeatureCollection","type":"x","feed":{},"features":[]}', 'repeatedName'],
    ['no area', changed(({ feed }) => delete feed['area']), 'brokenFeed feed.area'],
    ['a code with its check digit', changed(({ feed }) => (feed['area'] = '412074')), 'brokenFeed feed.area'],
    ['no publisher', changed(({ feed }) => (feed['publisher'] = ' ')), 'brokenFeed feed.publisher'],
    ['a sequence of 0', changed(({ feed }) => (feed['sequence'] = 0)), 'brokenFeed feed.sequence'],
    ['half a sequence', changed(({ feed }) => (feed['sequence'] = 1.5)), 'brokenFeed feed.sequence'],
    [
      'a sequence beyond counting',
      changed(({ feed }) => (feed['sequence'] = 2 ** 53)),
      'brokenFeed feed.sequence',
    ],
    ['no expiry', changed(({ feed }) => delete feed['expires']), 'brokenFeed feed.expires'],
    [
      'an expiry at its issue',
      changed(({ feed }) => (feed['expires'] = feed['issued'])),
      'brokenFeed feed.expires',
    ],
    [
      'a time without an offset',
      changed(({ feed }) => (feed['issued'] = '2026-07-01T09:30:00')),
      'brokenFeed feed.issued',
    ],
    ['an unknown state', withProperty('state', 'shut'), 'brokenClosure 1 properties.state'],
    ['no reason', withProperty('reason', undefined), 'brokenClosure 1 properties.reason'],
    ['a reason of a prototype', withProperty('reason', 'constructor'), 'brokenClosure 1 properties.reason'],
    [
      'an end before its start',
      withProperty('end', '2026-07-01T00:00:00+09:00'),
      'brokenClosure 1 properties.end',
    ],
    ['access as a word', withProperty('access', { foot: 'no' }), 'brokenClosure 1 properties.access.foot'],
    ['a depth below nothing', withProperty('depthM', -0.1), 'brokenClosure 1 properties.depthM'],
    ['a depth of a text', withProperty('depthM', '0.4'), 'brokenClosure 1 properties.depthM'],
    [
      'a script as a link',
      withProperty('source', { kind: 'city', name: 'x', url: 'javascript:alert(1)' }),
      'brokenClosure 1 properties.source.url',
    ],
    [
      'a link that hides its host',
      withProperty('source', { kind: 'city', name: 'x', url: 'https://a.jp@b.jp/' }),
      'brokenClosure 1 properties.source.url',
    ],
    [
      'a title too long',
      withProperty('title', { ja: 'あ'.repeat(501) }),
      'brokenClosure 1 properties.title.ja',
    ],
    ['a title in no language', withProperty('title', { 'x y': 'a' }), 'brokenClosure 1 properties.title.x y'],
    ['latitude first', withGeometry('Point', [33.1, 130.1]), 'brokenClosure 1 geometry'],
    ['null as a number', withGeometry('Point', [null, 33]), 'brokenClosure 1 geometry'],
    ['a place of texts', withGeometry('Point', ['130', '33']), 'brokenClosure 1 geometry'],
    ['another geometry', withGeometry('MultiPoint', [[130, 33]]), 'brokenClosure 1 geometry'],
    ['a geometry of a prototype', withGeometry('constructor', [130, 33]), 'brokenClosure 1 geometry'],
    ['a line of one point', withGeometry('LineString', [[130, 33]]), 'brokenClosure 1 geometry'],
    [
      'a line without length',
      withGeometry('LineString', [
        [130, 33],
        [130, 33],
      ]),
      'brokenClosure 1 geometry',
    ],
    ['no lines', withGeometry('MultiLineString', []), 'brokenClosure 1 geometry'],
    [
      'a line over 180°',
      withGeometry('LineString', [
        [179, 33],
        [-179, 33],
      ]),
      'brokenClosure 1 geometry',
    ],
    [
      'an open ring',
      withGeometry('Polygon', [[...RING.slice(0, 3), [130, 33.1]]]),
      'brokenClosure 1 geometry',
    ],
    ['a ring of three', withGeometry('Polygon', [[RING[0], RING[1], RING[0]]]), 'brokenClosure 1 geometry'],
    [
      'a ring without area',
      withGeometry('Polygon', [[RING[0], RING[1], [130.5, 33], RING[0]]]),
      'brokenClosure 1 geometry',
    ],
    [
      'a line without end',
      withGeometry(
        'LineString',
        Array.from({ length: 5001 }, (_, at) => [130 + at / 1e4, 33]),
      ),
      'brokenClosure 1 geometry',
    ],
    ['a feature that is none', changed(({ features }) => (features[1] = 5 as never)), 'brokenClosure 2'],
    [
      'no id',
      changed(({ features }) => delete (features[0] as Partial<Loose['features'][0]>).id),
      'brokenClosure 1 id',
    ],
    [
      'an id with a script',
      changed(({ features }) => features[0] && (features[0].id = '<b>')),
      'brokenClosure 1 id',
    ],
    ['an id twice', changed(({ features }) => features.push(features[0] as never)), 'repeatedId 2026-0012'],
    [
      'closures without end',
      changed((feed) => (feed.features = Array.from({ length: 2001 }, () => 0 as never))),
      'tooManyClosures 2001',
    ],
  ])('%s', (_, input, expected) => {
    expect(refusal(input)).toBe(expected)
  })

  it('and tells who makes it where the fault is and what should stand there', () => {
    const second = changed(({ features }) => {
      const [first] = features
      if (first === undefined) return
      features.push({ ...first, id: 'b', properties: { ...first.properties, state: 'shut' } })
    })
    const read = readFeed(second)
    expect(read.ok ? null : read.fault).toEqual({
      feature: 2,
      id: 'b',
      field: 'properties.state',
      expected: '("closed" | "one_lane" | "restricted" | "open")',
    })
    const open = readFeed(withGeometry('Polygon', [[...RING.slice(0, 3), [130, 33.1]]]))
    expect(open.ok ? null : open.fault).toMatchObject({ field: 'geometry', expected: 'openRing' })
  })

  it('with any fault, or is a feed that can be written again; nothing is thrown or changed', () => {
    const good = bytesFor(
      aFeed({ closures: [aClosure(), aClosure({ id: 'b', shape: { kind: 'point', at: [130, 33] } })] }),
    )
    fc.assert(
      fc.property(fc.oneof(spoilt(good), fc.json().map(bytesOf), fc.uint8Array()), (bytes) => {
        const read = withoutPollution(() => readFeed(bytes))
        if (!read.ok) return
        expect(readFeed(bytesFor(read.value))).toMatchObject({ ok: true })
        for (const { start, end } of read.value.closures) expect(end ?? start).toBeGreaterThanOrEqual(start)
      }),
      { numRuns: 2000 },
    )
  })

  it('by its writer already', () => {
    expect(writeFeed(aFeed({ closures: [aClosure({ start: NaN })] }))).toMatchObject({
      ok: false,
      reason: 'brokenClosure',
      fault: { feature: 1, field: 'properties.start' },
    })
    expect(writeFeed(aFeed({ closures: [aClosure(), aClosure()] }))).toMatchObject({ reason: 'repeatedId' })
    expect(writeFeed(aFeed({ sequence: 0 }))).toMatchObject({ reason: 'brokenFeed' })
  })
})

describe('the published schema', () => {
  type Enum = { readonly enum?: readonly string[]; readonly required?: readonly string[] }
  type Published = {
    properties: { feed: { required: readonly string[] }; features: { maxItems: number } }
    $defs: {
      closure: {
        properties: {
          properties: {
            required: readonly string[]
            properties: Record<string, Enum & { properties?: Record<string, Enum> }>
          }
        }
      }
    }
  }
  const schema = JSON.parse(textOf('docs/road-closure-1.schema.json')) as Published
  const { properties, required } = schema.$defs.closure.properties.properties

  it('knows the words that the reader knows', () => {
    expect(properties['state']?.enum).toEqual([...CLOSURE_STATES])
    expect(properties['reason']?.enum).toEqual([...CLOSURE_REASONS])
    expect(Object.keys(properties['access']?.properties ?? {})).toEqual([...MODES])
    expect(properties['road']?.properties?.['class']?.enum).toEqual([...ROAD_CLASSES])
    expect(properties['source']?.properties?.['kind']?.enum).toEqual([...SOURCE_KINDS])
    expect(schema.properties.features.maxItems).toBe(FEED_LIMITS.closures)
  })

  it('requires what the reader requires, and names what the writer writes', () => {
    const written = JSON.parse(new TextDecoder().decode(bytesFor(aFeed()))) as Loose
    expect(Object.keys(written.features[0]?.properties ?? {}).toSorted()).toEqual(
      Object.keys(properties).toSorted(),
    )
    for (const name of Object.keys(properties)) {
      expect(refusal(withProperty(name, undefined)) === 'read', name).toBe(!required.includes(name))
    }
    for (const name of schema.properties.feed.required) {
      expect(refusal(changed(({ feed }) => delete feed[name])), name).not.toBe('read')
    }
  })

  it('stands beside an example that is read', () => {
    const example = /```json\n([\s\S]*?)```/.exec(textOf('docs/closures.md'))?.[1] ?? ''
    expect(refusal(example)).toBe('read')
  })
})
