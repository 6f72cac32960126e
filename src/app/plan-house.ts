import { planFactsOf } from '#domain/plan/plan-facts-of.ts'
import type { Reckoned } from '#domain/closures/feed-state.ts'
import { inForceKey } from '#domain/closures/in-force.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Area } from '#domain/packs/area.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { exposureOf } from '#domain/plan/route-exposure.ts'
import { createPlans, type PlansFeature } from '#features/plan/index.ts'
import { myMapOf } from '#features/my-map/index.ts'
import { addPlanWords } from '#i18n/index.ts'
import { createPhotos } from '#platform/device/photos.ts'
import { createQrReader } from '#platform/device/qr-reader.ts'
import { randomId } from '#platform/device/random-id.ts'
import { createReceivedParts, type ReceivedParts } from '#platform/device/received-parts.ts'
import { createSharer } from '#platform/device/sharer.ts'
import { createPlanStore } from '#platform/plans/plan-store.ts'
import type { Photos, PlanStore, QrReader, Sharer } from '#platform/ports.ts'
import type { Services } from './parts.ts'
import { rememberStreets, type PlanStreets } from './plan-streets.ts'
import { whenIdle } from './when-idle.ts'

/** All that the plan is made of, once it was wanted. */
export type PlanHouse = {
  readonly plans: PlansFeature
  readonly photos: Photos
  readonly reader: QrReader
  readonly sharer: Sharer
  readonly receivedParts: ReceivedParts
  readonly myMapOf: typeof myMapOf
  /** Real ways between places of the plan. */
  readonly streets: PlanStreets
  /** What the area, real ways and closures tell about the plan; reckoned once while none of them changes. */
  factsOf(area: Area | null, plan: Plan, closures: Reckoned | null): PlanFacts
}

/**
 * Makes the adapters of the plan and opens the plans of this device. Rejects when its words cannot be had.
 * @param disk where plans are kept; a drill hands in a copy
 */
export async function makePlanHouse(
  { settings, clock, ways }: Services,
  disk: PlanStore = createPlanStore(),
): Promise<PlanHouse> {
  await addPlanWords()
  const plans = createPlans(
    disk,
    { read: () => settings.read().plan ?? null, write: (id) => void settings.write({ plan: id }) },
    clock,
    randomId,
  )
  void plans.commands.open()
  const streets = rememberStreets(ways, whenIdle)
  return {
    plans,
    photos: createPhotos(),
    reader: createQrReader(),
    sharer: createSharer(),
    receivedParts: createReceivedParts(),
    myMapOf,
    streets,
    factsOf: rememberFacts(streets),
  }
}

/** How many lines are remembered: more than a plan has routes. */
const MOST_LINES = 60

type Asked = {
  readonly area: Area | null
  readonly plan: Plan
  /** What is in force of closures. */
  readonly closures: string
  /** Of the ways that are known. */
  readonly version: number
}

/** Facts of the last plan, and the exposure of the last lines: an edit that moves no line reckons none anew. */
function rememberFacts(streets: PlanStreets): PlanHouse['factsOf'] {
  const lines = new Map<string, ReturnType<typeof exposureOf>>()
  let last: (Asked & { readonly facts: PlanFacts }) | null = null
  const expose: typeof exposureOf = (area, line) => {
    const key = line.join()
    const known = lines.get(key)
    if (known !== undefined) return known
    const exposure = exposureOf(area, line)
    if (lines.size >= MOST_LINES) lines.clear()
    lines.set(key, exposure)
    return exposure
  }
  return (area, plan, closures) => {
    const asked = { area, plan, closures: inForceKey(closures), version: streets.store.getState().version }
    if (last !== null && isSame(last, asked)) return last.facts
    if (last !== null && last.area !== area) lines.clear()
    const facts = planFactsOf(area, plan, { expose, closures, streets: streets.of(area, closures) })
    last = { ...asked, facts }
    return facts
  }
}

const isSame = (one: Asked, other: Asked): boolean =>
  one.area === other.area &&
  one.plan === other.plan &&
  one.closures === other.closures &&
  one.version === other.version
