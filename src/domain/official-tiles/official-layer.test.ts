import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TOP } from '#tests/support/source-files.ts'
import type { Meaning } from './legends.ts'
import { OFFICIAL_LAYER_IDS, OFFICIAL_LAYERS, type OfficialLayer } from './official-layer.ts'

type Reference = {
  readonly hazard: readonly { url: string; legend: string; minzoom: number; maxzoom: number; kind: string }[]
  readonly legends: Record<string, unknown>
}
type Depth = { readonly rgb: readonly number[]; readonly min: number; readonly max: number | null }
type Hours = { readonly rgb: readonly number[]; readonly minH: number; readonly maxH: number | null }
type Zones = Record<'designated' | 'planned', Record<'yellow' | 'red', readonly number[]>>

const number = (rgb: readonly number[]): number => Buffer.from(rgb).readUIntBE(0, 3)

const FILE = resolve(TOP, process.env['MIRROR'] ?? '../shared/mirror', '../reference/hazard-tiles.json')
if (!existsSync(FILE))
  process.stderr.write(`skipped: the table of official layers, as there is no ${FILE} (variable MIRROR)\n`)

/** The legend of a reference entry, in our words. */
function meanings({ legend }: Reference['hazard'][number], all: Reference['legends']): [number, Meaning][] {
  const given = all[legend]
  if (legend.startsWith('depth'))
    return (given as Depth[]).map(({ rgb, min, max }) => [number(rgb), { type: 'depth', min, max }])
  if (legend.startsWith('duration'))
    return (given as Hours[]).map(({ rgb, minH, maxH }) => [
      number(rgb),
      { type: 'duration', min: minH, max: maxH },
    ])
  const zoneless: Record<string, Meaning> = {
    collapseFlow: { type: 'collapse', by: 'flow' },
    collapseErosion: { type: 'collapse', by: 'erosion' },
    avalanche: { type: 'avalanche' },
  }
  const one = zoneless[legend]
  if (one !== undefined) return (given as Depth[]).map(({ rgb }) => [number(rgb), one])
  const phenomenon = { debris: 'debrisFlow', steep: 'steepSlope', landslide: 'slide' } as const
  return (['designated', 'planned'] as const).flatMap((state) =>
    (['yellow', 'red'] as const).map((colour): [number, Meaning] => [
      number((given as Zones)[state][colour]),
      {
        type: 'landslide',
        phenomenon: phenomenon[legend as keyof typeof phenomenon],
        zone: colour === 'red' ? 'special' : 'warning',
        planned: state === 'planned',
      },
    ]),
  )
}

describe('the table of official layers', () => {
  const layers: readonly OfficialLayer[] = OFFICIAL_LAYER_IDS.map((id) => OFFICIAL_LAYERS[id])

  it('names each folder once, in the form of the catalogue', () => {
    expect(new Set(layers.map(({ path }) => path)).size).toBe(12)
    for (const { path } of layers) expect(path).toMatch(/^0[1-5]_[a-z0-9_]+$/)
  })

  it('has the two colours that stand in both legends in their wide meaning', () => {
    for (const id of ['floodMax', 'floodDesign', 'stormSurge', 'tsunami'] as const) {
      expect(OFFICIAL_LAYERS[id].legend.get(number([247, 245, 169]))).toMatchObject({ min: 0, max: 0.5 })
      expect(OFFICIAL_LAYERS[id].legend.get(number([255, 216, 192]))).toMatchObject({ min: 0.5, max: 3 })
    }
    expect(OFFICIAL_LAYERS.inlandFlood.legend.get(number([247, 245, 169]))).toMatchObject({ max: 0.5 })
  })

  it('knows the colours of the reference table and no other', ({ skip }) => {
    if (!existsSync(FILE)) return skip('no reference table')
    const { hazard, legends } = JSON.parse(readFileSync(FILE, 'utf8')) as Reference
    expect(hazard).toHaveLength(12)
    for (const entry of hazard) {
      const path = /\/raster\/([^/]+)\//.exec(entry.url)?.[1]
      const own = layers.find((layer) => layer.path === path)
      expect(own, path).toBeDefined()
      expect([...(own?.legend ?? [])].toSorted(byColour), path).toEqual(
        meanings(entry, legends).toSorted(byColour),
      )
    }
  })
})

const byColour = (a: readonly [number, Meaning], b: readonly [number, Meaning]): number => a[0] - b[0]
