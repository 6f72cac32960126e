import { useEffect, useRef, useState } from 'react'
import { NEEDS_TIME, type Home } from '#domain/stay/home.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { BuildingFields } from './BuildingFields.tsx'
import { checkDraft, EMPTY_DRAFT, toggle, type Draft, type DraftFault } from './draft.ts'
import { StockChips } from './StockChips.tsx'
import styles from './HomeForm.module.css'

type Part = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void }

const Household = ({ draft, onChange }: Part) => (
  <fieldset className={styles.part}>
    <legend>
      <Said k="stay:form.household" />
    </legend>
    <div className={styles.checks}>
      {NEEDS_TIME.map((who) => (
        <label key={who} className={styles.check}>
          <input
            type="checkbox"
            checked={draft.household.includes(who)}
            onChange={() => onChange({ household: toggle(draft.household, who) })}
          />
          <span>
            <Said k={`stay:form.who.${who}`} />
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** The building and the household, on one screen. Nothing is sent anywhere. */
export const HomeForm = ({
  home,
  onSave,
  onCancel,
}: {
  readonly home: Home | null
  readonly onSave: (home: Home) => void
  readonly onCancel: () => void
}) => {
  const [draft, setDraft] = useState<Draft>(home ?? EMPTY_DRAFT)
  const [fault, setFault] = useState<DraftFault | null>(null)
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  const change = (some: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...some }))
    setFault(null)
  }
  const save = () => {
    const checked = checkDraft(draft)
    if (checked.ok) onSave(checked.home)
    else setFault(checked.fault)
  }
  return (
    <div className={styles.form} ref={first}>
      <BuildingFields draft={draft} fault={fault} onChange={change} />
      <Household draft={draft} onChange={change} />
      <StockChips hours={draft.stockHours} onChange={(stockHours) => change({ stockHours })} />
      <div role="alert">
        {fault === null ? null : (
          <p className={styles.fault}>
            <Said k={`stay:form.error.${fault}`} />
          </p>
        )}
      </div>
      <Actions>
        <Button look="main" onClick={save}>
          <Said k="stay:form.save" />
        </Button>
        <Button onClick={onCancel}>
          <Said k="stay:form.cancel" />
        </Button>
      </Actions>
      <Quiet>
        <Said k="stay:form.kept" />
      </Quiet>
    </div>
  )
}
