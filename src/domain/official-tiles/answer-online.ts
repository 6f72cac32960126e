import type { LngLat } from '../geo/lng-lat.ts'
import { hazardsOf, type AvalancheAnswer } from './hazards-of.ts'
import type { RiskAnswer } from '../risk/hazard-answer.ts'
import { OFFICIAL_LAYER_IDS, OFFICIAL_LAYERS, type OfficialLayerId } from './official-layer.ts'
import { readLayer, type LayerReading, type TileAnswer } from './read-layer.ts'
import { pixelsWithin, type Tile } from './tile-pixels.ts'

/** Asks the official server for one picture. Never rejects but with the reason for which the person stopped it. */
export type FetchTile = (layer: OfficialLayerId, tile: Tile) => Promise<TileAnswer>

export type OnlineAnswer = {
  readonly risk: RiskAnswer
  /** Avalanches are none of the hazards of a pack; the portal alone tells of them. */
  readonly avalanche: AvalancheAnswer
  /** How many of the layers could not be fetched, and how many have a colour of no legend at the place. */
  readonly troubles: { readonly notFetched: number; readonly colourUnknown: number }
}

export type AnswerOnlineOptions = {
  /** The position is only known to this many metres: the worst within that circle is told, at most `WIDEST`. */
  readonly within?: number
  /** Told after each layer, how many have been read. */
  readonly onLayer?: (done: number) => void
}

/** A circle wider than this tells nothing of a home. Metres, own choice. */
export const WIDEST = 100

/** The box in which the portal has pictures: Japan from 与那国島 and 沖ノ鳥島 to 南鳥島 and 択捉島, `[west, south, east, north]`. */
export const JAPAN = [122.9, 20.2, 154.1, 45.7] as const

/** Asked for side by side: the server is a public one. */
const SIDE_BY_SIDE = 4

/**
 * What the official pictures show at a place anywhere in Japan, worst first: the same shape as the answer of a pack.
 * It is coarser: a pixel is about 1 m, but the models behind it have cells of 5–25 m, and a picture names no river.
 */
export async function answerOnline(
  at: LngLat,
  fetchTile: FetchTile,
  { within = 0, onLayer }: AnswerOnlineOptions = {},
): Promise<OnlineAnswer> {
  const readings = new Map<OfficialLayerId, LayerReading>()
  const waiting = [...OFFICIAL_LAYER_IDS]
  const lane = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      readings.set(id, await readAt(id, at, Math.min(within, WIDEST), fetchTile))
      onLayer?.(readings.size)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  const { hazards, avalanche } = hazardsOf((id) => readings.get(id) ?? { found: [], trouble: 'notFetched' })
  const count = (trouble: LayerReading['trouble']) =>
    [...readings.values()].filter((reading) => reading.trouble === trouble).length
  const troubles = { notFetched: count('notFetched'), colourUnknown: count('colourUnknown') }
  return { risk: { at, area: 'online', hazards }, avalanche, troubles }
}

async function readAt(
  id: OfficialLayerId,
  at: LngLat,
  within: number,
  fetchTile: FetchTile,
): Promise<LayerReading> {
  const { legend, around } = OFFICIAL_LAYERS[id]
  const parts = await Promise.all(
    pixelsWithin(at, Math.max(around, within)).map(async ({ tile, pixels }) => ({
      answer: await fetchTile(id, tile),
      pixels,
    })),
  )
  return readLayer(legend, parts)
}
