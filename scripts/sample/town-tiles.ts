import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { gzipSync } from 'fflate'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { tilesOf, widen } from '../lib/tiles/tile-grid.ts'
import type { TileAddress } from '../lib/tiles/tile-grid.ts'
import { placeBuildings } from './buildings.ts'
import { coverLand, riverRing } from './land.ts'
import type { MirrorFile } from './mirror-file.ts'
import { layRoads } from './roads.ts'
import type { RoadPiece } from './way.ts'
import { ringAround } from './terrain.ts'
import type { Terrain } from './terrain.ts'
import { toLngLat } from './town.ts'
import type { NamedSpot, Spot, Town } from './town.ts'

const HOST = 'tiles.openfreemap.org'
const MAX_ZOOM = 14
/** The sea around the island, in degrees: more than any tile of zoom 8 shows. */
const SEA: Bounds = [131, 26, 139, 34]

type Feature = GeoJSON.Feature<GeoJSON.Geometry, Record<string, string | number>>
/** A layer of the OpenMapTiles schema: from which zoom each feature is shown. */
type Layers = Map<string, { readonly from: number; readonly feature: Feature }[]>

const closed = (ring: readonly Spot[]): Spot[] => [...ring, ring[0] as Spot]

/** Only the properties that say something. */
const said = (properties: Record<string, string | number>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== '' && value !== 0))

const names = (name: string, kana: string, romaji: string): Record<string, string> =>
  said({
    name,
    'name:ja': name,
    'name:ja_kana': kana,
    'name:latin': romaji,
    'name:nonlatin': romaji === '' ? '' : name,
    name_int: romaji,
  }) as Record<string, string>

class TownMap {
  readonly layers: Layers = new Map()
  private readonly town: Town

  constructor(town: Town) {
    this.town = town
  }

  private add(
    layer: string,
    from: number,
    geometry: GeoJSON.Geometry,
    properties: Record<string, string | number>,
  ): void {
    const feature: Feature = { type: 'Feature', properties: said(properties), geometry }
    const there = this.layers.get(layer)
    if (there === undefined) this.layers.set(layer, [{ from, feature }])
    else there.push({ from, feature })
  }

  private degrees(spots: readonly Spot[]): [number, number][] {
    return spots.map((spot) => [...toLngLat(this.town, spot)])
  }

  area(
    layer: string,
    from: number,
    rings: readonly (readonly Spot[])[],
    properties: Record<string, string | number>,
  ): void {
    this.add(
      layer,
      from,
      { type: 'Polygon', coordinates: rings.map((ring) => this.degrees(closed(ring))) },
      properties,
    )
  }

  line(
    layer: string,
    from: number,
    spots: readonly Spot[],
    properties: Record<string, string | number>,
  ): void {
    this.add(layer, from, { type: 'LineString', coordinates: this.degrees(spots) }, properties)
  }

  point(layer: string, from: number, spot: Spot, properties: Record<string, string | number>): void {
    this.add(layer, from, { type: 'Point', coordinates: [...toLngLat(this.town, spot)] }, properties)
  }

  sea(islands: readonly (readonly Spot[])[]): void {
    const [west, south, east, north] = SEA
    const outer: [number, number][] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    const holes = islands.map((ring) => this.degrees(closed(ring)))
    this.add('water', 0, { type: 'Polygon', coordinates: [outer, ...holes] }, { class: 'ocean' })
  }
}

const ROAD_FROM: Readonly<Record<string, number>> = {
  trunk: 6,
  primary: 8,
  secondary: 9,
  tertiary: 11,
  minor: 12,
  service: 13,
  track: 13,
  path: 13,
  rail: 9,
  ferry: 9,
  pier: 13,
}
const POI_FROM: Readonly<Record<string, number>> = { hospital: 12, railway: 12, town_hall: 13 }
const PLACE_FROM: Readonly<Record<string, number>> = { city: 6, quarter: 12, neighbourhood: 13 }

function addRoads(map: TownMap, roads: readonly RoadPiece[]): void {
  for (const road of roads) {
    const from = ROAD_FROM[road.class] ?? 13
    const { subclass, service, brunnel } = road
    map.line('transportation', from, road.points, { class: road.class, subclass, service, brunnel })
    if (road.name === '' && road.ref === '') continue
    const ref = road.ref === '' ? {} : { ref: road.ref, ref_length: road.ref.length, network: 'road' }
    map.line('transportation_name', Math.max(10, from), road.points, {
      class: road.class,
      subclass,
      ...names(road.name, '', road.romaji),
      ...ref,
    })
  }
}

/** Share of a pond's radius that is water: its dam stands in the rest. */
const POND_WATER = 0.76

function addWater(map: TownMap, town: Town, terrain: Terrain): void {
  map.sea([terrain.coast, ...terrain.islets])
  for (const bed of terrain.rivers) {
    const { river, line } = bed
    const named = names(river.name, river.kana, river.romaji)
    map.line('waterway', river.class === 'river' ? 9 : 13, line, { class: river.class, ...named })
    if (river.class === 'river') map.area('water', 10, [riverRing(bed)], { class: 'river' })
  }
  const { pond } = terrain.works.waters
  map.area('water', 12, [ringAround(pond.at, pond.radius * POND_WATER, town.seed + 70)], { class: 'pond' })
  map.point('water_name', 14, pond.at, { class: 'lake', ...names(pond.name.ja, '', pond.name.en) })
}

function addNames(map: TownMap, town: Town): void {
  const spotOf = (spot: NamedSpot): Spot => [spot[5], spot[6]]
  for (const spot of town.places) {
    const [name, kana, romaji, kind] = spot
    map.point('place', PLACE_FROM[kind] ?? 13, spotOf(spot), {
      class: kind,
      rank: kind === 'city' ? 8 : 12,
      ...names(name, kana, romaji),
    })
  }
  for (const islet of town.islets)
    map.point('place', 11, islet.at, {
      class: 'island',
      rank: 10,
      ...names(islet.name, islet.kana, islet.romaji),
    })
  town.pois.forEach((spot, i) => {
    const [name, kana, romaji, kind, subclass] = spot
    map.point('poi', POI_FROM[kind] ?? 14, spotOf(spot), {
      class: kind,
      subclass,
      rank: 1 + (i % 20),
      ...names(name, kana, romaji),
    })
  })
  const bay: Spot = [7750, 3750]
  map.point('water_name', 11, bay, { class: 'bay', ...names('見本湾', 'みほんわん', 'Mihon Bay') })
}

function drawTown(town: Town, terrain: Terrain): Layers {
  const map = new TownMap(town)
  const roads = layRoads(town, terrain)
  addWater(map, town, terrain)
  for (const cover of coverLand(town, terrain))
    map.area(cover.layer, 8, cover.rings, { class: cover.class, subclass: cover.subclass })
  map.area('park', 12, [ringAround([1700, 4150], 950, town.seed + 60)], {
    class: 'nature_reserve',
    ...names('見本西山自然公園', '', ''),
  })
  for (const building of placeBuildings(town, terrain, roads))
    map.area('building', 13, [building], { render_height: 6 })
  for (const ring of [terrain.coast, ...terrain.islets])
    map.line('boundary', 8, closed(ring), { admin_level: 7 })
  addRoads(map, roads)
  addNames(map, town)
  return map.layers
}

function tileJson(town: Town, bounds: Bounds, layers: Layers): Uint8Array {
  const text = {
    tilejson: '3.0.0',
    name: 'Sample town, OpenMapTiles schema',
    description: 'A made-up town. Not a real place.',
    version: '3.0.0',
    scheme: 'xyz',
    format: 'pbf',
    attribution: '見本データ（架空の町） / sample data: not a real place',
    tiles: [`https://${HOST}/planet/${town.edition.tiles}/{z}/{x}/{y}.pbf`],
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    bounds,
    center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, 12],
    vector_layers: [...layers.keys()].sort().map((id) => ({ id, fields: {}, minzoom: 0, maxzoom: MAX_ZOOM })),
  }
  return new TextEncoder().encode(`${JSON.stringify(text, null, 1)}\n`)
}

type Index = { readonly layer: string; readonly from: number; readonly index: GeoJSONVT }

/** One index for each layer and first zoom: geojson-vt itself knows no first zoom of a feature. */
function indexLayers(layers: Layers): Index[] {
  const out: Index[] = []
  for (const [layer, features] of layers) {
    for (const from of [...new Set(features.map((each) => each.from))].sort((a, b) => a - b)) {
      const chosen = features.filter((each) => each.from === from).map((each) => each.feature)
      const options = { maxZoom: MAX_ZOOM, indexMaxZoom: 0, tolerance: 3, extent: 4096, buffer: 64 }
      out.push({
        layer,
        from,
        index: new GeoJSONVT({ type: 'FeatureCollection', features: chosen }, options),
      })
    }
  }
  return out
}

function encodeTile(indexes: readonly Index[], { z, x, y }: TileAddress): Uint8Array {
  const parts: Record<string, { features: unknown[] }> = {}
  for (const { layer, from, index } of indexes) {
    const tile = z >= from ? index.getTile(z, x, y) : null
    if (tile !== null) (parts[layer] ??= { features: [] }).features.push(...tile.features)
  }
  const filled = Object.fromEntries(Object.entries(parts).filter(([, { features }]) => features.length > 0))
  return fromGeojsonVt(filled as unknown as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: 4096 })
}

/**
 * The base map of the town as vector tiles in the OpenMapTiles schema with a TileJSON, at the addresses of OpenFreeMap.
 * Made with geojson-vt and vt-pbf: other code than that which reads them in the pipeline.
 */
export function tileFiles(town: Town, terrain: Terrain): MirrorFile[] {
  const corner = (spot: Spot): readonly [number, number] => toLngLat(town, spot)
  const bounds = widen([...corner([0, 0]), ...corner(town.size)], 2500)
  const rounded = bounds.map((degrees) => Math.round(degrees * 1e4) / 1e4) as unknown as Bounds
  const layers = drawTown(town, terrain)
  const indexes = indexLayers(layers)
  const files: MirrorFile[] = [[`${HOST}/planet/index.json`, tileJson(town, rounded, layers)]]
  for (let z = 0; z <= MAX_ZOOM; z++) {
    for (const tile of tilesOf(rounded, z)) {
      const path = `${HOST}/planet/${town.edition.tiles}/${z}/${tile.x}/${tile.y}.pbf`
      files.push([path, gzipSync(encodeTile(indexes, tile), { level: 6, mtime: 0 })])
    }
  }
  return files
}
