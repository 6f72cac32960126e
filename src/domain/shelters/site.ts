import * as v from 'valibot'
import { SITE_HAZARDS } from '../hazards/hazard-kind.ts'

const Flag = v.nullable(v.boolean())
const Text = v.pipe(v.string(), v.maxLength(500))

/**
 * A place to go to. `emergencySite` = 指定緊急避難場所 (designated emergency evacuation site, to escape from one kind of
 * disaster), `shelter` = 指定避難所 (designated shelter, to stay in afterwards). They are not the same, and the name is not
 * a key: a welfare shelter can stand under the same name as a second record.
 *
 * `designated` holds for each hazard: true = designated, false = not designated ("do not use for this"), null = the record
 * does not say. Whether a site is open now is in no published data.
 */
export const Site = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  kind: v.picklist(['emergencySite', 'shelter']),
  name: v.object({ ja: Text, kana: v.nullable(Text), en: v.nullable(Text) }),
  address: v.nullable(Text),
  /** `[lng, lat]` in degrees. */
  at: v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]),
  designated: v.object({
    flood: Flag,
    landslide: Flag,
    stormSurge: Flag,
    earthquake: Flag,
    tsunami: Flag,
    fire: Flag,
    inlandFlood: Flag,
    volcano: Flag,
  } satisfies Record<(typeof SITE_HAZARDS)[number], unknown>),
  /** True when the same address is a designated shelter (or, for a shelter, a designated emergency evacuation site). */
  alsoOther: v.nullable(v.boolean()),
  /** True for 福祉避難所 (welfare shelter): only for people who need it. */
  welfare: v.boolean(),
  capacity: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  note: v.nullable(Text),
  /** Id into the pack's list of sources. */
  source: v.string(),
})
export type Site = v.InferOutput<typeof Site>
export const Sites = v.array(Site)
