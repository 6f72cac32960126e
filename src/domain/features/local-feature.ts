import * as v from 'valibot'

/**
 * What a municipality can tell about a place beside hazard zones and sites: AEDs, points where water is handed out
 * (応急給水拠点), monuments of past disasters (自然災害伝承碑), spots that are dangerous in heavy rain, and where it flooded
 * before (浸水実績).
 */
export const FEATURE_KINDS = ['aed', 'waterSupply', 'memorial', 'dangerSpot', 'pastFlood'] as const
export type FeatureKind = (typeof FEATURE_KINDS)[number]

/** Caps of a pack's list: a phone reads it whole before it answers. Own choice. */
export const MAX_FEATURES = 10_000
export const MAX_NOTE = 1000
/** Points of one polygon, all rings together. */
export const MAX_POLYGON_POINTS = 5000

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const LongText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NOTE))
const PartialDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
const Position = v.tuple([
  v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90)),
])
const Ring = v.pipe(v.array(Position), v.minLength(4))
const Polygon = v.pipe(
  v.array(Ring),
  v.minLength(1),
  v.check(
    (rings) => rings.reduce((sum, ring) => sum + ring.length, 0) <= MAX_POLYGON_POINTS,
    `at most ${MAX_POLYGON_POINTS} points`,
  ),
)

/**
 * One entry of the list. `date` is of the fact itself – the flood, the building of the monument, the last check – as far as
 * it is known; how old the list is stands at its source. `event` = what happened (災害名), of a monument or a past flood.
 */
export const LocalFeature = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][A-Za-z0-9-]{0,79}$/)),
  kind: v.picklist(FEATURE_KINDS),
  /** The name in Japanese, with its reading and English where they are known; null = it has none, and there is a note. */
  name: v.nullable(v.object({ ja: Text, kana: v.nullable(Text), en: v.nullable(Text) })),
  event: v.nullable(Text),
  note: v.nullable(LongText),
  date: v.nullable(PartialDate),
  /** `[lng, lat]` in degrees; of a polygon a point inside it. */
  at: Position,
  /** Rings of `[lng, lat]`, the outer one first. */
  polygon: v.optional(Polygon),
  /** Id into the pack's list of sources. */
  source: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
})
export type LocalFeature = v.InferOutput<typeof LocalFeature>
export const LocalFeatures = v.pipe(v.array(LocalFeature), v.maxLength(MAX_FEATURES))
