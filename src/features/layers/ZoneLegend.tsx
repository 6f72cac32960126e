import { DEPTH_BANDS, DEPTH_RANKS, rankOfBounds, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { DURATION_RANKS } from '#domain/hazards/duration.ts'
import { LANDSLIDE_CLASSES } from '#domain/hazards/landslide.ts'
import { zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { Said } from '#i18n/index.ts'
import { NOT_ASSESSED_PATTERN } from '#map/depth-colours.ts'
import type { MapPalette, MapTheme } from '#map/map-view.ts'
import { lookOf } from '#map/zone-looks.ts'
import { SwatchRow } from '#ui/Swatch.tsx'
import styles from './LayersPanel.module.css'

type Colours = { readonly theme: MapTheme; readonly palette: MapPalette }
type OfLayer = Colours & { readonly layer: ZoneLayerId }

const isOfficial = (own: DepthBounds) =>
  DEPTH_RANKS.some((rank) => DEPTH_BANDS[rank].min === own.min && DEPTH_BANDS[rank].max === own.max)

/** The publisher's own classes of a layer that are none of the official ones, deepest first. */
export function ownClasses(layers: readonly PackLayer[], layer: ZoneLayerId): readonly DepthBounds[] {
  const own = new Map<string, DepthBounds>()
  for (const { draws, classes } of layers)
    for (const { means } of draws === layer ? classes : [])
      if (means.type === 'depth' && !isOfficial(means)) own.set(`${means.min} ${means.max}`, means)
  return [...own.values()].sort((a, b) => (b.max ?? Infinity) - (a.max ?? Infinity) || b.min - a.min)
}

/** Metres and floors first, colour beside them. */
const Depths = ({ layer, theme, palette, own }: OfLayer & { readonly own: readonly DepthBounds[] }) => (
  <>
    {DEPTH_RANKS.toReversed().map((rank) => (
      <SwatchRow key={rank} paint={lookOf(layer, rank, theme, palette)}>
        <b>
          <Said k={`hazards:rank.rank${rank}`} />
        </b>
        <br />
        <Said k={`hazards:depth.rank${rank}`} />
      </SwatchRow>
    ))}
    {own.map(({ min, max }) => (
      <SwatchRow key={`${min} ${max}`} paint={lookOf(layer, rankOfBounds({ min, max }), theme, palette)}>
        <b>
          {max === null ? (
            <Said k="layers:own.from" params={{ min }} />
          ) : (
            <Said k="layers:own.between" params={{ min, max }} />
          )}
        </b>
        <br />
        <Said k="layers:own.means" />
      </SwatchRow>
    ))}
  </>
)

const Durations = ({ layer, theme, palette }: OfLayer) => (
  <>
    {DURATION_RANKS.toReversed().map((rank) => (
      <SwatchRow key={rank} paint={lookOf(layer, rank, theme, palette)}>
        <b>
          <Said k={`layers:duration.rank${rank}`} />
        </b>
      </SwatchRow>
    ))}
  </>
)

/** Red before yellow; the planned ones with their dotted outline. */
const Landslides = ({ layer, theme, palette }: OfLayer) => (
  <>
    {([6, 3, 5, 1] as const).map((rank) => {
      const { zone, planned } = LANDSLIDE_CLASSES[rank]
      return (
        <SwatchRow key={rank} paint={lookOf(layer, rank, theme, palette)}>
          {planned ? (
            <Said k={`layers:planned.${zone}`} />
          ) : (
            <>
              <b>
                <Said k={`layers:landslide.${zone}`} />
              </b>
              <br />
              <Said k={`layers:landslideMeans.${zone}`} />
            </>
          )}
        </SwatchRow>
      )
    })}
  </>
)

const Collapse = ({ layer, theme, palette }: OfLayer) => (
  <SwatchRow paint={lookOf(layer, 1, theme, palette)}>
    <Said k={`layers:means.${layer}`} />
  </SwatchRow>
)

/** What the colours and patterns of one layer mean. `own`: the publisher's own classes of depth (`ownClasses`). */
export const LayerLegend = ({ own = [], ...of }: OfLayer & { readonly own?: readonly DepthBounds[] }) => {
  const { measure, kind } = zoneLayerOf(of.layer)
  return (
    <div className={styles.legendPart}>
      <h4>
        <Said k={`layers:name.${of.layer}`} />
      </h4>
      <ul className={styles.legend}>
        {measure === 'depth' ? <Depths {...of} own={own} /> : null}
        {measure === 'duration' ? <Durations {...of} /> : null}
        {kind === 'landslide' ? <Landslides {...of} /> : null}
        {kind === 'houseCollapse' ? <Collapse {...of} /> : null}
      </ul>
    </div>
  )
}

const NOT_ASSESSED = { fill: 'transparent', ink: 'var(--ink-quiet)', pattern: NOT_ASSESSED_PATTERN }

/** What the hatching means. */
export const HatchLegend = () => (
  <ul className={styles.legend}>
    <SwatchRow paint={NOT_ASSESSED}>
      <b>
        <Said k="layers:notAssessed" />
      </b>
      <br />
      <Said k="layers:notAssessedMeans" />
    </SwatchRow>
  </ul>
)
