import type { DrillAbout } from '#domain/drills/drill-world.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { BRIDGE, SLOPE_UNKNOWN, TUNNEL } from '#domain/routes/graph.ts'
import { encodeGraph, orderGraph, toSpot } from '#scripts/lib/encode-graph.ts'
import { at } from './a-way-town.ts'
import { aCoverage, aLayer, aManifest, anArea, aSite } from './an-area.ts'

/** Corners in a row, and metres from one to the next. */
const CORNERS = 5
const BLOCK = 150

/** A corner of the drill town, `east` and `north` of home, 0…4. */
export const corner = (east: number, north: number): LngLat => at(east * BLOCK, north * BLOCK)

const RIVER = 2

/**
 * Streets in a square of 4 × 4 blocks of 150 m. Between the third and the fourth street from the west runs a river: two bridges lead
 * over it, 大橋 in the south and 小橋 in the north, and a tunnel under it in the middle. It floods the two blocks on both its sides,
 * 3 m deep.
 */
function graphOfTown(): Uint8Array<ArrayBuffer> {
  const nodes = Array.from({ length: CORNERS * CORNERS }, (_, index) =>
    toSpot(corner(index % CORNERS, Math.floor(index / CORNERS))),
  )
  const edges = nodes.flatMap((_, index) => {
    const [east, north] = [index % CORNERS, Math.floor(index / CORNERS)]
    const edge = (till: number, flags: number, name: string | null, rank: number) => ({
      from: index,
      till,
      points: [],
      class: 'residential' as const,
      flags,
      slope: SLOPE_UNKNOWN,
      name: name === null ? null : { ja: name, ref: null },
      ranks: [rank],
    })
    const isOver = east === RIVER
    const crosses = north === 0 ? BRIDGE : north === 2 ? TUNNEL : north === 4 ? BRIDGE : null
    const street = north === 0 ? '本町通り' : null
    const bridge = north === 0 ? '大橋' : north === 4 ? '小橋' : null
    return [
      ...(east + 1 < CORNERS && !(isOver && crosses === null)
        ? [edge(index + 1, isOver ? (crosses ?? 0) : 0, isOver ? bridge : street, isOver ? 3 : 0)]
        : []),
      ...(north + 1 < CORNERS ? [edge(index + CORNERS, 0, null, 0)] : []),
    ]
  })
  return new Uint8Array(encodeGraph(orderGraph({ nodes, edges, hazards: ['flood'] })))
}

const GRAPH = graphOfTown()

const site = (id: string, ja: string, where: LngLat) =>
  aSite({ id, name: { ja, kana: null, en: null }, at: [where[0], where[1]] })

/** Across the river, in the south-east and the north-east; and one on this side, in the north-west, that is not designated for floods. */
export const [park, school, shrine] = [
  site('park', '高台公園', corner(4, 0)),
  site('school', '見本小学校', corner(4, 4)),
  { ...site('shrine', '見本神社', corner(0, 4)), designated: { ...aSite().designated, flood: false } },
]

/** The town as an area: the river's zone is published, all else was studied. */
export const aDrillTown = (changes: Partial<Area> = {}): Area => {
  const [[west, south], [east, north]] = [at(-100, -100), at(700, 700)]
  const [[left], [right]] = [corner(RIVER, 0), corner(RIVER + 1, 0)]
  const boxOf = (from: number, till: number): [number, number][][] => [
    [
      [from, south],
      [till, south],
      [till, north],
      [from, north],
      [from, south],
    ],
  ]
  return anArea({
    manifest: aManifest({ coverage: [aCoverage({ state: 'studied' })] }),
    ranks: new Map([
      ['boundary.bin.packed', aLayer([{ rank: 1, polygon: boxOf(west, east) }])],
      ['flood-max.bin.packed', aLayer([{ rank: 3, polygon: boxOf(left + 0.0001, right - 0.0001) }])],
      ['flood-coverage.bin.packed', aLayer([{ rank: 1, polygon: boxOf(west, east) }])],
    ]),
    sites: [park, school, shrine],
    graph: GRAPH,
    ...changes,
  })
}

/** An adult by day at the south-west corner, of whose building nothing is known. */
export const anAbout = (changes: Partial<DrillAbout> = {}): DrillAbout => ({
  profile: 'adult',
  night: false,
  home: corner(0, 0),
  series: null,
  mayStay: null,
  closed: [],
  ...changes,
})
