import { bytesOf } from './mirror-file.ts'
import type { MirrorFile } from './mirror-file.ts'
import { toLngLat } from './town.ts'
import type { Town } from './town.ts'
import type { Hazards, Replay } from './water/hazards.ts'
import { CELL } from './water/model.ts'
import type { Model } from './water/model.ts'
import { BLOCKED } from './water/solver.ts'
import { withHeader } from './with-header.ts'
import type { Header } from './with-header.ts'
import { zipWithCp932 } from './zip-cp932.ts'

/** A window of the solver's grid, in cells. */
type Window = {
  readonly west: number
  readonly south: number
  readonly columns: number
  readonly rows: number
}

/** Water of less than this is not written, metres. */
const LEAST = 0.03
/** The table shows so many dry cells around the water. */
const MARGIN = 12

/** The part of the grid that holds all water of a run, with some dry land around. */
function windowOf({ grid }: Model, { outcome }: Replay): Window {
  let [west, east, south, north] = [grid.columns, 0, grid.rows, 0]
  outcome.depth.forEach((depth, cell) => {
    if (depth < LEAST) return
    const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)]
    west = Math.min(west, column)
    east = Math.max(east, column)
    south = Math.min(south, row)
    north = Math.max(north, row)
  })
  west = Math.max(0, west - MARGIN)
  south = Math.max(0, south - MARGIN)
  return {
    west,
    south,
    columns: Math.min(grid.columns - 1, east + MARGIN) - west + 1,
    rows: Math.min(grid.rows - 1, north + MARGIN) - south + 1,
  }
}

/** The table: first the cells of which the model knows nothing (rivers and the sea), then the wet cells of each state. */
function tableOf(model: Model, replay: Replay, window: Window): string {
  const { columns, ground } = model.grid
  const sea = new Set(model.sea)
  const lines = ['minutes,column,row,depth_m,speed_ms']
  const eachCell = (act: (cell: number, place: string) => void): void => {
    for (let row = 0; row < window.rows; row++)
      for (let column = 0; column < window.columns; column++)
        act((window.south + row) * columns + window.west + column, `${column},${row}`)
  }
  const frames = replay.outcome.frames
  const start = frames[0]?.minute ?? 0
  eachCell((cell, place) => {
    if ((ground[cell] as number) >= BLOCKED || sea.has(cell)) lines.push(`${start},${place},,`)
  })
  for (const { minute, depth, speed } of frames)
    eachCell((cell, place) => {
      const metres = depth[cell] as number
      if (metres >= LEAST)
        lines.push(`${minute},${place},${metres.toFixed(2)},${(speed[cell] as number).toFixed(2)}`)
    })
  return `${lines.join('\n')}\n`
}

const NAMES: Readonly<Record<Replay['hazard'], { readonly ja: string; readonly en: string }>> = {
  flood: { ja: '洪水', en: 'Flood' },
  stormSurge: { ja: '台風による高潮', en: 'Storm surge of a typhoon' },
  tsunami: { ja: '津波', en: 'Tsunami' },
  pond: { ja: '例ヶ池の決壊', en: 'Breach of Reigaike Pond' },
}

function headerOf(town: Town, replay: Replay, window: Window): Header {
  const { id, hazard, scenario, flood, outcome } = replay
  const name = flood?.breach?.name ?? NAMES[hazard]
  const [west, south] = toLngLat(town, [window.west * CELL, window.south * CELL])
  const [east, north] = toLngLat(town, [(window.west + 100) * CELL, (window.south + 100) * CELL])
  const river = town.rivers.find((each) => each.id === flood?.river.id)?.name
  return {
    kind: 'waterSeries',
    title: { ja: `時間ごとの浸水（${name.ja}）`, en: `Flooding in time (${name.en})` },
    date: '2025',
    complete: false,
    encoding: 'utf-8',
    series: {
      id,
      hazard,
      scenario,
      ...(river === undefined ? {} : { river }),
      name,
      breach: flood?.breach === null || flood === null ? null : toLngLat(town, flood.breach.at),
      grid: {
        west,
        south,
        cellLng: Math.round((east - west) * 1e7) / 1e9,
        cellLat: Math.round((north - south) * 1e7) / 1e9,
        columns: window.columns,
        rows: window.rows,
      },
      minutes: outcome.frames.map(({ minute }) => minute),
    },
  }
}

/** The runs that drills replay, as zipped tables with their headers. */
export const seriesFiles = (town: Town, { model, replays }: Hazards): MirrorFile[] =>
  replays.flatMap((replay) => {
    const window = windowOf(model, replay)
    const zip = zipWithCp932({ [`${replay.id}.csv`]: bytesOf(tableOf(model, replay, window)) })
    return withHeader(town, `series-${replay.id}.zip`, zip, headerOf(town, replay, window))
  })
