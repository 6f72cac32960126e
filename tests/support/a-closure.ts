import fc from 'fast-check'
import { CLOSURE_REASONS, CLOSURE_STATES, type Closure, type ClosureFeed } from '#domain/closures/closure.ts'
import { ROAD_CLASSES, SOURCE_KINDS } from '#domain/closures/feed-schema.ts'
import type { Shape } from '#domain/closures/read-shape.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { cleanText } from '#domain/plan/text.ts'

/** 2026-07-01 09:30 in Japan. */
export const FEED_ISSUED = Date.UTC(2026, 6, 1, 0, 30)

const HOUR = 3_600_000

/** A flooded road, closed for everybody since an hour before the issue until further notice. */
export const aClosure = (changes: Partial<Closure> = {}): Closure => ({
  id: '2026-0012',
  shape: {
    kind: 'line',
    lines: [
      [
        [130.0985, 33.1052],
        [130.1002, 33.106],
      ],
    ],
  },
  state: 'closed',
  status: 'active',
  reason: 'flooding',
  start: FEED_ISSUED - HOUR,
  end: null,
  direction: 'both',
  access: { foot: false, wheelchair: null, bicycle: null, car: false, truck: null, emergency: null },
  depth: 0.4,
  road: { name: '市道見本線', ref: null, class: 'municipal', from: null, to: null },
  title: { ja: '冠水により全面通行止め' },
  detour: {},
  source: { kind: 'city', name: '見本市 建設課', url: null },
  confidence: 'official',
  updated: FEED_ISSUED - 5 * 60_000,
  checked: null,
  ...changes,
})

export const aFeed = (changes: Partial<ClosureFeed> = {}): ClosureFeed => ({
  area: '41207',
  publisher: '見本市 建設課',
  licence: 'CC BY 4.0',
  sequence: 12,
  issued: FEED_ISSUED,
  expires: FEED_ISSUED + 6 * HOUR,
  closures: [aClosure()],
  ...changes,
})

const time = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) })
const text = (most: number) =>
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((typed) => cleanText(typed, most))
const name = text(200).filter((one) => one !== '')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const words = fc.dictionary(fc.constantFrom('ja', 'ja-simple', 'en', 'zh-Hans', 'pt-BR'), text(500), {
  maxKeys: 3,
  noNullPrototype: true,
})
const may = maybe(fc.boolean())

/** Whole units of 1 cm, somewhere in Japan. */
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e7, max: max * 1e7 }).map((units) => units / 1e7)
export const anyPosition: fc.Arbitrary<LngLat> = fc.tuple(degrees(123, 146), degrees(24, 45))

const line = fc.uniqueArray(anyPosition, { minLength: 2, maxLength: 5, selector: String })
const ring = fc
  .tuple(anyPosition, degrees(0.001, 0.5), degrees(0.001, 0.5))
  .map(([[lng, lat], width, height]): readonly LngLat[] => [
    [lng, lat],
    [lng + width, lat],
    [lng, lat + height],
    [lng, lat],
  ])

export const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  anyPosition.map((at): Shape => ({ kind: 'point', at })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines): Shape => ({ kind: 'line', lines })),
  fc.array(ring, { minLength: 1, maxLength: 2 }).map((rings): Shape => ({ kind: 'area', rings })),
)

export const anyClosure: fc.Arbitrary<Closure> = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,20}$/),
    shape: anyShape,
    state: fc.constantFrom(...CLOSURE_STATES),
    status: fc.constantFrom('planned', 'active', 'lifted', 'unconfirmed'),
    reason: fc.constantFrom(...CLOSURE_REASONS),
    start: time,
    lasts: maybe(fc.nat({ max: 3e9 })),
    direction: fc.constantFrom('both', 'forward', 'backward'),
    access: fc.record({ foot: may, wheelchair: may, bicycle: may, car: may, truck: may, emergency: may }),
    depth: maybe(fc.double({ min: 0, max: 50, noNaN: true }).map((metres) => metres + 0)),
    road: maybe(
      fc.record({
        name: maybe(text(200)),
        ref: maybe(text(200)),
        class: fc.constantFrom(...ROAD_CLASSES),
        from: maybe(text(200)),
        to: maybe(text(200)),
      }),
    ),
    title: words,
    detour: words,
    source: fc.record({
      kind: fc.constantFrom(...SOURCE_KINDS),
      name,
      url: maybe(fc.constantFrom('https://example.jp/', 'https://example.jp/a?b=c#d')),
    }),
    confidence: fc.constantFrom('official', 'confirmed', 'reported'),
    updated: time,
    checked: maybe(time),
  })
  .map(({ lasts, ...told }): Closure => ({ ...told, end: lasts === null ? null : told.start + lasts }))

export const anyFeed: fc.Arbitrary<ClosureFeed> = fc
  .record({
    area: fc.constantFrom('41207', '00001'),
    publisher: name,
    licence: name,
    sequence: fc.integer({ min: 1 }),
    issued: time,
    lasts: fc.integer({ min: 1, max: 3e9 }),
    closures: fc.uniqueArray(anyClosure, { maxLength: 4, selector: ({ id }) => id }),
  })
  .map(({ lasts, ...told }) => ({ ...told, expires: told.issued + lasts }))
