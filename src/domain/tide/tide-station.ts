import * as v from 'valibot'

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** A tide of one period: half its range in metres, and its phase in degrees after the equilibrium tide at Greenwich. */
const Constituent = v.object({
  /** The name of the International Hydrographic Organization, e.g. `M2`. */
  name: v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,12}$/)),
  amplitude: v.pipe(v.number(), v.minValue(0), v.maxValue(20)),
  phase: v.pipe(v.number(), v.minValue(0), v.maxValue(360)),
})

/**
 * A tide gauge whose tide can be calculated ahead: `constituents` are what an analysis of its records gave. It tells the
 * tide of moon and sun only; wind and air pressure can raise the sea far above it.
 */
export const TideStation = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: v.object({ ja: Text, kana: v.nullable(Text), en: v.nullable(Text) }),
  /** `[lng, lat]` in degrees. */
  at: v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]),
  timezone: v.literal('Asia/Tokyo'),
  /** Mean sea level in metres above `datum`, the level from which heights are told. */
  meanLevel: v.pipe(v.number(), v.finite(), v.minValue(-20), v.maxValue(20)),
  datum: Text,
  constituents: v.pipe(v.array(Constituent), v.minLength(4), v.maxLength(200)),
  /** Id into the pack's list of sources. */
  source: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
})
export type TideStation = v.InferOutput<typeof TideStation>
