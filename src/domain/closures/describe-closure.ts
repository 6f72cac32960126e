import type { Phrase } from '../risk/report.ts'
import { blocks, holdsAt } from './blocks.ts'
import type { Closure, Mode } from './closure.ts'
import { agePhrase, timeParam } from './age-in-words.ts'

/**
 * How much a closure holds up somebody on foot. `closed` they cannot pass · `perhaps` it is not told whether they may ·
 * `carsOnly` they may · `planned` not yet in force · `over` lifted, or its published end has come.
 */
export type ClosureStrength = 'closed' | 'perhaps' | 'carsOnly' | 'planned' | 'over'

/** A closure in words. The list, the answer, the paper, speech and the preview of the staff page render this and nothing else. */
export type ClosureReport = {
  readonly strength: ClosureStrength
  /** The name of the road, or that it has none here. */
  readonly road: Phrase
  /** From where to where, as the publisher names it; null = not told. */
  readonly stretch: Phrase | null
  readonly state: Phrase
  readonly reason: Phrase
  /** Who may pass, people on foot first. Empty when it is over. */
  readonly access: readonly Phrase[]
  /** Since or from when, and until when. */
  readonly when: readonly Phrase[]
  /** How deep the water is; null = not told. */
  readonly depth: Phrase | null
  /** What makes it less sure, or bounds it. */
  readonly notes: readonly Phrase[]
  /** Who says so. */
  readonly source: Phrase
  /** When it was last changed, and how long ago. */
  readonly updated: readonly Phrase[]
  /** When somebody last looked, and how long ago. Empty = not told. */
  readonly checked: readonly Phrase[]
}

export type ClosureTold = {
  /**
   * The end as it was published, where `closure` came from `closuresToReckon` and may have been prolonged. Absent = the end of
   * `closure` itself.
   */
  readonly publishedEnd?: number | null
  /** The clock of the device is wrong: no age is told. */
  readonly clockWrong?: boolean
}

/**
 * A closure in words, people on foot first. The publisher's own words (`title`, `detour`) are not in it: they are shown beside
 * it, in their own language. The keys are in `locales/<tag>/closures.json`.
 * @param now milliseconds since 1970; for a feed that may be old, closure and time come from `closuresToReckon`
 */
export function describeClosure(closure: Closure, now: number, told: ClosureTold = {}): ClosureReport {
  const strength = strengthOf(closure, now)
  const clockWrong = told.clockWrong ?? false
  const { depth, checked } = closure
  return {
    strength,
    road: roadPhrase(closure),
    stretch: stretchPhrase(closure),
    state: { key: `closures:state.${closure.state}` },
    reason: { key: `closures:reason.${closure.reason}` },
    access: strength === 'over' ? [] : accessPhrases(closure, now),
    when: whenPhrases(closure, strength, now, told.publishedEnd),
    depth:
      depth !== null && depth > 0 ? { key: 'closures:depth', params: { metres: inTenths(depth) } } : null,
    notes: notesOf(closure, strength),
    source: { key: `closures:source.${closure.source.kind}`, params: { 'name@name': closure.source.name } },
    updated: momentPhrases('updated', closure.updated, now, clockWrong),
    checked: checked === null ? [] : momentPhrases('checked', checked, now, clockWrong),
  }
}

/** How much a closure holds up somebody on foot at a time. */
export function strengthOf(closure: Closure, now: number): ClosureStrength {
  if (!holdsAt(closure, now)) return isAhead(closure, now) ? 'planned' : 'over'
  const foot = blocks(closure, 'foot', now)
  return foot === 'yes' ? 'closed' : foot === 'unknown' ? 'perhaps' : 'carsOnly'
}

const isAhead = (closure: Closure, now: number): boolean =>
  now < closure.start && holdsAt(closure, closure.start)

/** Never 0: water that is there is told. Metres, to one tenth. */
const inTenths = (metres: number): number => Math.max(0.1, Math.round(metres * 10) / 10)

function roadPhrase({ road }: Closure): Phrase {
  const [name, ref] = [road?.name ?? null, road?.ref ?? null]
  if (name !== null && ref !== null)
    return { key: 'closures:road.both', params: { 'road@name': name, 'ref@name': ref } }
  const known = name ?? ref
  return known === null
    ? { key: 'closures:road.unnamed' }
    : { key: 'closures:road.named', params: { 'road@name': known } }
}

function stretchPhrase({ road }: Closure): Phrase | null {
  const [from, to] = [road?.from ?? null, road?.to ?? null]
  if (from !== null && to !== null)
    return { key: 'closures:stretch.between', params: { 'begin@name': from, 'finish@name': to } }
  const near = from ?? to
  return near === null ? null : { key: 'closures:stretch.near', params: { 'place@name': near } }
}

/** Told only where it differs from who is told of already: a wheelchair from walking, a bicycle and a lorry from a car. */
const ALSO: readonly (readonly [Mode, Mode])[] = [
  ['wheelchair', 'foot'],
  ['bicycle', 'car'],
  ['truck', 'car'],
]

/** Who may pass while it is in force. */
function accessPhrases(closure: Closure, now: number): readonly Phrase[] {
  const at = Math.max(now, closure.start)
  const word = (mode: Mode) => blocks(closure, mode, at)
  const isOneLane = closure.state === 'one_lane' && word('car') !== 'yes'
  const also = ALSO.filter(([mode, like]) => word(mode) !== word(like))
  return [
    { key: `closures:access.foot.${word('foot')}` },
    ...also.filter(([, like]) => like === 'foot').map(([mode]) => alsoPhrase(mode, word(mode))),
    isOneLane ? { key: 'closures:access.car.oneLane' } : { key: `closures:access.car.${word('car')}` },
    ...also.filter(([, like]) => like === 'car').map(([mode]) => alsoPhrase(mode, word(mode))),
  ]
}

const alsoPhrase = (mode: Mode, word: 'yes' | 'no' | 'unknown'): Phrase => ({
  key: `closures:access.${mode}.${word}`,
})

function whenPhrases(
  { start, end }: Closure,
  strength: ClosureStrength,
  now: number,
  publishedEnd: number | null = end,
): readonly Phrase[] {
  if (strength === 'over')
    return end !== null && end <= now
      ? [{ key: 'closures:when.ended', params: timeParam('at', end, now) }]
      : [{ key: 'closures:when.lifted' }]
  const since = strength === 'planned' ? 'from' : 'since'
  return [
    { key: `closures:when.${since}`, params: timeParam('at', start, now) },
    untilPhrase(end, publishedEnd, now),
  ]
}

function untilPhrase(end: number | null, publishedEnd: number | null, now: number): Phrase {
  if (end !== null) return { key: 'closures:when.until', params: timeParam('at', end, now) }
  if (publishedEnd === null) return { key: 'closures:when.further' }
  return { key: 'closures:when.perhapsLonger', params: timeParam('at', publishedEnd, now) }
}

function notesOf(closure: Closure, strength: ClosureStrength): readonly Phrase[] {
  const keys: string[] = []
  if (strength === 'over') keys.push('closures:note.over')
  else {
    if (closure.status === 'unconfirmed' || closure.confidence === 'reported')
      keys.push('closures:note.unconfirmed')
    if (closure.direction !== 'both') keys.push('closures:note.oneDirection')
  }
  return keys.map((key) => ({ key }))
}

function momentPhrases(
  what: 'updated' | 'checked',
  at: number,
  now: number,
  clockWrong: boolean,
): readonly Phrase[] {
  const age = clockWrong ? null : agePhrase(at, now)
  const moment = { key: `closures:${what}`, params: timeParam('at', at, now) }
  return age === null ? [moment] : [moment, age]
}
