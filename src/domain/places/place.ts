import * as v from 'valibot'

const Text = v.pipe(v.string(), v.maxLength(200))

/** A named place for the search: a district, a small area, a station, a school. Readings are null where no source was read. */
export const Place = v.object({
  name: Text,
  kana: v.nullable(Text),
  romaji: v.nullable(Text),
  kind: v.picklist(['district', 'neighbourhood', 'station', 'school', 'landmark']),
  /** `[lng, lat]` in degrees. */
  at: v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]),
})
export type Place = v.InferOutput<typeof Place>
export const Places = v.array(Place)
