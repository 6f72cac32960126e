import { useEffect, useRef, useState } from 'react'
import type { Building } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { BuildingFields, StockChips, type BuildingDraft } from '../stay/index.ts'
import styles from './ThingPanel.module.css'

type Draft = BuildingDraft & Pick<Building, 'stockHours'>
/** Nothing is presumed: a building that was never told of must not decide anything. */
const EMPTY: Draft = { storeys: null, floor: null, structure: 'unknown', stockHours: null }

/** The fields of a building that is being told of. */
const Fields = ({
  draft,
  isWhole,
  onChange,
  onClear,
}: {
  readonly draft: Draft
  readonly isWhole: boolean
  readonly onChange: (change: Partial<Draft>) => void
  readonly onClear: () => void
}) => (
  <>
    <BuildingFields draft={draft} fault={null} onChange={onChange} />
    <StockChips hours={draft.stockHours} onChange={(stockHours) => onChange({ stockHours })} />
    {isWhole ? null : (
      <Quiet>
        <Said k="mymap:building.incomplete" />
      </Quiet>
    )}
    <Actions>
      <Button look="quiet" icon="bin" onClick={onClear}>
        <Said k="stay:form.clear" />
      </Button>
    </Actions>
  </>
)

/** The building of a place: kept as soon as it is whole, and not known as long as it is not. */
export const BuildingField = ({
  building,
  onChange,
}: {
  readonly building: Building | null
  readonly onChange: (building: Building | null) => void
}) => {
  const [draft, setDraft] = useState<Draft | null>(building)
  const part = useRef<HTMLElement>(null)
  const acted = useRef(false)
  const isTold = draft !== null
  useEffect(() => {
    // The button that was pressed is gone: the focus goes to the first field, or back to the button that asks for one.
    if (acted.current) part.current?.querySelector<HTMLElement>('input, button')?.focus()
    acted.current = false
  }, [isTold])
  const sent = useRef(building)
  useEffect(() => {
    // It was changed elsewhere: undone, or in another tab.
    if (JSON.stringify(building) !== JSON.stringify(sent.current)) setDraft(building)
    sent.current = building
  }, [building])
  const send = (next: Building | null) => {
    sent.current = next
    onChange(next)
  }
  const tell = (next: Draft | null) => {
    acted.current = true
    setDraft(next)
  }
  const change = (some: Partial<Draft>) => {
    const next = { ...EMPTY, ...draft, ...some }
    setDraft(next)
    const { storeys, floor, structure, stockHours } = next
    // What is half told decides nothing: the building of before counts no more either.
    if (storeys === null || floor === null || floor > storeys) send(null)
    else send({ storeys, floor, structure, stockHours })
  }
  const clear = () => {
    tell(null)
    send(null)
  }
  return (
    <section ref={part} className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:building.title" />
      </h3>
      {draft === null ? (
        <Actions>
          <Button icon="house" onClick={() => tell(EMPTY)}>
            <Said k="stay:form.start" />
          </Button>
        </Actions>
      ) : (
        <Fields draft={draft} isWhole={building !== null} onChange={change} onClear={clear} />
      )}
    </section>
  )
}
