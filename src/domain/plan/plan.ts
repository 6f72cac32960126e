import * as v from 'valibot'
import { MOST_STOCK_HOURS, MOST_STOREYS, STRUCTURES } from '../stay/home.ts'
import { SITE_HAZARDS } from '../hazards/hazard-kind.ts'
import { STEP_CODES } from '../timeline/step-code.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS } from '../timeline/trigger.ts'
import { KIT_CODES } from './kit-codes.ts'
import { MARK_KINDS } from './mark-kinds.ts'
import { inReadingOrder } from './reading-order.ts'
import { isCleanText } from './text.ts'

/** The version of the shape below. A change of it is a migration with a number (`migrate.ts`), never an edit of an old one. */
export const PLAN_VERSION = 1

/** How much a plan holds at most. Own choice: far more than a family needs, little enough for any phone. */
export const MOST = {
  members: 12,
  places: 20,
  destinations: 8,
  marks: 300,
  routes: 20,
  contacts: 20,
  steps: 80,
  kit: 150,
  photos: 30,
  /** Width and height of a photo. */
  pixels: 4096,
  /** Corners of one drawn line or area. */
  corners: 500,
  name: 60,
  note: 500,
  phone: 30,
} as const

/** A position in a plan is a multiple of this: 0.1 m. Degrees. */
const STEP = 1e6

export const roundPosition = ([lng, lat]: readonly [number, number]): [number, number] => [
  Math.round(lng * STEP) / STEP || 0,
  Math.round(lat * STEP) / STEP || 0,
]

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,11}$/))
/** Of a plan or a photo: unlike in the whole world, so given by the device. */
const WorldId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/))
const Clean = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isCleanText))
const Name = Clean(MOST.name)
const Note = Clean(MOST.note)
const Phone = v.pipe(v.string(), v.maxLength(MOST.phone), v.regex(/^[0-9+*#(). -]*$/), v.check(isCleanText))
/** Milliseconds since 1970. */
const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
/** A day of the calendar: `2026-02-29` is none. */
const Day = v.pipe(v.string(), v.isoDate(), v.check(isRealDay))
const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))
const Position = v.pipe(
  v.strictTuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  ]),
  v.transform((at: [number, number]) => roundPosition(at)),
)
function isRealDay(day: string): boolean {
  const time = Date.parse(day)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day)
}

/** The length is looked at before any entry, so that a list of millions costs nothing. */
const list = <T extends v.GenericSchema>(entry: T, most: number, least = 0) =>
  v.pipe(v.array(v.unknown()), v.minLength(least), v.maxLength(most), v.array(entry))
const some = <T extends string>(all: readonly T[]) => list(v.picklist(all), all.length)
const Ids = list(Id, MOST.members)

/** Who somebody is, for walking and for the kit. */
export const MEMBER_KINDS = ['adult', 'child', 'pet'] as const
/** What somebody needs; those of `NEEDS_TIME` (`domain/stay/home.ts`) make the household leave at level 3. */
export const MEMBER_NEEDS = [
  'elderly',
  'disability',
  'infant',
  'pregnant',
  'medicalDevice',
  'carer',
  'medicine',
  'language',
] as const
export type MemberNeed = (typeof MEMBER_NEEDS)[number]

export const Member = v.strictObject({
  id: Id,
  name: Name,
  kind: v.picklist(MEMBER_KINDS),
  needs: some(MEMBER_NEEDS),
  /** Measured walking speed in metres per second, from a drill; null = not measured. */
  speed: v.nullable(v.pipe(v.number(), v.minValue(0.1), v.maxValue(3))),
})

/** The building of a place: with the household it is what `decideStay` asks for. */
export const Building = v.pipe(
  v.strictObject({
    storeys: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_STOREYS)),
    floor: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_STOREYS)),
    structure: v.picklist(STRUCTURES),
    /** Hours for which water, food and toilet last; null = not told. */
    stockHours: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_STOCK_HOURS))),
  }),
  v.check(({ floor, storeys }) => floor <= storeys),
)

export const PLACE_KINDS = ['home', 'school', 'work', 'clinic', 'parents', 'other'] as const
export const PlanPlace = v.strictObject({
  id: Id,
  kind: v.picklist(PLACE_KINDS),
  name: Name,
  at: Position,
  building: v.nullable(Building),
  /** Who is there on a weekday; empty = not told. */
  members: Ids,
  note: Note,
})

export const DESTINATION_KINDS = ['site', 'relative', 'hotel', 'upstairs', 'other'] as const
export const Destination = v.strictObject({
  id: Id,
  kind: v.picklist(DESTINATION_KINDS),
  /** The id of the site in the area's pack, for `site`; else null. */
  site: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  name: Name,
  /** null = not told where (a relative far away); `upstairs` is at home. */
  at: v.nullable(Position),
  /** For which dangers we go there; empty = for all. */
  hazards: some(TIMELINE_HAZARDS),
  by: v.picklist(['walk', 'car']),
  /** Minutes that the way takes, as the family says or a drill measured; null = reckoned from the distance. */
  minutes: v.nullable(Minutes),
  phone: Phone,
  note: Note,
})

const Photo = v.strictObject({
  id: WorldId,
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.pixels)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.pixels)),
})

const Corners = (least: number) => list(Position, MOST.corners, least)

/** Something a person put on My Hazard Map. An area's ring is open: the last corner is not the first again. */
export const Mark = v.strictObject({
  id: Id,
  kind: v.picklist(MARK_KINDS),
  name: Name,
  shape: v.variant('type', [
    v.strictObject({ type: v.literal('point'), at: Position }),
    v.strictObject({ type: v.literal('area'), ring: Corners(3) }),
  ]),
  note: Note,
  /** Who added it; '' = not told. */
  by: Name,
  addedAt: Time,
  photo: v.nullable(Photo),
})

export const PlanRoute = v.strictObject({
  id: Id,
  name: Name,
  line: Corners(2),
  /** Where it leads; null = nowhere in the list. */
  destination: v.nullable(Id),
  note: Note,
  by: Name,
  addedAt: Time,
})

export const Contact = v.strictObject({
  id: Id,
  name: Name,
  phone: Phone,
  /** Who of us calls; null = not settled. */
  caller: v.nullable(Id),
  note: Note,
})

export const Step = v.strictObject({
  id: Id,
  trigger: v.picklist(TRIGGER_IDS),
  /** A drafted step by its code, or one in the person's own words. */
  what: v.variant('type', [
    v.strictObject({ type: v.literal('code'), code: v.picklist(STEP_CODES) }),
    v.strictObject({ type: v.literal('own'), text: v.pipe(Clean(200), v.minLength(1)) }),
  ]),
  /** Who does it; empty = all of us. */
  who: Ids,
  done: v.boolean(),
})

export const Timeline = v.strictObject({
  hazard: v.picklist(TIMELINE_HAZARDS),
  /** In the order of reading: by trigger, then as the family put them. */
  steps: v.pipe(list(Step, MOST.steps), v.transform(inReadingOrder)),
})

export const KitItem = v.strictObject({
  id: Id,
  what: v.variant('type', [
    v.strictObject({ type: v.literal('code'), code: v.picklist(KIT_CODES) }),
    v.strictObject({ type: v.literal('own'), text: v.pipe(Clean(80), v.minLength(1)) }),
  ]),
  /** Carried out of the house, or kept in it. */
  where: v.picklist(['bag', 'stock']),
  /** How many of the unit of its code; null = as it comes. */
  amount: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(9999))),
  packed: v.boolean(),
  /** The day on which it expires; null = does not, or not told. */
  expires: v.nullable(Day),
})

/** The questions of the interview, in the order in which they are asked. */
export const QUESTIONS = [
  'home',
  'building',
  'people',
  'needs',
  'transport',
  'hazards',
  'destinations',
  'minutes',
  'stock',
  'dayPlaces',
  'contacts',
] as const
export type Question = (typeof QUESTIONS)[number]

/** How a household stands to its car and to the dark; and how long it takes to be ready. */
const Household = v.strictObject({
  members: list(Member, MOST.members),
  /** null = not told. */
  car: v.nullable(v.boolean()),
  /** Minutes from the decision to the door; null = not told (then 30, see `leave-by.ts`). */
  readyMinutes: v.nullable(Minutes),
})

/**
 * A family's plan: household, places, marks, routes, destinations, timelines, kit. Everything in it was entered on the
 * device, and nothing in it is sent anywhere. It holds no closures and no states of sites: those come from the city alone.
 */
const Document = v.strictObject({
  format: v.literal('minna-plan'),
  version: v.literal(PLAN_VERSION),
  id: WorldId,
  name: v.pipe(Name, v.minLength(1)),
  /** Five-digit code of the area whose pack it was made with; null = none was open. */
  area: v.nullable(v.pipe(v.string(), v.regex(/^\d{5}$/))),
  createdAt: Time,
  changedAt: Time,
  household: Household,
  places: list(PlanPlace, MOST.places),
  destinations: list(Destination, MOST.destinations),
  marks: list(Mark, MOST.marks),
  routes: list(PlanRoute, MOST.routes),
  contacts: list(Contact, MOST.contacts),
  /** The dangers that the family plans for; null = not settled: those that reach the home. */
  hazards: v.nullable(some(TIMELINE_HAZARDS)),
  /** At most one for each danger. */
  timelines: v.pipe(
    list(Timeline, TIMELINE_HAZARDS.length),
    v.check((all) => new Set(all.map(({ hazard }) => hazard)).size === all.length),
  ),
  kit: list(KitItem, MOST.kit),
  /** Questions of the interview that were answered or passed by, so that it can be taken up again. */
  interview: v.strictObject({
    answered: some(QUESTIONS),
    skipped: some(QUESTIONS),
  }),
})
type Document = v.InferOutput<typeof Document>

/** Every thing of a plan bears an id of its own, so that an id never means two. */
function hasOwnIds({ household, timelines, ...plan }: Document): boolean {
  const { places, destinations, marks, routes, contacts, kit } = plan
  const steps = timelines.flatMap((timeline) => timeline.steps)
  const all = [household.members, places, destinations, marks, routes, contacts, kit, steps].flat()
  return new Set(all.map(({ id }) => id)).size === all.length
}

/** What is named is there: members that do something, destinations that routes lead to. */
function namesWhatIsThere({
  household,
  places,
  destinations,
  routes,
  contacts,
  timelines,
}: Document): boolean {
  const members = new Set(household.members.map(({ id }) => id))
  const goals = new Set(destinations.map(({ id }) => id))
  const named = [
    ...places.flatMap((place) => place.members),
    ...timelines.flatMap(({ steps }) => steps.flatMap(({ who }) => who)),
    ...contacts.flatMap(({ caller }) => caller ?? []),
  ]
  return (
    named.every((id) => members.has(id)) &&
    routes.every(({ destination }) => destination === null || goals.has(destination))
  )
}

/** Photos take most of the room on the device, in a file and on the way. */
const hasRoomForPhotos = ({ marks }: Document): boolean =>
  marks.filter(({ photo }) => photo !== null).length <= MOST.photos

export const Plan = v.pipe(
  Document,
  v.check(hasOwnIds, 'ids'),
  v.check(namesWhatIsThere, 'references'),
  v.check(hasRoomForPhotos, 'photos'),
)
export type Plan = Readonly<v.InferOutput<typeof Plan>>
export type Member = v.InferOutput<typeof Member>
export type Building = v.InferOutput<typeof Building>
export type PlanPlace = v.InferOutput<typeof PlanPlace>
export type Destination = v.InferOutput<typeof Destination>
export type Mark = v.InferOutput<typeof Mark>
export type PlanRoute = v.InferOutput<typeof PlanRoute>
export type Contact = v.InferOutput<typeof Contact>
export type Step = v.InferOutput<typeof Step>
export type Timeline = v.InferOutput<typeof Timeline>
export type KitItem = v.InferOutput<typeof KitItem>

/** The hazards for which a site must be designated to count for a timeline. */
export const SITE_HAZARD_OF = {
  flood: 'flood',
  landslide: 'landslide',
  stormSurge: 'stormSurge',
  tsunami: 'tsunami',
} as const satisfies Readonly<Record<(typeof TIMELINE_HAZARDS)[number], (typeof SITE_HAZARDS)[number]>>
