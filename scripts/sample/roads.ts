import { smooth, trackOf } from './curve.ts'
import { cutWay } from './cut-ways.ts'
import { clearGround, joinNetwork } from './join-network.ts'
import { layLeveeWays } from './levee-ways.ts'
import { randomFrom } from './random.ts'
import { layStreets } from './street-grid.ts'
import type { Terrain } from './terrain.ts'
import type { Spot, Town } from './town.ts'
import { midOf, plain } from './way.ts'
import type { Line, RoadPiece, Way } from './way.ts'

/** Metres between the points of a curved way. */
const STEP = 33
/** The railway lies in a tunnel where the ground is so high, metres. */
const TUNNEL_ABOVE = 26

/** The roads that have a name in the parameters: they have bridges. */
const namedRoads = (town: Town): Line[] =>
  town.roads.map(({ points, ...road }) => ({
    way: { ...plain(road.class), ...road },
    points: smooth(points, STEP),
    bridges: true,
  }))

/** Ways for feet and the tracks of the woods. Stairs are straight: they go up the slope. */
const paths = (town: Town): Line[] =>
  town.paths.map(({ class: kind, subclass, name, romaji, points }) => ({
    way: plain(kind ?? 'path', kind === undefined ? subclass : '', name, romaji ?? ''),
    points: subclass === 'steps' ? points : smooth(points, STEP),
    bridges: false,
  }))

/** The railway, cut where it goes over water and into the hills. It is no part of the network of roads. */
function layRailway(town: Town, terrain: Terrain): RoadPiece[] {
  const { name, romaji, points } = town.railway
  const line = smooth(points, STEP)
  const coverAt = (spot: Spot): RoadPiece['brunnel'] => {
    if (terrain.fromRiver(spot) < 4) return 'bridge'
    return terrain.at(spot).height > TUNNEL_ABOVE ? 'tunnel' : ''
  }
  const out: { brunnel: RoadPiece['brunnel']; points: Spot[] }[] = []
  for (const [i, to] of line.slice(1).entries()) {
    const from = line[i] as Spot
    const brunnel = coverAt(midOf(from, to))
    const last = out.at(-1)
    if (last?.brunnel === brunnel) last.points.push(to)
    else out.push({ brunnel, points: [from, to] })
  }
  return out.map((piece) => ({ ...plain('rail', 'rail', name, romaji), ...piece }))
}

/** The spots that people must be able to walk to, and the way that leads there where there is none. */
function spotsToReach(town: Town): { readonly at: Spot; readonly way: Way }[] {
  const places = town.places.map((place) => ({
    at: [place[5], place[6]] as Spot,
    way: plain('minor', 'unclassified'),
  }))
  const drive: Way = { ...plain('service', 'service'), service: 'driveway' }
  const pois = town.pois.map((poi) => ({ at: [poi[5], poi[6]] as Spot, way: drive }))
  const sites = town.sites.flatMap(({ at }) => (at === null ? [] : [{ at, way: drive }]))
  return [...places, ...sites, ...pois]
}

/** The roads, streets and paths of the town as one network: pieces that meet only at their ends. */
export function layNetwork(town: Town, terrain: Terrain): RoadPiece[] {
  const named = namedRoads(town)
  const railway = smooth(town.railway.points, STEP)
  const around = {
    town,
    terrain,
    roads: named.map(({ points }) => trackOf(points)),
    railway: trackOf(railway),
  }
  const streets = layStreets(around, randomFrom(town.seed + 100))
  const lines = [...named, ...layLeveeWays(town, terrain), ...streets, ...paths(town)]
  const pieces = lines.flatMap((line) => cutWay(town, terrain, line))
  return joinNetwork(pieces, spotsToReach(town), clearGround(terrain, railway))
}

/** All ways of the town: the network, the railway, the pier and the ferry. */
export function layRoads(town: Town, terrain: Terrain): RoadPiece[] {
  const pier: RoadPiece = { ...plain('pier'), brunnel: '', points: town.pier }
  const ferry: RoadPiece = { ...plain('ferry'), brunnel: '', points: smooth(town.ferry, 200) }
  return [...layNetwork(town, terrain), ...layRailway(town, terrain), pier, ferry]
}
