import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { ByteReader } from '../plan/code/byte-reader.ts'
import type { ByteWriter } from '../plan/code/byte-writer.ts'
import { TRIGGERS_IN_CODE } from '../plan/code/lists.ts'
import type { TimelineHazard } from '../timeline/trigger.ts'
import { parseScenario } from './parse-scenario.ts'
import { MOST_IN_SCENARIO } from './scenario-schema.ts'
import {
  SCENARIO_VERSION,
  type DrillGroup,
  type DrillMode,
  type Inject,
  type InjectKind,
  type Scenario,
  type ScenarioWater,
} from './scenario.ts'

/** The places in these lists are written: their order never changes, and a new entry goes to the end. */
const HAZARDS_IN_CODE = [
  'flood',
  'landslide',
  'stormSurge',
  'tsunami',
] as const satisfies readonly TimelineHazard[]
const MODES_IN_CODE = ['walk', 'table', 'class'] as const satisfies readonly DrillMode[]
const GROUPS_IN_CODE = [
  'neighbourhood',
  'school',
  'work',
  'visitors',
  'family',
  'everybody',
] as const satisfies readonly DrillGroup[]
const INJECTS_IN_CODE = [
  'roadShut',
  'bridgeGone',
  'siteFull',
  'night',
  'batteryLow',
  'neighbour',
  'networkGone',
  'rainHeavier',
  'rumour',
] as const satisfies readonly InjectKind[]
const ZONES_IN_CODE = [
  'flood',
  'houseCollapse',
  'landslide',
  'stormSurge',
  'tsunami',
  'inlandFlood',
  'pond',
] as const satisfies readonly HazardKind[]
const WATERS_IN_CODE = ['series', 'rise', 'none'] as const satisfies readonly ScenarioWater['kind'][]

/** 0 = null, else the number and one. */
const orNull = (value: number | null): number => (value === null ? 0 : value + 1)
const nullOr = (value: number): number | null => (value === 0 ? null : value - 1)

/** The area is told by the invitation; here only whether the scenario is bound to it. */
export function writeScenarioBody(out: ByteWriter, scenario: Scenario): void {
  out.varint(SCENARIO_VERSION)
  out.byte(scenario.area === null ? 0 : 1)
  out.text(scenario.id)
  out.varint(out.oneOf<TimelineHazard>(HAZARDS_IN_CODE, scenario.hazard))
  out.set<DrillMode>(MODES_IN_CODE, scenario.modes)
  out.set<DrillGroup>(GROUPS_IN_CODE, scenario.groups)
  const titles = Object.entries(scenario.title)
  out.varint(titles.length)
  for (const [tag, title] of titles) {
    out.text(tag)
    out.text(title)
  }
  out.varint(scenario.minutes)
  out.varint(scenario.speed)
  out.varint(orNull(scenario.startsAt))
  out.varint(scenario.seed)
  out.varint(scenario.signals.length)
  for (const { minute, trigger } of scenario.signals) {
    out.varint(minute)
    out.varint(out.oneOf(TRIGGERS_IN_CODE, trigger))
  }
  writeWater(out, scenario.water)
  out.varint(scenario.injects.length)
  for (const inject of scenario.injects) writeInject(out, inject)
}

function writeWater(out: ByteWriter, water: ScenarioWater): void {
  out.byte(out.oneOf<string>(WATERS_IN_CODE, water.kind))
  if (water.kind === 'series') {
    out.text(water.name)
    out.signed(water.fromMinute)
  }
  if (water.kind === 'rise') {
    out.set<HazardKind>(ZONES_IN_CODE, water.hazards)
    out.varint(water.curve.length)
    for (const { minute, share } of water.curve) {
      out.varint(minute)
      out.number(share)
    }
  }
}

/** Bits of the second byte of an inject: which of its fields are told, and whether `onTheWay` is. */
const TOLD = { onTheWay: 1, isOnTheWay: 2, within: 4, at: 8, site: 16, minutes: 32, known: 63 } as const

function writeInject(out: ByteWriter, { id, kind, when, at, site, minutes }: Inject): void {
  const told = [
    when.onTheWay === null ? 0 : TOLD.onTheWay,
    when.onTheWay === true ? TOLD.isOnTheWay : 0,
    when.withinMetres === null ? 0 : TOLD.within,
    at === null ? 0 : TOLD.at,
    site === null ? 0 : TOLD.site,
    minutes === null ? 0 : TOLD.minutes,
  ]
  out.byte(out.oneOf<InjectKind>(INJECTS_IN_CODE, kind))
  out.byte(told.reduce((sum, bit) => sum + bit, 0))
  out.text(id)
  out.varint(when.fromMinute)
  out.number(when.share)
  if (when.withinMetres !== null) out.varint(when.withinMetres)
  if (at !== null) out.position(at)
  if (site !== null) out.text(site)
  if (minutes !== null) out.varint(minutes)
}

/** Reads what `writeScenarioBody` wrote and checks it like any scenario from outside; null = it is none. `area` is that of the invitation. */
export function readScenarioBody(from: ByteReader, area: string): Scenario | null {
  const parsed = parseScenario({
    v: from.varint(),
    area: from.byte() === 0 ? null : area,
    id: from.text(),
    hazard: from.entry(HAZARDS_IN_CODE, from.varint()),
    modes: from.set(MODES_IN_CODE),
    groups: from.set(GROUPS_IN_CODE),
    title: readTitles(from),
    minutes: from.varint(),
    speed: from.varint(),
    startsAt: nullOr(from.varint()),
    seed: from.varint(),
    signals: from.many(from.varint(), MOST_IN_SCENARIO.signals, () => ({
      minute: from.varint(),
      trigger: from.entry(TRIGGERS_IN_CODE, from.varint()),
    })),
    water: readWater(from),
    injects: from.many(from.varint(), MOST_IN_SCENARIO.injects, () => readInject(from)),
  })
  return parsed.ok && !from.isBad ? parsed.value : null
}

const readTitles = (from: ByteReader): Record<string, string> =>
  Object.fromEntries(
    from.many(from.varint(), MOST_IN_SCENARIO.titles, () => [from.text(), from.text()] as const),
  )

function readWater(from: ByteReader): unknown {
  const kind = from.entry(WATERS_IN_CODE, from.byte())
  if (kind === 'series') return { kind, name: from.text(), fromMinute: from.signed() }
  if (kind === 'none') return { kind }
  return {
    kind,
    hazards: from.set(ZONES_IN_CODE),
    curve: from.many(from.varint(), MOST_IN_SCENARIO.curve, () => ({
      minute: from.varint(),
      share: from.number(),
    })),
  }
}

function readInject(from: ByteReader): unknown {
  const kind = from.entry(INJECTS_IN_CODE, from.byte())
  const told = from.byte()
  const has = (bit: number): boolean => (told & bit) !== 0
  const [id, fromMinute, share] = [from.text(), from.varint(), from.number()]
  return {
    id,
    kind: told > TOLD.known ? null : kind,
    when: {
      fromMinute,
      onTheWay: has(TOLD.onTheWay) ? has(TOLD.isOnTheWay) : null,
      withinMetres: has(TOLD.within) ? from.varint() : null,
      share,
    },
    at: has(TOLD.at) ? from.position() : null,
    site: has(TOLD.site) ? from.text() : null,
    minutes: has(TOLD.minutes) ? from.varint() : null,
  }
}
