import { expect, it } from 'vitest'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { LANDSLIDE_CLASSES } from '#domain/hazards/landslide.ts'
import { aLayer, aManifest, anArea, aPackLayer, aSite, box, TOWN } from '#tests/support/an-area.ts'
import { siteMarks } from './site-marks.ts'

const drawn = (layers: readonly Partial<PackLayer>[], hazard: 'flood' | 'landslide') => {
  const ranks = new Map(anArea().ranks)
  for (const { file } of layers)
    if (typeof file === 'string' && file !== 'flood-max.bin.packed')
      ranks.set(file, aLayer([{ rank: 6, polygon: box(TOWN) }]))
  const manifest = aManifest({ layers: layers.map((layer) => aPackLayer(layer)) })
  return siteMarks(anArea({ manifest, ranks, sites: [aSite({ at: [135.05, 30.05] })] }), hazard)[0]?.zone
}

it('marks a site in a landslide zone, and one from which a river carries houses away, though neither has a depth', () => {
  const slope = { phenomenon: 'debrisFlow', ...LANDSLIDE_CLASSES[6] } as const
  const landslide = {
    kind: 'landslide',
    measure: 'zone',
    file: 'slope.packed',
    classes: [{ rank: 6, means: { type: 'landslide', ...slope } }],
  } satisfies Partial<PackLayer>
  expect(drawn([landslide], 'landslide')).toEqual({ layer: 'landslide-debrisFlow', rank: 6 })
  const collapse = {
    kind: 'houseCollapse',
    measure: 'zone',
    file: 'flow.packed',
    classes: [{ rank: 6, means: { type: 'collapse', by: 'flow' } }],
  } satisfies Partial<PackLayer>
  expect(drawn([{}, collapse], 'flood')).toEqual({ layer: 'houseCollapse-flow', rank: 1 })
  expect(drawn([{}], 'flood')).toBeNull()
})
