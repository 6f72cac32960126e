import { distance } from '@turf/turf'
import type { Contact, Destination, KitItem, Mark, Member, PlanPlace, PlanRoute, Step } from './plan.ts'

/** What lies so near is the same place: about as well as a finger and a GPS hit twice. Own choice. Metres. */
export const SAME_PLACE = 5

type At = readonly [number, number]

/**
 * When two things of two plans are one and the same. Only what has the same `key` is compared; `near` decides the rest.
 * `apart`: each of mine stands for one of theirs only, because two children without a name are two children.
 */
export type Alike<T> = {
  readonly key: (thing: T) => string
  readonly near: (a: T, b: T) => boolean
  readonly apart: boolean
}

export const ALIKE = {
  members: {
    key: (one: Member) =>
      `${one.kind} ${one.name === '' ? `needs ${[...one.needs].sort().join()}` : fold(one.name)}`,
    near: () => true,
    apart: true,
  },
  places: {
    key: (one: PlanPlace) => (one.kind === 'home' ? 'home' : `${one.kind} ${fold(one.name)}`),
    near: (a, b) => isSamePlace(a.at, b.at),
    apart: false,
  },
  destinations: {
    key: (one: Destination) => {
      if (one.kind === 'upstairs') return 'upstairs'
      return one.site === null ? `${one.kind} named ${fold(one.name)}` : `${one.kind} site ${one.site}`
    },
    near: (a, b) => a.kind === 'upstairs' || a.site !== null || isSamePlaceOrNone(a.at, b.at),
    apart: false,
  },
  marks: {
    key: (one: Mark) => `${one.kind} ${one.shape.type} ${fold(one.name)}`,
    near: (a, b) => isSameLine(cornersOf(a.shape), cornersOf(b.shape)),
    apart: false,
  },
  routes: {
    key: (one: PlanRoute) => fold(one.name),
    near: (a, b) => isSameLine(a.line, b.line),
    apart: false,
  },
  contacts: {
    key: (one: Contact) => `${fold(one.name)} ${one.phone.replaceAll(/[^0-9*#+]/g, '')}`,
    near: () => true,
    apart: true,
  },
  kit: {
    key: (one: KitItem) => `${one.where} ${whatOf(one.what)}`,
    near: () => true,
    apart: false,
  },
} as const satisfies {
  readonly members: Alike<Member>
  readonly places: Alike<PlanPlace>
  readonly destinations: Alike<Destination>
  readonly marks: Alike<Mark>
  readonly routes: Alike<PlanRoute>
  readonly contacts: Alike<Contact>
  readonly kit: Alike<KitItem>
}

/** Steps of one danger: the same thing to do at the same trigger. */
export const ALIKE_STEPS: Alike<Step> = {
  key: (one) => `${one.trigger} ${whatOf(one.what)}`,
  near: () => true,
  apart: false,
}

/** One of theirs, and what it is the same as: one of mine, or one of theirs that was told before; null = it is new. */
export type Partner<T> = { readonly theirs: T; readonly like: T | null }

/** Finds for each of theirs what it is the same as. */
export function findPartners<T>(
  mine: readonly T[],
  theirs: readonly T[],
  alike: Alike<T>,
): readonly Partner<T>[] {
  const known = new Map<string, T[]>()
  const keep = (one: T) => {
    const key = alike.key(one)
    known.set(key, [...(known.get(key) ?? []), one])
  }
  mine.forEach(keep)
  return theirs.map((one) => {
    const same = known.get(alike.key(one)) ?? []
    const like = same.find((other) => alike.near(other, one)) ?? null
    if (like === null && !alike.apart) keep(one)
    if (like !== null && alike.apart)
      known.set(
        alike.key(one),
        same.filter((other) => other !== like),
      )
    return { theirs: one, like }
  })
}

/** Names are the same whatever their width, case and spaces. */
const fold = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

const whatOf = (what: Step['what'] | KitItem['what']): string =>
  what.type === 'code' ? `code ${what.code}` : `own ${fold(what.text)}`

const isSamePlace = (a: At, b: At): boolean =>
  Math.abs(a[1] - b[1]) < 1e-3 && distance([...a], [...b], { units: 'meters' }) <= SAME_PLACE

const isSamePlaceOrNone = (a: At | null, b: At | null): boolean =>
  a === null || b === null ? a === b : isSamePlace(a, b)

const isSameLine = (a: readonly At[], b: readonly At[]): boolean =>
  a.length === b.length && a.every((at, index) => isSamePlace(at, b[index] ?? at))

const cornersOf = (shape: Mark['shape']): readonly At[] => (shape.type === 'point' ? [shape.at] : shape.ring)
