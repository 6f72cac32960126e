import { readFileSync } from 'node:fs'
import { collection, bytesOf } from './mirror-file.ts'
import type { Feature, MirrorFile } from './mirror-file.ts'
import { seriesFiles } from './series-files.ts'
import { toLngLat } from './town.ts'
import type { Spot, Town } from './town.ts'
import type { Envelope, Hazards } from './water/hazards.ts'
import type { Mesh, Zone } from './water/mesh.ts'
import { drawDepths } from './water/river-zones.ts'
import { withHeader } from './with-header.ts'
import { cp932Bytes } from './zip-cp932.ts'

type Named = readonly [name: string, note: string]
type Local = {
  readonly aed: readonly Named[]
  readonly waterSupply: readonly Named[]
  readonly dangerSpots: readonly (readonly [name: string, note: string, x: number, y: number])[]
  readonly memorials: readonly (readonly [
    name: string,
    event: string,
    note: string,
    year: string,
    x: number,
    y: number,
  ])[]
  readonly pastFloods: {
    readonly [of in 'mihon' | 'reizawa']: readonly [date: string, event: string, note: string]
  }
}

/** Where a named spot of the town is. @throws Error when there is no such name. */
function placeOf(town: Town, name: string): Spot {
  const found = [...town.pois, ...town.places].find((each) => each[0] === name)
  if (found === undefined) throw new Error(`data/sample/local.json: the town has no ${name}`)
  return [found[5], found[6]]
}

function csv(
  town: Town,
  last: string,
  rows: readonly (readonly [name: string, at: Spot, note: string])[],
): string {
  const lines = rows.map(([name, at, note]) => {
    const [lng, lat] = toLngLat(town, at)
    return [name, lat.toFixed(6), lng.toFixed(6), note].join(',')
  })
  return `${[`名称,緯度,経度,${last}`, ...lines].join('\r\n')}\r\n`
}

function listFiles(town: Town, local: Local): MirrorFile[] {
  const at = ([name, note]: Named): readonly [string, Spot, string] => [name, placeOf(town, name), note]
  const danger = local.dangerSpots.map(([name, note, x, y]) => [name, [x, y], note] as const)
  return [
    ...withHeader(town, 'aed.csv', cp932Bytes(csv(town, '設置位置', local.aed.map(at))), {
      kind: 'aed',
      title: { ja: 'AED設置箇所一覧', en: 'AEDs' },
      date: '2025-04-01',
      complete: true,
      encoding: 'cp932',
      columns: { note: '設置位置' },
    }),
    ...withHeader(town, 'kyusui.csv', bytesOf(`\ufeff${csv(town, '設備', local.waterSupply.map(at))}`), {
      kind: 'waterSupply',
      title: { ja: '災害時の給水拠点', en: 'Water supply points in a disaster' },
      date: '2025-04',
      complete: true,
      encoding: 'utf-8',
      columns: { note: '設備' },
    }),
    ...withHeader(town, 'kiken-kasho.csv', bytesOf(csv(town, '注意', danger)), {
      kind: 'dangerSpot',
      title: { ja: '大雨のときに危ない場所', en: 'Spots that are dangerous in heavy rain' },
      date: '2025-06-01',
      complete: false,
      encoding: 'utf-8',
      columns: { name: '名称', note: '注意', lat: '緯度', lng: '経度' },
    }),
  ]
}

function memorialFiles(town: Town, { memorials }: Local): MirrorFile[] {
  const features = memorials.map(([name, event, note, year, x, y]): Feature => ({
    properties: { 碑名: name, 災害名: event, 伝承内容: note, 建立年: year },
    geometry: { type: 'Point', coordinates: toLngLat(town, [x, y]) },
  }))
  return withHeader(town, 'denshohi.geojson', collection('denshohi', features, false), {
    kind: 'memorial',
    title: { ja: '自然災害伝承碑', en: 'Monuments of natural disasters' },
    date: '2024',
    complete: true,
    columns: { name: '碑名', event: '災害名', note: '伝承内容', date: '建立年' },
  })
}

/** Depth classes of the pond, as texts. */
const POND_BOUNDS = [0.3, 0.5, 1, 3]
const POND_TEXTS = ['0.3m未満', '0.3m以上0.5m未満', '0.5m以上1m未満', '1m以上3m未満', '3m以上5m未満']
/** Cells by which hand-drawn outlines are smoothed. */
const SMOOTH = 2

const polygon = ({ rings }: Zone): Feature['geometry'] => ({ type: 'Polygon', coordinates: rings })

function pondFiles(town: Town, mesh: Mesh, hazards: Hazards): MirrorFile[] {
  const features = mesh
    .zonesOf(drawDepths(mesh, hazards.model, hazards.pond, POND_BOUNDS))
    .map((zone): Feature => ({
      properties: {
        ため池名: hazards.model.terrain.works.waters.pond.name.ja,
        浸水深: POND_TEXTS[zone.rank - 1],
      },
      geometry: polygon(zone),
    }))
  return withHeader(town, 'tameike.geojson', collection('tameike', features, true), {
    kind: 'pond',
    title: { ja: 'ため池浸水想定区域図', en: 'Assumed flooding from irrigation ponds' },
    date: '2023-03-31',
    complete: true,
    columns: { depth: '浸水深' },
    depthAs: 'text',
  })
}

/** What was once under water, as a clerk drew it: the larger patches of a flood, smoothed. */
function pastZones(mesh: Mesh, hazards: Hazards, of: Envelope): readonly Zone[] {
  const drawing = drawDepths(mesh, hazards.model, of, [])
  return mesh.zonesOf(drawing, SMOOTH).filter(({ rings }) => (rings[0]?.length ?? 0) > 40)
}

function pastFloodFiles(town: Town, mesh: Mesh, hazards: Hazards, { pastFloods }: Local): MirrorFile[] {
  const river = (id: string): Envelope => {
    const found = hazards.rivers.find(({ bed }) => bed.river.id === id)
    if (found === undefined) throw new Error(`there is no river ${id}`)
    return found.max
  }
  const breach = hazards.replays.find(({ id }) => id === 'flood-01-r520-design')?.outcome
  const cases = [
    [pastFloods.mihon, breach ?? river('9900010001')],
    [pastFloods.reizawa, river('9900040001')],
  ] as const
  const features = cases.flatMap(([[date, event, note], of]) =>
    pastZones(mesh, hazards, of).map((zone): Feature => ({
      properties: { 年月日: date, 災害名: event, 備考: note },
      geometry: polygon(zone),
    })),
  )
  return withHeader(town, 'kako-shinsui.geojson', collection('kako-shinsui', features, true), {
    kind: 'pastFlood',
    title: { ja: '浸水実績図', en: 'Past floods' },
    date: '2020',
    complete: false,
    columns: { date: '年月日', event: '災害名', note: '備考' },
  })
}

/** Everything that the made-up city keeps in its own drawer, below `local/<code>/`. */
export function localFiles(town: Town, mesh: Mesh, hazards: Hazards): MirrorFile[] {
  const local = JSON.parse(
    readFileSync(new URL('../../data/sample/local.json', import.meta.url), 'utf8'),
  ) as Local
  return [
    ...listFiles(town, local),
    ...memorialFiles(town, local),
    ...pondFiles(town, mesh, hazards),
    ...pastFloodFiles(town, mesh, hazards, local),
    ...seriesFiles(town, hazards),
  ]
}
