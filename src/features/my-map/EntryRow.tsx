import type { ReactNode } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { MyIcon } from '#map/symbols/my-pictograms.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button, IconButton } from '#ui/Button.tsx'
import type { PlanTools } from '../plan/index.ts'
import { MyPicture } from './MyPicture.tsx'
import styles from './MyMapPanel.module.css'

/** Where an entry stands in its list, and how it is moved; null where the order means nothing. */
export type Moving = {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
}

type RowProps = {
  readonly tools: PlanTools
  readonly id: string
  readonly icon: MyIcon | null
  /** Plain text. */
  readonly name: string
  /** The key of the words for its kind; null where the name says it already. */
  readonly kind: string | null
  /** null = it lies nowhere. */
  readonly at: LngLat | null
  readonly moving: Moving | null
  readonly onDelete: () => void
  readonly onOpen: () => void
  readonly children: ReactNode
}

const Buttons = ({ tools, name, at, moving, onDelete, onOpen }: RowProps) => {
  const t = useWords('mymap')
  const { showOnMap } = tools
  return (
    <div className={styles.buttons}>
      <Button icon="pencil" data-act="open" aria-label={t.label('row.edit', { name })} onClick={onOpen}>
        <Said k="mymap:row.open" />
      </Button>
      {showOnMap === null || at === null ? null : (
        <Button icon="pin" aria-label={t.label('row.show', { name })} onClick={() => showOnMap(at)}>
          <Said k="app:site.show" />
        </Button>
      )}
      <div className={styles.marks}>
        {moving === null ? null : (
          <>
            <IconButton
              icon="up"
              data-act="up"
              label={t.label('row.up', { name })}
              disabled={moving.isFirst}
              onClick={() => moving.onMove(-1)}
            />
            <IconButton
              icon="down"
              data-act="down"
              label={t.label('row.down', { name })}
              disabled={moving.isLast}
              onClick={() => moving.onMove(1)}
            />
          </>
        )}
        <IconButton icon="bin" data-act="bin" label={t.label('row.delete', { name })} onClick={onDelete} />
      </div>
    </div>
  )
}

/** One thing of the plan: what it is, what is known of it, and what can be done with it. */
export const EntryRow = (props: RowProps) => {
  const { id, icon, name, kind, children } = props
  return (
    <li className={styles.entry} data-thing={id}>
      <div className={styles.head}>
        {icon === null ? null : <MyPicture icon={icon} />}
        <h4 className={styles.name}>
          <span>{name}</span>
          {kind === null ? null : (
            <span className={styles.kind}>
              <Said k={kind} />
            </span>
          )}
        </h4>
      </div>
      <div className={styles.facts}>{children}</div>
      <Buttons {...props} />
    </li>
  )
}
