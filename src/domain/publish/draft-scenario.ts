import { crc32 } from '../crc32.ts'
import { parseScenario } from '../drills/parse-scenario.ts'
import { MOST_IN_SCENARIO } from '../drills/scenario-schema.ts'
import {
  SCENARIO_VERSION,
  type DrillInvitation,
  type Inject,
  type InjectKind,
  type Scenario,
} from '../drills/scenario.ts'
import { shippedScenario } from '../drills/scenarios.ts'
import { writeScenario } from '../drills/write-scenario.ts'
import { triggerOf } from '../timeline/trigger.ts'

declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** A scenario as it is being typed: a number that is not there yet, or is none, is NaN. Its id may be ''. */
export type ScenarioDraft = Scenario

/**
 * What is wrong with a draft, and where. `number` not a whole number within `least` and `most` · `none` at least one is needed ·
 * `late` after the end of the drill · `order` not after the one before it · `falls` lower than the one before it ·
 * `otherHazard` not given for this danger · `twice` it stands there already · `noPlace` near a place that is not told ·
 * `tooMany` · `text` too long, or with signs that cannot be shown · `other` = what the file says cannot be.
 */
export type DraftFault = {
  /** The path of the field, as `parseScenario` tells it: `signals.0.minute`. */
  readonly field: string
  readonly why:
    | 'number'
    | 'none'
    | 'late'
    | 'order'
    | 'falls'
    | 'otherHazard'
    | 'twice'
    | 'noPlace'
    | 'tooMany'
    | 'text'
    | 'other'
  /** For `number` only. */
  readonly least?: number
  readonly most?: number
}

/** A scenario without anything in it, but with all that it needs. */
export const emptyScenario = (seed: number): ScenarioDraft => ({
  v: SCENARIO_VERSION,
  area: null,
  id: '',
  hazard: 'flood',
  modes: ['table'],
  groups: ['everybody'],
  title: {},
  minutes: 60,
  speed: 10,
  startsAt: null,
  signals: [],
  water: { kind: 'none' },
  injects: [],
  seed,
})

/** A new inject: from the beginning on, for everybody, wherever they are. */
export function newInject(kind: InjectKind, taken: readonly Inject[]): Inject {
  const numbers = taken.map((_, index) => `${kind}-${index + 2}`)
  const id = [kind, ...numbers].find((one) => !taken.some((other) => other.id === one)) ?? kind
  return {
    id,
    kind,
    when: { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 },
    at: null,
    site: null,
    minutes: kind === 'neighbour' ? 10 : null,
  }
}

/** The same inject of another kind, without what only the old kind has. */
export const withKind = (inject: Inject, kind: InjectKind): Inject => ({
  ...inject,
  kind,
  site: kind === 'siteFull' ? inject.site : null,
  at: hasPlace(kind) ? inject.at : null,
  minutes: kind === 'neighbour' ? (inject.minutes ?? 10) : null,
  when: hasPlace(kind) ? inject.when : { ...inject.when, withinMetres: null },
})

/** True for what happens at a place. */
export const hasPlace = (kind: InjectKind): boolean =>
  kind === 'roadShut' || kind === 'bridgeGone' || kind === 'siteFull'

/**
 * What a draft comes to: the scenario in its normal form with its own id, or the first thing that is wrong with it.
 * A draft that still is a shipped scenario keeps its id; what was made of one gets an id of its own, from its content, so that
 * nobody takes one for the other. What names places, sites or series belongs to its area.
 * @param area code of the area for which it is made
 */
export function finishDraft(
  draft: ScenarioDraft,
  area: string,
):
  | { readonly scenario: Scenario; readonly fault: null }
  | { readonly scenario: null; readonly fault: DraftFault } {
  const bound = {
    ...draft,
    area: namesPlaces(draft) ? area : draft.area,
    id: draft.id === '' ? 'own' : draft.id,
  }
  const parsed = parseScenario(bound)
  if (parsed.ok) return { scenario: withOwnId(parsed.value), fault: null }
  return { scenario: null, fault: faultOf(draft, parsed.detail ?? '') }
}

/** As an invitation carries it: a shipped one by its id, another one whole. */
export const carried = (scenario: Scenario): DrillInvitation['scenario'] =>
  isShipped(scenario) ? scenario.id : scenario

const isShipped = (scenario: Scenario): boolean => {
  const shipped = shippedScenario(scenario.id)
  return shipped !== null && writeScenario(shipped) === writeScenario(scenario)
}

const namesPlaces = ({ water, injects }: Scenario): boolean =>
  water.kind === 'series' || injects.some(({ at, site }) => at !== null || site !== null)

function withOwnId(scenario: Scenario): Scenario {
  if (isShipped(scenario) || (scenario.id !== 'own' && shippedScenario(scenario.id) === null)) return scenario
  const bytes = new TextEncoder().encode(writeScenario({ ...scenario, id: 'own' }))
  return { ...scenario, id: `own-${crc32(bytes).toString(16).padStart(8, '0')}` }
}

const number = (field: string, least: number, most: number): DraftFault => ({
  field,
  why: 'number',
  least,
  most,
})
const { minutes, speed, within, helping } = MOST_IN_SCENARIO

/** Bounds of the fields that are numbers, by the end of their path. */
const NUMBERS: readonly (readonly [ending: RegExp, least: number, most: number])[] = [
  [/^minutes$/, 1, minutes],
  [/^speed$/, 1, speed],
  [/^startsAt$/, 0, 23],
  [/^seed$/, 0, 0xffff_ffff],
  [/^water\.fromMinute$/, -minutes, minutes],
  [/(^signals|^water\.curve|\.when)\b.*\.?(minute|fromMinute)$/, 0, minutes],
  [/\.withinMetres$/, 1, within],
  [/^injects\.\d+\.minutes$/, 1, helping],
  // Typed in percent.
  [/\.share$/, 0, 100],
]

/** What a draft is refused for, at the field where it can be put right. */
function faultOf(draft: ScenarioDraft, detail: string): DraftFault {
  const rule = brokenRule(draft, detail)
  if (rule !== null) return rule
  const found = NUMBERS.find(([ending]) => ending.test(detail))
  if (found !== undefined) return number(detail, found[1], found[2])
  if (/^(modes|groups|water\.hazards)$/.test(detail)) return { field: detail, why: 'none' }
  if (detail.startsWith('title') || detail.endsWith('.site')) return { field: detail, why: 'text' }
  if (/^injects\.\d+$/.test(detail)) return { field: `${detail}.at`, why: 'noPlace' }
  return { field: detail, why: 'other' }
}

/** The rules that several fields have to keep with one another; null = another one is broken. */
function brokenRule(draft: ScenarioDraft, detail: string): DraftFault | null {
  const curve = draft.water.kind === 'rise' ? draft.water.curve : []
  switch (detail) {
    case 'signals':
      return signalFault(draft) ?? { field: 'signals', why: 'tooMany' }
    case 'minutes':
      return isMinutes(draft.minutes) ? lateFault(draft, curve) : null
    case 'water.curve':
      return curveFault(curve)
    case 'injects':
      return { field: 'injects', why: 'tooMany' }
    default:
      return null
  }
}

const isMinutes = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= minutes

function signalFault({ signals, hazard }: ScenarioDraft): DraftFault | null {
  for (const [index, { minute, trigger }] of signals.entries()) {
    const field = `signals.${index}`
    if (minute < (signals[index - 1]?.minute ?? 0)) return { field: `${field}.minute`, why: 'order' }
    if (!triggerOf(trigger).hazards.includes(hazard)) return { field: `${field}.trigger`, why: 'otherHazard' }
    if (signals.findIndex((one) => one.trigger === trigger) < index)
      return { field: `${field}.trigger`, why: 'twice' }
  }
  return null
}

type Curve = readonly { readonly minute: number; readonly share: number }[]

function lateFault(draft: ScenarioDraft, curve: Curve): DraftFault | null {
  const at = (name: string, all: readonly number[], field: string): DraftFault | null => {
    const index = all.findIndex((minute) => minute > draft.minutes)
    return index < 0 ? null : { field: `${name}.${index}.${field}`, why: 'late' }
  }
  return (
    at(
      'signals',
      draft.signals.map(({ minute }) => minute),
      'minute',
    ) ??
    at(
      'water.curve',
      curve.map(({ minute }) => minute),
      'minute',
    ) ??
    at(
      'injects',
      draft.injects.map(({ when }) => when.fromMinute),
      'when.fromMinute',
    )
  )
}

function curveFault(curve: Curve): DraftFault {
  if (curve.length === 0) return { field: 'water.curve', why: 'none' }
  for (const [index, { minute, share }] of curve.entries()) {
    const before = curve[index - 1]
    if (before === undefined) continue
    if (minute <= before.minute) return { field: `water.curve.${index}.minute`, why: 'order' }
    if (share < before.share) return { field: `water.curve.${index}.share`, why: 'falls' }
  }
  return { field: 'water.curve', why: 'tooMany' }
}
