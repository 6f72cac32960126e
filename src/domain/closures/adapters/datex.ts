import type { XmlElement } from '@rgrove/parse-xml'
import { isLngLat, type LngLat } from '#domain/geo/lng-lat.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Closure, ClosureReason, ClosureState } from '../closure.ts'
import type { Shape } from '../read-shape.ts'
import { readTime } from '../time.ts'
import {
  collectClosures,
  idFrom,
  IMPORT_LIMITS,
  makeClosure,
  NOTHING_KNOWN,
  wordsFrom,
  type Imported,
  type ImportRefusal,
  type Origin,
} from './imported.ts'
import { childrenOf, findAll, nameOf, readXml, textIn, textOf, typeOf } from './xml-tree.ts'

/**
 * Reads a SituationPublication of DATEX II, version 2 or 3: the records that manage a road and close it, a lane of it, or it for
 * some vehicles. Places in coordinates are read (points, `posList` of GML); those that only name a location table
 * (Alert-C, OpenLR) are left out as `noPlace`. A record without a place is where its situation is. `detail` = the id of the
 * record and the field.
 */
export function readDatex(bytes: Uint8Array, origin: Origin): Result<Imported, ImportRefusal> {
  const root = readXml(bytes, IMPORT_LIMITS.bytes)
  if (!root.ok) return root
  const publication = [
    root.value,
    ...findAll(root.value, 'payloadPublication'),
    ...findAll(root.value, 'payload'),
  ].find((one) => typeOf(one) === 'SituationPublication')
  if (publication === undefined) return refuse('notThisFormat', nameOf(root.value).slice(0, 40))
  const situations = findAll(publication, 'situation')
  const found = collectClosures()
  let number = 0
  for (const situation of situations) {
    const records = childrenOf(situation, 'situationRecord')
    for (const record of records) {
      number += 1
      if (number > IMPORT_LIMITS.records) return refuse('tooMany')
      const taken = takeRecord(record, records, `record-${number}`, origin, found)
      if (!taken.ok) return refuse('badRecord', taken.reason)
    }
  }
  return ok(found.finish())
}

type Found = ReturnType<typeof collectClosures>

/** Refuses with the id and the field. */
function takeRecord(
  record: XmlElement,
  siblings: readonly XmlElement[],
  fallback: string,
  { source, now }: Origin,
  found: Found,
): Result<true> {
  const id = idFrom(record.attributes['id'] ?? '', fallback)
  const told = stateOf(record)
  const leave = (why: 'notAClosure' | 'noPlace') => {
    found.leave(id, why)
    return ok(true as const)
  }
  if (told === null || isOver(record)) return leave('notAClosure')
  const [start, end] = [textOf(record, 'overallStartTime'), textOf(record, 'overallEndTime')]
  const [from, till] = [readTime(start), readTime(end)]
  if (from === null) return refuse(`${id} overallStartTime`)
  if (end !== '' && (till === null || till < from)) return refuse(`${id} overallEndTime`)
  const shape = placeOf(record) ?? siblings.map(placeOf).find((one) => one !== null) ?? null
  if (shape === null) return leave('noPlace')
  found.add(
    makeClosure({
      id,
      shape,
      ...told,
      status: textOf(record, 'validityStatus') === 'planned' ? 'planned' : 'active',
      reason: reasonOf([record, ...siblings]),
      start: from,
      end: till,
      title: titleOf([record, ...siblings]),
      source,
      confidence: textOf(record, 'probabilityOfOccurrence') === 'certain' ? 'confirmed' : 'reported',
      updated: readTime(textOf(record, 'situationRecordVersionTime')) ?? now,
    }),
  )
  return ok(true)
}

/** RoadOrCarriagewayOrLaneManagementTypeEnum. */
const STATES: Readonly<Record<string, ClosureState>> = {
  roadClosed: 'closed',
  carriagewayClosures: 'closed',
  laneClosures: 'one_lane',
  singleAlternateLineTraffic: 'one_lane',
  intermittentShortTermClosures: 'restricted',
}

function stateOf(record: XmlElement): Pick<Closure, 'state' | 'access'> | null {
  const kind = textOf(record, 'roadOrCarriagewayOrLaneManagementType')
  const state = Object.hasOwn(STATES, kind) ? STATES[kind] : undefined
  if (typeOf(record) !== 'RoadOrCarriagewayOrLaneManagement' || state === undefined) return null
  const only = findAll(record, 'forVehiclesWithCharacteristicsOf')
  if (only.length === 0)
    return {
      state,
      access: state === 'closed' ? { ...NOTHING_KNOWN, car: false, truck: false } : NOTHING_KNOWN,
    }
  const isHeavy = only.some((one) => findAll(one, 'grossWeightCharacteristic').length > 0)
  return { state: 'restricted', access: { ...NOTHING_KNOWN, truck: isHeavy ? false : null } }
}

/** Cancelled, ended or suspended; what only lies in the past is not over by that. */
const isOver = (record: XmlElement): boolean =>
  textOf(record, 'validityStatus') === 'suspended' ||
  ['cancel', 'end'].some((name) =>
    findAll(record, 'lifeCycleManagement').some((one) => textOf(one, name) === 'true'),
  )

/** EnvironmentalObstructionTypeEnum, of the record, its cause, or another record of the situation. */
const OBSTRUCTIONS: Readonly<Record<string, ClosureReason>> = {
  flooding: 'flooding',
  flashFloods: 'flooding',
  seriousFlooding: 'flooding',
  landslips: 'landslide',
  mudSlide: 'landslide',
  avalanches: 'snow_ice',
  rockfalls: 'rockfall',
  fallenTrees: 'fallen_tree',
  subsidence: 'collapse',
  stormDamage: 'other',
  grassFire: 'fire',
  seriousFire: 'fire',
}

const BY_TYPE: Readonly<Record<string, ClosureReason>> = {
  MaintenanceWorks: 'construction',
  ConstructionWorks: 'construction',
  Accident: 'accident',
  PublicEvent: 'event',
}

function reasonOf(records: readonly XmlElement[]): ClosureReason {
  for (const record of records) {
    const kinds = [...findAll(record, 'environmentalObstructionType'), ...findAll(record, 'causeType')].map(
      textIn,
    )
    const known = kinds.find((kind) => Object.hasOwn(OBSTRUCTIONS, kind))
    if (known !== undefined) return OBSTRUCTIONS[known] ?? 'unknown'
  }
  const type = records.map(typeOf).find((one) => Object.hasOwn(BY_TYPE, one))
  return type === undefined ? 'unknown' : (BY_TYPE[type] ?? 'unknown')
}

function titleOf(records: readonly XmlElement[]): Record<string, string> {
  const comments = records.flatMap((record) => findAll(record, 'generalPublicComment'))
  const values = (comments[0] === undefined ? [] : findAll(comments[0], 'value')).map(
    (value) => [value.attributes['lang'] ?? '', wordsFrom(textIn(value).replaceAll(/\s+/gu, ' '))] as const,
  )
  return Object.fromEntries(values.filter(([lang, text]) => /^[a-z]{2,3}$/.test(lang) && text !== ''))
}

const NUMBER = /^[+-]?\d{1,3}(\.\d{1,15})?$/

/** Coordinates anywhere in the location of a record: a list of GML (latitude first, EPSG:4326), or one or more points. */
function placeOf(record: XmlElement): Shape | null {
  const places = [...childrenOf(record, 'groupOfLocations'), ...childrenOf(record, 'locationReference')]
  const lists = places.flatMap((place) => findAll(place, 'posList')).map((list) => pathOf(textIn(list)))
  if (lists.length > 0) {
    const lines = lists.filter((line) => line !== null)
    return lines.length === lists.length ? { kind: 'line', lines } : null
  }
  const points = places
    .flatMap((place) => findAll(place, 'pointCoordinates'))
    .map((one) => positionOf(textOf(one, 'longitude'), textOf(one, 'latitude')))
  const known = points.filter((at) => at !== null)
  const [at] = known
  if (known.length < points.length || at === undefined) return null
  return known.every((one) => one[0] === at[0] && one[1] === at[1])
    ? { kind: 'point', at }
    : { kind: 'line', lines: [known] }
}

function positionOf(lng: string, lat: string): LngLat | null {
  const at = [NUMBER.test(lng) ? Number(lng) : NaN, NUMBER.test(lat) ? Number(lat) : NaN]
  return isLngLat(at) ? at : null
}

function pathOf(list: string): readonly LngLat[] | null {
  const numbers = list.split(/\s+/)
  const line = Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) =>
    positionOf(numbers[index * 2 + 1] ?? '', numbers[index * 2] ?? ''),
  )
  const known = line.filter((at) => at !== null)
  const isLine = new Set(known.map(String)).size > 1
  return numbers.length % 2 === 0 && known.length === line.length && isLine ? known : null
}
