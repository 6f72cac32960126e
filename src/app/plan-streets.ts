import { createStore, type StoreApi } from 'zustand/vanilla'
import { inForceKey } from '#domain/closures/in-force.ts'
import type { Reckoned } from '#domain/closures/feed-state.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { Street, StreetAsked, Streets } from '#domain/plan/streets.ts'
import { SITE_HAZARD_OF } from '#domain/plan/plan.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import type { Distance, WaysQuestion } from '#domain/routes/ways-question.ts'
import type { WayFinder } from '#platform/ports.ts'

/** Real ways between places of the plan, as far as they are known. */
export type PlanStreets = {
  /** Another number = more is known than before: facts are to be made anew. */
  readonly store: StoreApi<{ readonly version: number }>
  /** Looks ways up for a plan; what is not known yet, or was reckoned with other closures, is asked for behind. */
  of(area: Area | null, closures: Reckoned | null): Streets
}

type Known = { readonly street: Street | null; readonly closures: string }
type Wanted = { readonly asked: StreetAsked; readonly key: string }

/** More than a plan has destinations, with those that were looked at while choosing. */
const MOST = 80

/**
 * Remembers ways. A look never waits: the screens of the plan open with what is known, and are told when more is. While closures
 * change the former way stays until the new one is there.
 * @param findWays comes when the first way is wanted
 * @param later calls back once nothing more urgent is to be done
 */
export const rememberStreets = (
  findWays: () => Promise<WayFinder>,
  later: (then: () => void) => void = (then) => void setTimeout(then),
): PlanStreets => new Remembered(findWays, later)

/** What ways are asked of: the area, and the closures that are in force. */
type Ground = { readonly area: Area; readonly closures: Reckoned | null; readonly key: string }

class Remembered implements PlanStreets {
  readonly store = createStore(() => ({ version: 0 }))
  readonly #findWays: () => Promise<WayFinder>
  readonly #later: (then: () => void) => void
  readonly #known = new Map<string, Known>()
  #wanted: readonly Wanted[] = []
  #ground: Ground | null = null
  #isAsking = false

  constructor(findWays: () => Promise<WayFinder>, later: (then: () => void) => void) {
    this.#findWays = findWays
    this.#later = later
  }

  of(area: Area | null, closures: Reckoned | null): Streets {
    if (area === null || area.graph === null) return () => null
    if (this.#ground?.area !== area) {
      this.#known.clear()
      this.#wanted = []
    }
    const ground = { area, closures, key: inForceKey(closures) }
    this.#ground = ground
    return (asked) => this.#look(asked, ground)
  }

  #look(asked: StreetAsked, ground: Ground): Street | null {
    if (this.#ground?.area !== ground.area) return null
    const key = JSON.stringify(asked)
    const one = this.#known.get(key)
    if (one?.closures !== ground.key && !this.#wanted.some((other) => other.key === key)) {
      if (this.#known.size >= MOST) this.#known.clear()
      this.#wanted = [...this.#wanted, { asked, key }]
      this.#askLater()
    }
    return one?.street ?? null
  }

  #askLater(): void {
    if (this.#isAsking) return
    this.#isAsking = true
    this.#later(() => void this.#askAll())
  }

  async #askAll(): Promise<void> {
    try {
      while (this.#wanted.length > 0 && this.#ground !== null) await this.#ask(this.#ground)
    } catch {
      // What cannot be had leaves the straight lines; the next look asks again.
      this.#wanted = []
    }
    this.#isAsking = false
  }

  async #ask(ground: Ground): Promise<void> {
    const isStill = (): boolean => this.#ground?.area === ground.area
    const wanted = this.#wanted
    this.#wanted = []
    const finder = await this.#findWays()
    for (const some of alike(wanted)) {
      if (!isStill()) return
      finder.use(ground.area)
      const asked = some.map((one) => one.asked)
      const streets = await streetsFor(finder, asked, ground.closures)
      if (!isStill()) return
      for (const [index, { key }] of some.entries())
        this.#known.set(key, { street: streets[index] ?? null, closures: ground.key })
    }
    this.store.setState(({ version }) => ({ version: version + 1 }))
  }
}

/** Those that one question answers: from one place, for one walker, in the same dangers. */
function alike(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups = new Map<string, Wanted[]>()
  for (const one of wanted) {
    const key = JSON.stringify({ ...one.asked, to: null })
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** The ways from one place to several; null = none is known. Where closures bar all ways, the one without them is told as barred. */
async function streetsFor(
  finder: WayFinder,
  asked: readonly StreetAsked[],
  closures: Reckoned | null,
): Promise<readonly (Street | null)[]> {
  const [first] = asked
  if (first === undefined) return []
  const { from, hazards, profile, measured } = first
  const question: WaysQuestion = {
    hazards: [...new Set(hazards.flatMap((one) => zonesFor(SITE_HAZARD_OF[one])))],
    manner: 'quickest',
    profile,
    night: false,
    measured,
    closures,
    goals: asked.map(({ to }, index) => ({ id: String(index), at: to })),
  }
  const ways = await waysTo(finder, question, from)
  const isOut = (way: Distance['way'] | undefined) => way?.ok === false && way.reason === 'unreachable'
  const open =
    closures !== null && ways.some(isOut) ? await waysTo(finder, { ...question, closures: null }, from) : []
  return ways.map((way, index) => {
    if (way.ok) return { metres: way.value.metres, seconds: way.value.seconds, isBarred: false }
    const without = open[index]
    if (!isOut(way) || without?.ok !== true) return null
    return { metres: without.value.metres, seconds: without.value.seconds, isBarred: true }
  })
}

const never = new AbortController().signal

async function waysTo(
  finder: WayFinder,
  question: WaysQuestion,
  from: LngLat,
): Promise<readonly Distance['way'][]> {
  const found = await finder.distances(question, from, never)
  return found.ok ? found.value.goals.map(({ way }) => way) : []
}
