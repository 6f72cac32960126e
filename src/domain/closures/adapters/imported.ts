import { cleanText } from '#domain/plan/text.ts'
import type { TextRefusal, JsonRefusal } from '#domain/plan/read-json.ts'
import type { Closure, Mode } from '../closure.ts'
import { TEXT_LIMITS } from '../feed-schema.ts'

/** Why a record of another format became no closure; it is told, never dropped in silence. */
export type WhyLeft =
  /** It tells of something else: a detour, slow traffic, a lifted restriction. */
  | 'notAClosure'
  /** It names its place in a way that is not read here (a location table, a text). */
  | 'noPlace'
  /** Two records bear one id. */
  | 'repeatedId'

/** What was read from a file of another format. All of it is only a proposal: somebody looks at it and signs. */
export type Imported = {
  readonly closures: readonly Closure[]
  readonly left: readonly { readonly id: string; readonly why: WhyLeft }[]
}

/**
 * Why a file is refused, always whole. `notXml`, `doctype` = not well-formed, or with a document type, through which files do
 * harm · `notThisFormat` · `otherVersion` · `badRecord` = `detail` names the record and the field · `tooMany`.
 */
export type ImportRefusal =
  | JsonRefusal
  | TextRefusal
  | 'notXml'
  | 'doctype'
  | 'notThisFormat'
  | 'otherVersion'
  | 'badRecord'
  | 'tooMany'

/** From whom a file comes, and when it is read. */
export type Origin = { readonly source: Closure['source']; readonly now: number }

/** How much of a file of another format is looked at. Own choice: a feed of a whole country is more than a city needs. */
export const IMPORT_LIMITS = { bytes: 5_000_000, depth: 32, values: 600_000, records: 5_000 } as const

export const NOTHING_KNOWN: Readonly<Record<Mode, boolean | null>> = {
  foot: null,
  wheelchair: null,
  bicycle: null,
  car: null,
  truck: null,
  emergency: null,
}

/** A closure with what is told of it; the rest as not known. */
export function makeClosure(
  told: Pick<Closure, 'id' | 'shape' | 'state' | 'reason' | 'start' | 'updated' | 'source'> &
    Partial<Closure>,
): Closure {
  return {
    status: 'active',
    end: null,
    direction: 'both',
    access: NOTHING_KNOWN,
    depth: null,
    road: null,
    title: {},
    detour: {},
    confidence: 'reported',
    checked: null,
    ...told,
  }
}

/** An id as a feed holds it (`ClosureId`); other characters become hyphens. `fallback` where nothing is left. */
export function idFrom(text: string, fallback: string): string {
  const kept = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._:-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 100)
  return /^[\p{L}\p{N}]/u.test(kept) ? kept.replace(/[\ud800-\udbff]$/, '') : fallback
}

/** A name of another file: in one line, cut to what a feed holds; null = none. */
export function nameFrom(text: string | null | undefined): string | null {
  const name = cleanText((text ?? '').replaceAll(/\s+/gu, ' '), TEXT_LIMITS.name)
  return name === '' ? null : name
}

export const wordsFrom = (text: string): string => cleanText(text, TEXT_LIMITS.words)

/** Collects closures and what was left out; an id counts once. */
export function collectClosures() {
  const closures: Closure[] = []
  const left: { id: string; why: WhyLeft }[] = []
  const ids = new Set<string>()
  const leave = (id: string, why: WhyLeft): void => void left.push({ id, why })
  const add = (closure: Closure): void => {
    if (ids.has(closure.id)) return leave(closure.id, 'repeatedId')
    ids.add(closure.id)
    closures.push(closure)
  }
  return { add, leave, finish: (): Imported => ({ closures, left }) }
}
