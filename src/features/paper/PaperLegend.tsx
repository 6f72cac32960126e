import { DEPTH_BANDS, DEPTH_RANKS, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { CLOSURE_STRENGTHS, closureSignPaint } from '#map/closure-looks.ts'
import type { ClosureMark } from '#map/map-view.ts'
import { NOT_ASSESSED_PATTERN } from '#map/depth-colours.ts'
import { lookOf } from '#map/zone-looks.ts'
import { RoundSign } from '#ui/RoundSign.tsx'
import { Swatch, type SwatchPaint } from '#ui/Swatch.tsx'
import { InTurn } from './Beside.tsx'
import styles from './Paper.module.css'

type Row = { readonly key: string; readonly paint: SwatchPaint; readonly words: readonly Phrase[] }

const paint = (layer: ZoneLayerId, rank: number): SwatchPaint => lookOf(layer, rank, 'print', 'official')

/** The words of a class of depth: the official one, or the publisher's own bounds. */
function depthWords(rank: number, { min, max }: DepthBounds): Phrase {
  const official = DEPTH_RANKS.find(
    (one) => one === rank && DEPTH_BANDS[one].min === min && DEPTH_BANDS[one].max === max,
  )
  if (official !== undefined) return { key: `hazards:rank.rank${official}` }
  return max === null
    ? { key: 'layers:own.from', params: { min } }
    : { key: 'layers:own.between', params: { min, max } }
}

/** The classes that the area's data have of a water, deepest first. */
function depthRows(manifest: PackManifest, layer: ZoneLayerId): readonly Row[] {
  const rows = new Map<string, Row & { readonly min: number }>()
  for (const { draws, classes } of manifest.layers)
    for (const { rank, means } of draws === layer ? classes : [])
      if (means.type === 'depth')
        rows.set(`${means.min} ${means.max}`, {
          key: `${layer} ${means.min} ${means.max}`,
          paint: paint(layer, rank),
          words: [depthWords(rank, means)],
          min: means.min,
        })
  return [...rows.values()].sort((a, b) => b.min - a.min)
}

/** Ranks of the special and the other landslide zones that are settled; planned ones bear the same pattern, dotted. */
const LANDSLIDES = [
  [6, 'special'],
  [3, 'warning'],
] as const

function zoneRows(layer: ZoneLayerId): readonly Row[] {
  const name: Phrase = { key: `layers:name.${layer}` }
  if (zoneLayerOf(layer).kind !== 'landslide') return [{ key: layer, paint: paint(layer, 1), words: [name] }]
  return LANDSLIDES.map(([rank, zone]) => ({
    key: `${layer} ${zone}`,
    paint: paint(layer, rank),
    words: [name, { key: `paper:legend.${zone}` }],
  }))
}

const HATCH: Row = {
  key: 'hatch',
  paint: { fill: '#ffffff', ink: '#000000', pattern: NOT_ASSESSED_PATTERN },
  words: [{ key: 'layers:notAssessed' }],
}

const OF_SIGN: { readonly [strength in ClosureMark['strength']]: string } = {
  closed: 'closures:access.foot.yes',
  perhaps: 'closures:access.foot.unknown',
  carsOnly: 'closures:access.foot.no',
  planned: 'closures:near.planned',
}

/** What the signs of closed roads mean: those that the map has. */
const Signs = ({ closures }: { readonly closures: readonly ClosureMark[] }) =>
  CLOSURE_STRENGTHS.flatMap((strength) => {
    const mark = closures.find((one) => one.strength === strength)
    return mark === undefined
      ? []
      : [
          <li key={strength} data-closure={strength}>
            <RoundSign paint={closureSignPaint(mark, 'print')} />
            <span>
              <InTurn>
                <Said k={OF_SIGN[strength]} />
              </InTurn>
            </span>
          </li>,
        ]
  })

/** What the patterns of the map mean: patterns and words, so that a copier keeps it. */
export const PaperLegend = ({
  manifest,
  shown,
  closures,
}: {
  readonly manifest: PackManifest
  readonly shown: readonly ZoneLayerId[]
  /** Closed roads that the map draws. */
  readonly closures: readonly ClosureMark[]
}) => {
  const water = shown.find((layer) => zoneLayerOf(layer).measure === 'depth')
  const rows = [
    ...(water === undefined ? [] : depthRows(manifest, water)),
    ...shown.filter((layer) => layer !== water).flatMap(zoneRows),
    HATCH,
  ]
  return (
    <div className={styles.legend}>
      <h3>
        <InTurn>
          {water === undefined ? <Said k="paper:legend.title" /> : <Said k={`layers:name.${water}`} />}
        </InTurn>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <Swatch paint={row.paint} />
            <span>
              <InTurn>
                {row.words.map((phrase, index) => (
                  <span key={phrase.key}>
                    {index === 0 ? null : ' '}
                    <Said phrase={phrase} />
                  </span>
                ))}
              </InTurn>
            </span>
          </li>
        ))}
        <Signs closures={closures} />
      </ul>
      <p>
        <InTurn>
          <Said k="paper:legend.one" />
        </InTurn>
      </p>
    </div>
  )
}
