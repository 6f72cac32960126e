import { paperScale, type PaperFrame } from '#map/paper-frame.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { ClosureMark } from '#map/map-view.ts'
import { formatMetres, Said, useWords } from '#i18n/index.ts'
import { InTurn, PaperPart, Sentences } from './Beside.tsx'
import { Own } from './Names.tsx'
import { isOnPaperMap, type Numbered } from './numbered.ts'
import styles from './Paper.module.css'
import { PaperLegend } from './PaperLegend.tsx'
import type { MapPicture } from './use-map-picture.ts'

const kindOf = (one: Numbered): Phrase => {
  if (one.type === 'route') return { key: 'paper:map.route' }
  return { key: `mymap:kind.${one.type}.${one.thing.kind}` }
}

/** What each number is: kind, name, note; and which ones lie off the map. */
const Things = ({
  things,
  centre,
  hasMap,
}: {
  readonly things: readonly Numbered[]
  readonly centre: LngLat
  readonly hasMap: boolean
}) => (
  <ul className={styles.things}>
    {things.map((one) => (
      <li key={one.thing.id}>
        <span className={styles.number}>{one.number}</span>
        <span>
          <b>
            <InTurn>
              <Said phrase={kindOf(one)} />
            </InTurn>
          </b>{' '}
          <Own text={one.thing.name} />
          {one.thing.note === '' ? null : (
            <span className={styles.note}>
              {' '}
              <Own text={one.thing.note} />
            </span>
          )}
          {!hasMap || isOnPaperMap(one, centre) ? null : (
            <span className={styles.note}>
              {' '}
              <InTurn>
                <Said k="paper:map.off" />
              </InTurn>
            </span>
          )}
        </span>
      </li>
    ))}
  </ul>
)

/** A bar of a round length at the scale of the map: as wide as the map, so that it shrinks and grows with it. */
const ScaleBar = ({ frame, width }: { readonly frame: PaperFrame; readonly width: number }) => {
  const t = useWords('paper')
  const { bar } = paperScale(frame, width)
  return (
    <div className={styles.scale}>
      <svg viewBox={`0 0 ${width} 4`} aria-hidden="true" focusable="false">
        <path d={`M0.500 0v3h${bar.mm}v-3`} />
      </svg>
      <span>{formatMetres(t.language, bar.metres)}</span>
      <span>
        <InTurn>
          <Said k="paper:map.north" />
        </InTurn>
      </span>
    </div>
  )
}

/** The map with numbers, what they are, and what the patterns mean; where no map could be drawn, the list says it all. */
export const PaperMap = ({
  things,
  centre,
  picture,
  frame,
  width,
  manifest,
  shown,
  closures,
}: {
  readonly things: readonly Numbered[]
  /** Around what it is drawn; null = nothing has a place. */
  readonly centre: LngLat | null
  readonly picture: MapPicture
  readonly frame: PaperFrame | null
  /** Of the map on the paper, in millimetres. */
  readonly width: number
  readonly manifest: PackManifest | null
  readonly shown: readonly ZoneLayerId[]
  /** Closed roads that it draws. */
  readonly closures: readonly ClosureMark[]
}) => {
  const t = useWords('paper')
  const hasMap = picture.status === 'drawn'
  return (
    <PaperPart name="map" title="paper:map.title">
      {picture.status === 'drawn' && frame !== null ? (
        <>
          <img
            className={styles.picture}
            src={picture.url}
            width={frame.width}
            height={frame.height}
            alt={t.label('map.alt', { count: things.length })}
          />
          <ScaleBar frame={frame} width={width} />
          {manifest === null ? null : <PaperLegend manifest={manifest} shown={shown} closures={closures} />}
        </>
      ) : picture.status === 'drawing' ? (
        <p className={styles.drawing} role="status">
          <Said k="paper:map.drawing" />
        </p>
      ) : (
        <Sentences phrases={[{ key: centre === null ? 'paper:map.nothing' : 'paper:map.notDrawn' }]} />
      )}
      {centre === null ? null : <Things things={things} centre={centre} hasMap={hasMap} />}
    </PaperPart>
  )
}
