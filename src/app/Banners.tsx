import { useStore } from 'zustand'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { Said } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Parts } from './parts.ts'
import styles from './Banners.module.css'

/** True when at least one hazard layer is in the pack, whole or in part. */
export const hasHazards = (manifest: PackManifest): boolean =>
  manifest.layers.some(({ state }) => state === 'built' || state === 'partial')

/** What has to be known on every screen: made-up data, no hazard data, no network, a new version that waits. */
export const Banners = ({ parts }: { readonly parts: Parts }) => {
  const area = useStore(parts.areas.store, areaOf)
  const updated = useStore(parts.areas.store, (state) => state.updated)
  const { offline, updateReady } = useStore(parts.device)
  const manifest = area?.manifest ?? null
  return (
    <div className={styles.banners}>
      {manifest?.area.kind === 'sample' ? (
        <p className={styles.sample}>
          <span>
            <Said k="app:banner.sample" />
          </span>
        </p>
      ) : null}
      {manifest !== null && !hasHazards(manifest) ? (
        <p className={styles.noHazards}>
          <span>
            <Said k="app:banner.noHazards" />
          </span>
        </p>
      ) : null}
      <div role="status">
        {offline ? (
          <p className={styles.quiet}>
            <span>
              <Said k={area === null ? 'app:banner.offline' : 'app:banner.offlineAnswers'} />
            </span>
          </p>
        ) : null}
        {updated ? (
          <p className={styles.quiet}>
            <span>
              <Said k="app:banner.newData" />
            </span>
            <Button look="quiet" onClick={() => parts.areas.store.setState({ updated: false })}>
              <Said k="app:banner.understood" />
            </Button>
          </p>
        ) : null}
        {updateReady ? (
          <div className={styles.quiet}>
            <span>
              <Said k="app:update.ready" />
            </span>
            <Button look="main" onClick={() => parts.services.shell.applyUpdate()}>
              <Said k="app:update.now" />
            </Button>
            <Button look="quiet" onClick={() => parts.device.setState({ updateReady: false })}>
              <Said k="app:update.later" />
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
