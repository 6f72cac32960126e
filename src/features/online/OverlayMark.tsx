import { useStore } from 'zustand'
import { OFFICIAL_CREDIT } from '#domain/official-tiles/credit.ts'
import { Said, useWords } from '#i18n/index.ts'
import { IconButton } from '#ui/Button.tsx'
import type { OnlineCommands } from './commands.ts'
import type { OnlineStore } from './store.ts'
import styles from './online.module.css'

/** Stands on the map while an official layer lies over it: which one, whose, that some of it is missing, and the way to take it off. */
export const OverlayMark = ({
  store,
  commands,
}: {
  readonly store: OnlineStore
  readonly commands: OnlineCommands
}) => {
  const t = useWords('online')
  const { overlay, overlayFailed } = useStore(store)
  if (overlay === null) return null
  return (
    <div className={styles.overMap}>
      <p role="status">
        <b>
          <Said k="online:overlay.online" />
        </b>{' '}
        <Said k={`online:layer.${overlay}`} />{' '}
        <span className={styles.credit} lang="ja" translate="no">
          {OFFICIAL_CREDIT}
        </span>{' '}
        {overlayFailed ? (
          <b className={styles.failed}>
            <Said k="online:overlay.failed" />
          </b>
        ) : null}
      </p>
      <IconButton icon="close" label={t.label('overlay.takeOff')} onClick={() => commands.show(null)} />
    </div>
  )
}
