import { useStore } from 'zustand'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { MapCamera } from '#map/map-view.ts'
import { intlOf, Said, useWords } from '#i18n/index.ts'
import { IconButton } from '#ui/Button.tsx'
import type { Parts } from './parts.ts'
import { scaleBar } from './scale-bar.ts'
import styles from './MapFurniture.module.css'

/** The length of a round number of metres on the map. */
const Scale = ({ camera }: { readonly camera: MapCamera | null }) => {
  const t = useWords('map')
  if (camera === null) return null
  const bar = scaleBar(camera.metresPerPixel, 90)
  const text = new Intl.NumberFormat(intlOf(t.language), {
    style: 'unit',
    unit: bar.metres < 1000 ? 'meter' : 'kilometer',
    unitDisplay: 'short',
  }).format(bar.metres < 1000 ? bar.metres : bar.metres / 1000)
  return (
    <div className={styles.scale} style={{ inlineSize: `${bar.pixels}px` }}>
      {text}
    </div>
  )
}

/** Whose map this is: rendered by us, since the map library would put it there as HTML. */
const Attribution = ({ manifest }: { readonly manifest: PackManifest }) => (
  <details className={styles.attribution}>
    <summary>
      <Said k="map:credits" />
    </summary>
    <ul>
      {manifest.sources.map((source) => (
        <li key={source.id} lang="ja" translate="no">
          {source.credit}
        </li>
      ))}
    </ul>
  </details>
)

/** What stands on the map: my position, nearer, farther, north, scale, credits. */
export const MapFurniture = ({
  parts,
  manifest,
}: {
  readonly parts: Parts
  readonly manifest: PackManifest | null
}) => {
  const t = useWords('map')
  const { controller, camera, status } = useStore(parts.map)
  const isTurned = camera !== null && Math.round(camera.bearing) !== 0
  const hasMap = controller !== null && status !== 'failed'
  return (
    <>
      <div className={styles.controls} role="group" aria-label={t.label('controls')}>
        {isTurned ? (
          <IconButton
            floating
            icon="north"
            label={t.label('north')}
            onClick={() => controller?.faceNorth()}
          />
        ) : null}
        {hasMap ? (
          <>
            <IconButton floating icon="plus" label={t.label('nearer')} onClick={() => controller.zoomBy(1)} />
            <IconButton
              floating
              icon="minus"
              label={t.label('farther')}
              onClick={() => controller.zoomBy(-1)}
            />
          </>
        ) : null}
        <IconButton
          floating
          icon="layers"
          label={t.label('layers')}
          onClick={() => parts.routes.go('layers')}
        />
        <IconButton floating icon="here" label={t.label('here')} onClick={() => void parts.act.here()} />
      </div>
      <div className={styles.foot}>
        {hasMap ? <Scale camera={camera} /> : null}
        {manifest === null ? null : <Attribution manifest={manifest} />}
      </div>
    </>
  )
}
