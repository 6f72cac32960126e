import { OFFICIAL_LAYERS } from '#domain/official-tiles/official-layer.ts'
import type { OfficialTiles } from '../ports.ts'
import { PATIENCE, type Fetch } from '../packs/download.ts'

export type OfficialTilesOptions = {
  /** Where the pictures are, without a slash at the end: `https://disaportaldata.gsi.go.jp`. */
  readonly base: string
  readonly fetch?: Fetch
  /** Milliseconds: until the head of a picture's answer is here, and for a whole question. */
  readonly patience?: { readonly firstByteMs: number; readonly totalMs: number }
}

/** 15 s for all twelve layers: who has no answer by then has a network that gives none. */
const OFFICIAL_PATIENCE = { firstByteMs: PATIENCE.firstByteMs, totalMs: 15_000 }

/** The official pictures as one reads them in a browser. Nothing is asked for before `answerAt` is called, and nothing is kept. */
export function createOfficialTiles(options: OfficialTilesOptions): OfficialTiles {
  const { base, patience = OFFICIAL_PATIENCE } = options
  const fetch: Fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init))
  return {
    host: new URL(base).host,
    template: (layer) => `${base}/raster/${OFFICIAL_LAYERS[layer].path}/{z}/{x}/{y}.png`,
    async answerAt(at, asked) {
      const { askOfficial } = await import('./ask-official.ts')
      return askOfficial({ base, fetch, patience }, at, asked)
    },
  }
}
