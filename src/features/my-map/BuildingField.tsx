import { useState } from 'react'
import type { Building } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { BuildingFields, StockChips, type BuildingDraft } from '../stay/index.ts'
import styles from './ThingPanel.module.css'

type Draft = BuildingDraft & Pick<Building, 'stockHours'>
/** Nothing is presumed: a building that was never told of must not decide anything. */
const EMPTY: Draft = { storeys: null, floor: null, structure: 'unknown', stockHours: null }

/** The building of a place: kept as soon as it is whole, and not known as long as it is not. */
export const BuildingField = ({
  building,
  onChange,
}: {
  readonly building: Building | null
  readonly onChange: (building: Building | null) => void
}) => {
  const [draft, setDraft] = useState<Draft | null>(building)
  const change = (some: Partial<Draft>) => {
    const next = { ...EMPTY, ...draft, ...some }
    setDraft(next)
    const { storeys, floor, structure, stockHours } = next
    // What is half told decides nothing: the building of before counts no more either.
    if (storeys === null || floor === null || floor > storeys) onChange(null)
    else onChange({ storeys, floor, structure, stockHours })
  }
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:building.title" />
      </h3>
      {draft === null ? (
        <Actions>
          <Button icon="house" onClick={() => setDraft(EMPTY)}>
            <Said k="stay:form.start" />
          </Button>
        </Actions>
      ) : (
        <>
          <BuildingFields draft={draft} fault={null} onChange={change} />
          <StockChips hours={draft.stockHours} onChange={(stockHours) => change({ stockHours })} />
          {building === null ? (
            <Quiet>
              <Said k="mymap:building.incomplete" />
            </Quiet>
          ) : null}
          <Actions>
            <Button
              look="quiet"
              icon="bin"
              onClick={() => {
                setDraft(null)
                onChange(null)
              }}
            >
              <Said k="stay:form.clear" />
            </Button>
          </Actions>
        </>
      )}
    </section>
  )
}
