import type { LineLook } from '../network-looks.ts'
import { networkMarkId } from '../symbols/image-ids.ts'
import { SOURCE } from '../tile-sources.ts'
import { networkLooks } from '../way-data.ts'
import { byZoom, isOneOf, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'

/** How wide lines are by zoom, as a share of their width at street level: from afar a town of roads must not run together. */
export const SHARES: readonly (readonly [zoom: number, share: number])[] = [
  [10, 0.17],
  [12, 0.3],
  [14, 0.62],
  [16, 1],
  [19, 2],
]

/** A width that grows with the zoom; `add` CSS pixels of casing grow with it. */
export const growing = (width: ExpressionSpecification | number, add = 0): ExpressionSpecification =>
  byZoom(
    1.2,
    ...SHARES.map(([zoom, share]) => [zoom, ['+', ['*', width, share], add * Math.sqrt(share)]] as const),
  )

/** An unbroken line as a pattern of dashes: there is no other word for it where dashes depend on the feature. */
export const dashOf = (look: LineLook): ExpressionSpecification => ['literal', [...(look.dash ?? [1, 0])]]

/** Picks a value by the word in the property `name`; the last one where no word fits. */
export const pick = (
  name: string,
  cases: readonly (readonly [word: string, value: unknown])[],
): ExpressionSpecification =>
  [
    'match',
    ['get', name],
    ...cases.slice(0, -1).flat(),
    cases.at(-1)?.[1],
  ] as unknown as ExpressionSpecification

/**
 * The roads of the map of escape times: all in one layer, over the zones and under one's own things. Where pieces meet, the more
 * serious one is painted on top.
 */
export function networkLayers({ view }: Band): LayerSpecification[] {
  const looks = networkLooks(view.theme)
  const by = (value: (look: LineLook, index: number) => unknown) =>
    pick(
      'look',
      looks.map(([word, look], index) => [word, value(look, index)] as const),
    )
  const width = by(({ width: pixels }) => pixels)
  const order = by((_, index) => index)
  const from = { source: SOURCE.network } as const
  const marked = looks.filter(([, { marks }]) => marks !== 'none').map(([word]) => word)
  return [
    {
      id: 'network-casing',
      type: 'line',
      ...from,
      layout: { 'line-join': 'round', 'line-sort-key': order },
      paint: { 'line-color': by(({ casing }) => casing), 'line-width': growing(width, 3) },
    },
    {
      id: 'network-line',
      type: 'line',
      ...from,
      layout: { 'line-join': 'round', 'line-sort-key': order },
      paint: {
        'line-color': by(({ colour }) => colour),
        'line-width': growing(width),
        'line-dasharray': by(dashOf),
      },
    },
    {
      id: 'network-mark',
      type: 'symbol',
      ...from,
      filter: isOneOf('look', marked),
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 30,
        'icon-image': by((_, index) => networkMarkId(looks[index]?.[0] ?? '')),
        'icon-size': byZoom(1.2, [13, 0.5], [16, 0.9], [19, 1.4]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-rotation-alignment': 'map',
        'symbol-sort-key': order,
      },
    },
  ]
}
