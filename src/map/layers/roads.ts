import { SOURCE } from '../tile-sources.ts'
import { byZoom, isOneOf, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'

/** One kind of road: which classes, from which zoom, how wide (pixels by zoom) and in which colours. */
type RoadKind = {
  readonly name: string
  readonly classes: readonly string[]
  readonly minzoom: number
  readonly widths: readonly (readonly [zoom: number, pixels: number])[]
  readonly fill: 'motorway' | 'mainRoad' | 'road'
  readonly casing: 'motorwayCasing' | 'mainRoadCasing' | 'roadCasing'
}

/** From the least to the most important, which is the order of painting. */
const KINDS: readonly RoadKind[] = [
  {
    name: 'service',
    classes: ['service'],
    minzoom: 14,
    widths: [
      [14, 0.8],
      [16, 2.6],
      [18, 8],
    ],
    fill: 'road',
    casing: 'roadCasing',
  },
  {
    name: 'minor',
    classes: ['minor', 'busway', 'raceway'],
    minzoom: 12,
    widths: [
      [12, 0.5],
      [14, 1.8],
      [16, 5],
      [18, 15],
    ],
    fill: 'road',
    casing: 'roadCasing',
  },
  {
    name: 'tertiary',
    classes: ['tertiary'],
    minzoom: 10,
    widths: [
      [10, 0.5],
      [13, 1.9],
      [16, 7],
      [18, 19],
    ],
    fill: 'road',
    casing: 'roadCasing',
  },
  {
    name: 'secondary',
    classes: ['secondary'],
    minzoom: 9,
    widths: [
      [9, 0.7],
      [13, 2.8],
      [16, 8.5],
      [18, 22],
    ],
    fill: 'mainRoad',
    casing: 'mainRoadCasing',
  },
  {
    name: 'primary',
    classes: ['primary', 'trunk'],
    minzoom: 8,
    widths: [
      [8, 0.9],
      [13, 3.6],
      [16, 10.5],
      [18, 25],
    ],
    fill: 'mainRoad',
    casing: 'mainRoadCasing',
  },
  {
    name: 'motorway',
    classes: ['motorway'],
    minzoom: 8,
    widths: [
      [8, 1.2],
      [13, 4.4],
      [16, 11],
      [18, 25],
    ],
    fill: 'motorway',
    casing: 'motorwayCasing',
  },
]

const FROM = { source: SOURCE.basemap, 'source-layer': 'transportation' } as const
const onGround: ExpressionSpecification = ['!', isOneOf('brunnel', ['bridge', 'tunnel'])]
const onBridge: ExpressionSpecification = ['==', ['get', 'brunnel'], 'bridge']
const inTunnel: ExpressionSpecification = ['==', ['get', 'brunnel'], 'tunnel']
const wider = (widths: RoadKind['widths'], by: number) =>
  byZoom(1.5, ...widths.map(([zoom, px]) => [zoom, px + by] as const))

/** Roads, paths and railways; all casings lie under all fills, so that crossings look like crossings. */
export function roadLayers({ palette }: Band): LayerSpecification[] {
  const casing = (kind: RoadKind, where: 'tunnel' | 'ground' | 'bridge'): LayerSpecification => ({
    id: `road-${kind.name}-${where}-casing`,
    type: 'line',
    ...FROM,
    minzoom: kind.minzoom,
    filter: [
      'all',
      { tunnel: inTunnel, ground: onGround, bridge: onBridge }[where],
      isOneOf('class', kind.classes),
    ],
    layout: { 'line-cap': where === 'ground' ? 'round' : 'butt', 'line-join': 'round' },
    paint: {
      // A bridge and an underpass are where a flood cuts the way: their edges are dark.
      'line-color': where === 'ground' ? palette[kind.casing] : palette.rail,
      'line-width': wider(kind.widths, where === 'bridge' ? 2.8 : 1.6),
      ...(where === 'tunnel' ? { 'line-dasharray': [0.5, 0.35], 'line-opacity': 0.8 } : {}),
    },
  })
  const fill = (kind: RoadKind, where: 'tunnel' | 'ground' | 'bridge'): LayerSpecification => ({
    id: `road-${kind.name}-${where}`,
    type: 'line',
    ...FROM,
    minzoom: kind.minzoom,
    filter: [
      'all',
      { tunnel: inTunnel, ground: onGround, bridge: onBridge }[where],
      isOneOf('class', kind.classes),
    ],
    layout: { 'line-cap': where === 'tunnel' ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette[kind.fill],
      'line-width': byZoom(1.5, ...kind.widths),
      ...(where === 'tunnel' ? { 'line-opacity': 0.8 } : {}),
    },
  })
  return [
    ...KINDS.map((kind) => casing(kind, 'tunnel')),
    ...KINDS.map((kind) => fill(kind, 'tunnel')),
    ...pathLayers(palette.path),
    ...KINDS.map((kind) => casing(kind, 'ground')),
    ...KINDS.map((kind) => fill(kind, 'ground')),
    ...railLayers(palette.rail, palette.railGap),
    ...KINDS.map((kind) => casing(kind, 'bridge')),
    ...KINDS.map((kind) => fill(kind, 'bridge')),
  ]
}

const isSteps: ExpressionSpecification = ['==', ['get', 'subclass'], 'steps']

/** Ways for feet as dashes; stairs as rungs, for nobody takes a wheelchair or a pram up them. */
function pathLayers(colour: string): LayerSpecification[] {
  const paint = { 'line-color': colour } as const
  return [
    {
      id: 'path',
      type: 'line',
      ...FROM,
      minzoom: 13,
      filter: ['all', ['!', inTunnel], ['!', isSteps], isOneOf('class', ['path', 'track', 'pedestrian'])],
      layout: { 'line-join': 'round' },
      paint: {
        ...paint,
        'line-width': byZoom(1.4, [13, 0.5], [16, 1.4], [18, 3]),
        'line-dasharray': [3, 1.6],
      },
    },
    {
      id: 'steps',
      type: 'line',
      ...FROM,
      minzoom: 14,
      filter: ['all', ['!', inTunnel], isSteps, ['==', ['get', 'class'], 'path']],
      paint: {
        ...paint,
        'line-width': byZoom(1.4, [14, 2], [16, 5], [18, 11]),
        'line-dasharray': [0.3, 0.3],
      },
    },
  ]
}

/** Railways as Japanese maps draw them: a dark line filled with white dashes. */
function railLayers(ink: string, gap: string): LayerSpecification[] {
  const filter: ExpressionSpecification = [
    'all',
    ['!', inTunnel],
    isOneOf('class', ['rail', 'transit', 'monorail']),
  ]
  const layout = { 'line-join': 'round' } as const
  return [
    {
      id: 'rail',
      type: 'line',
      ...FROM,
      filter,
      layout,
      paint: { 'line-color': ink, 'line-width': byZoom(1.4, [8, 0.8], [13, 2.2], [18, 6]) },
    },
    {
      id: 'rail-dashes',
      type: 'line',
      ...FROM,
      minzoom: 11,
      filter,
      layout,
      paint: {
        'line-color': gap,
        'line-width': byZoom(1.4, [11, 0.6], [13, 1.2], [18, 3.6]),
        'line-dasharray': [6, 6],
      },
    },
  ]
}
