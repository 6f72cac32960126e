import { useEffect, useRef, useState } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { Heard, Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import type { PlanTools } from '../plan/index.ts'
import { NearName } from './NearName.tsx'
import { PlacePicker, type ChosenPlace } from './PlacePicker.tsx'
import styles from './ThingPanel.module.css'

/** Where something is: told by what is near it, chosen anew with the picker, shown on the map where there is one. */
export const WhereField = ({
  tools,
  at,
  onChange,
  onClear = null,
}: {
  readonly tools: PlanTools
  readonly at: LngLat | null
  readonly onChange: (chosen: ChosenPlace) => void
  /** Takes the place away, where none is needed. */
  readonly onClear?: (() => void) | null
}) => {
  const [isPicking, setPicking] = useState(at === null && onClear === null)
  const [isChosen, setChosen] = useState(false)
  const where = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The picker that held the focus is gone: whoever chose goes on where the place is told.
    if (isChosen && !isPicking) where.current?.focus()
  }, [isChosen, isPicking])
  const take = (chosen: ChosenPlace) => {
    setPicking(false)
    setChosen(true)
    onChange(chosen)
  }
  const { showOnMap } = tools
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:where.title" />
      </h3>
      <p ref={where} tabIndex={-1} className={styles.value}>
        {at === null ? <Said k="mymap:where.none" /> : <NearName area={tools.area} at={at} />}
      </p>
      <LiveRegion>{isChosen && !isPicking ? <Heard k="mymap:where.chosen" /> : null}</LiveRegion>
      <Actions>
        {at === null && isPicking && onClear === null ? null : (
          <Button icon="pin" aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>
            <Said k={`mymap:where.${isPicking ? 'close' : at === null ? 'choose' : 'change'}`} />
          </Button>
        )}
        {at === null || showOnMap === null ? null : (
          <Button onClick={() => showOnMap(at)}>
            <Said k="app:site.show" />
          </Button>
        )}
        {at === null || onClear === null ? null : (
          <Button look="quiet" icon="bin" onClick={onClear}>
            <Said k="mymap:where.clear" />
          </Button>
        )}
      </Actions>
      {isPicking ? <PlacePicker tools={tools} onChoose={take} /> : null}
    </section>
  )
}
