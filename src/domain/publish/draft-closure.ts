import type { Closure, ClosureReason, Mode } from '../closures/closure.ts'

/** What a clerk has said so far of a closure. It becomes one by `closureOf`. */
export type ClosureDraft = {
  /** null = nothing was picked on the map yet. */
  readonly shape: Closure['shape'] | null
  readonly road: Closure['road']
  readonly state: Exclude<Closure['state'], 'open'>
  readonly status: 'active' | 'unconfirmed'
  readonly reason: ClosureReason
  readonly access: Closure['access']
  /** Metres; null = not told. */
  readonly depth: number | null
  /** Milliseconds since 1970; null = from now, that is from the moment of issue. */
  readonly start: number | null
  /** null = until further notice. */
  readonly end: number | null
  /** The city's own Japanese words; '' = none. */
  readonly titleJa: string
  readonly source: Closure['source']
  readonly confidence: Closure['confidence']
}

/** Water on the road: nobody passes, not even those who know the road; whether rescuers can, they decide. */
const NOBODY: Closure['access'] = {
  foot: false,
  wheelchair: false,
  bicycle: false,
  car: false,
  truck: false,
  emergency: null,
}
/** Vehicles cannot pass; whether people on foot can is not known until somebody says it. */
const VEHICLES: Closure['access'] = { ...NOBODY, foot: null, wheelchair: null, bicycle: null }

/** Reasons where a person on foot is in danger as well as a car. The others do not tell about people on foot. */
const SHUT_TO_ALL: readonly ClosureReason[] = [
  'flooding',
  'landslide',
  'rockfall',
  'collapse',
  'bridge_damage',
  'storm_surge',
  'tsunami',
  'pre_emptive_rain',
  'fire',
]

/** Who can pass when nobody has said it yet: never more than is known. */
export const usualAccess = (reason: ClosureReason): Closure['access'] =>
  SHUT_TO_ALL.includes(reason) ? NOBODY : VEHICLES

/** A new closure: flooding, for everybody, from now until further notice. @param office who says it */
export const newDraft = (office: string): ClosureDraft => ({
  shape: null,
  road: null,
  state: 'closed',
  status: 'active',
  reason: 'flooding',
  access: usualAccess('flooding'),
  depth: null,
  start: null,
  end: null,
  titleJa: '',
  source: { kind: 'city', name: office, url: null },
  confidence: 'official',
})

/** The draft with another reason. Who can pass follows, unless the clerk has said something else by hand. */
export function withReason(draft: ClosureDraft, reason: ClosureReason): ClosureDraft {
  const before = usualAccess(draft.reason)
  const isUsual = (Object.keys(before) as Mode[]).every((mode) => draft.access[mode] === before[mode])
  return { ...draft, reason, access: isUsual ? usualAccess(reason) : draft.access }
}

/** The draft of a closure that is there already, to change it. */
export const draftOf = (closure: Closure): ClosureDraft => ({
  shape: closure.shape,
  road: closure.road,
  state: closure.state === 'open' ? 'closed' : closure.state,
  status: closure.status === 'unconfirmed' ? 'unconfirmed' : 'active',
  reason: closure.reason,
  access: closure.access,
  depth: closure.depth,
  start: closure.start,
  end: closure.end,
  titleJa: closure.title['ja'] ?? '',
  source: closure.source,
  confidence: closure.confidence,
})

/**
 * The closure of a draft whose place was picked.
 * @param before the closure that is changed: what the form does not show of it is kept; null = a new one
 * @param now milliseconds since 1970
 */
export function closureOf(
  draft: ClosureDraft,
  id: string,
  before: Closure | null,
  now: number,
): Closure | null {
  const { shape, titleJa, start, ...told } = draft
  if (shape === null) return null
  const otherTitles = withoutJapanese(before?.title ?? {})
  // Whole seconds: nobody reads more, and files stay small.
  const at = Math.floor(now / 1000) * 1000
  const begins = start ?? Math.min(before?.start ?? at, at)
  return {
    ...told,
    id,
    shape,
    status: told.status === 'active' && begins > now ? 'planned' : told.status,
    start: begins,
    direction: before?.direction ?? 'both',
    title: titleJa.trim() === '' ? otherTitles : { ...otherTitles, ja: titleJa.trim() },
    detour: before?.detour ?? {},
    updated: at,
    checked: at,
  }
}

/** A name for a new closure that no other bears: `2026-0701-1`, by the day in Japan. */
export function newId(taken: readonly string[], day: string): string {
  const used = new Set(taken)
  let number = 1
  while (used.has(`${day}-${number}`)) number += 1
  return `${day}-${number}`
}

const withoutJapanese = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).filter(([language]) => language !== 'ja'))
