import * as v from 'valibot'
import { cleanText } from '../plan/text.ts'
import { CLOSURE_REASONS, CLOSURE_STATES } from './closure.ts'
import { readTime } from './time.ts'

/** The name of the format and its version, as it stands in `feed.schema`. */
export const FEED_SCHEMA = 'road-closure-1'

/** Characters (UTF-16) that a text holds at most. Own choice: two lines on a telephone, and a paragraph. */
export const TEXT_LIMITS = { name: 200, words: 500 } as const

export const ROAD_CLASSES = [
  'motorway',
  'national',
  'prefectural',
  'municipal',
  'agri_forest',
  'private',
  'unknown',
] as const

export const SOURCE_KINDS = ['city', 'prefecture', 'mlit', 'police', 'jartic', 'resident', 'import'] as const

/** Too long is refused; spaces at the ends and marks that turn the direction of reading are dropped. */
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.transform((typed) => cleanText(typed, most)),
  )
const Name = text(TEXT_LIMITS.name)
const Required = v.pipe(Name, v.minLength(1))
const Optional = v.optional(v.nullable(Name), null)

const Time = v.pipe(
  v.string(),
  v.check((typed) => readTime(typed) !== null, 'date-time with offset'),
  v.transform((typed) => readTime(typed) ?? 0),
)

/** Only https, no name or password before the host: what looks like one host and is another. */
const Url = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^https:\/\/[^\s"'<>\\@/?#]+(?:[/?#][^\s"'<>\\]*)?$/),
)

/** By language (BCP 47, and `ja-simple`); none has to be there, because the app has sentences of its own. */
const Words = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-simple)?$/)),
    text(TEXT_LIMITS.words),
  ),
  v.check((words) => Object.keys(words).length <= 50, 'at most 50 languages'),
)

const May = v.optional(v.nullable(v.boolean()), null)

/** The member `feed`. */
export const FeedHeader = v.pipe(
  v.object({
    schema: v.literal(FEED_SCHEMA),
    area: v.pipe(v.string(), v.regex(/^\d{5}$/)),
    publisher: Required,
    licence: Required,
    sequence: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
    issued: Time,
    expires: Time,
  }),
  v.forward(
    v.partialCheck([['issued'], ['expires']], ({ issued, expires }) => expires > issued, 'later than issued'),
    ['expires'],
  ),
)

/** The `id` of a feature: letters and digits of any script, so that a clerk may number as the city does. */
export const ClosureId = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u))

/** The `properties` of a feature, as they are in memory: times as numbers, what is not told as null. */
export const ClosureProperties = v.pipe(
  v.object({
    state: v.picklist(CLOSURE_STATES),
    status: v.optional(v.picklist(['planned', 'active', 'lifted', 'unconfirmed']), 'active'),
    reason: v.picklist(CLOSURE_REASONS),
    start: Time,
    end: v.optional(v.nullable(Time), null),
    direction: v.optional(v.picklist(['both', 'forward', 'backward']), 'both'),
    access: v.optional(
      v.object({ foot: May, wheelchair: May, bicycle: May, car: May, truck: May, emergency: May }),
      {},
    ),
    depthM: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(50))), null),
    road: v.optional(
      v.nullable(
        v.object({
          name: Optional,
          ref: Optional,
          class: v.optional(v.picklist(ROAD_CLASSES), 'unknown'),
          from: Optional,
          to: Optional,
        }),
      ),
      null,
    ),
    title: v.optional(Words, {}),
    detour: v.optional(Words, {}),
    source: v.object({
      kind: v.picklist(SOURCE_KINDS),
      name: Required,
      url: v.optional(v.nullable(Url), null),
    }),
    confidence: v.optional(v.picklist(['official', 'confirmed', 'reported']), 'reported'),
    updated: Time,
    checked: v.optional(v.nullable(Time), null),
  }),
  v.forward(
    v.partialCheck(
      [['start'], ['end']],
      ({ start, end }) => end === null || end >= start,
      'not before start',
    ),
    ['end'],
  ),
)
export type ClosureProperties = v.InferOutput<typeof ClosureProperties>
