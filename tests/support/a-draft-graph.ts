import fc from 'fast-check'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import { RANK_UNKNOWN, SLOPE_UNKNOWN, WAY_CLASSES, type RoadName } from '#domain/routes/graph.ts'
import type { DraftEdge, GraphDraft, Spot } from '#scripts/lib/encode-graph.ts'

/** Quanta of the south-west corner: the open sea south of Japan. */
const CORNER: Spot = [27_000_000, 6_000_000]

/** About 4 × 5 km; few places, so that nodes lie above each other now and then. */
const aSpot: fc.Arbitrary<Spot> = fc
  .tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 9000 }))
  .map(([x, y]) => [CORNER[0] + x, CORNER[1] + y])

const aName: fc.Arbitrary<RoadName | null> = fc.option(
  fc.record({
    ja: fc.constantFrom('県道', '本町通り', 'なかまち🛣️', 'A'),
    ref: fc.option(fc.constantFrom('207', '444')),
  }),
)

const aRank = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15 }), fc.constant(RANK_UNKNOWN))

/** Any graph that can be written. */
export const aDraftGraph: fc.Arbitrary<GraphDraft> = fc
  .record({
    nodes: fc.array(aSpot, { minLength: 1, maxLength: 12 }),
    hazards: fc.subarray([...HAZARD_KINDS]),
    isSloped: fc.boolean(),
  })
  .chain(({ nodes, hazards, isSloped }) => {
    const node = fc.nat({ max: nodes.length - 1 })
    const edge: fc.Arbitrary<DraftEdge> = fc.record({
      from: node,
      till: node,
      points: fc.array(aSpot, { maxLength: 4 }),
      class: fc.constantFrom(...WAY_CLASSES),
      flags: fc.integer({ min: 0, max: 7 }),
      slope: isSloped ? fc.integer({ min: -127, max: 127 }) : fc.constant(SLOPE_UNKNOWN),
      name: aName,
      ranks: fc.array(aRank, { minLength: hazards.length, maxLength: hazards.length }),
    })
    return fc.record({
      nodes: fc.constant(nodes),
      edges: fc.array(edge, { maxLength: 14 }),
      hazards: fc.constant(hazards),
    })
  })
