import { useEffect, useRef, useState } from 'react'
import { NEEDS_TIME, STRUCTURES, type Home } from '#domain/stay/home.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { checkDraft, daysOf, EMPTY_DRAFT, STOCK_DAYS, toggle, type Draft, type DraftFault } from './draft.ts'
import { StoreyChoice } from './StoreyChoice.tsx'
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

const Stock = ({ draft, onChange }: Part) => {
  const days = daysOf(draft.stockHours)
  return (
    <Chips
      legend={<Said k="stay:form.stock" />}
      options={[
        { value: 'unknown', label: <Said k="stay:form.days.unknown" /> },
        ...STOCK_DAYS.map((one) => ({ value: String(one), label: <Said k={`stay:form.days.d${one}`} /> })),
      ]}
      value={days === null ? 'unknown' : String(days)}
      onChange={(value) => onChange({ stockHours: value === 'unknown' ? null : Number(value) * 24 })}
    />
  )
}

/** A floor is asked for anew where the building has it no more, never quietly lowered; a bungalow has only one. */
function floorIn(storeys: number | null, draft: Draft): number | null {
  if (storeys === 1) return 1
  const gone = storeys !== null && draft.floor !== null && draft.floor > storeys
  return gone || draft.storeys === 1 ? null : draft.floor
}

const Building = ({ draft, fault, onChange }: Part & { readonly fault: DraftFault | null }) => (
  <>
    <StoreyChoice
      legend={<Said k="stay:form.storeys" />}
      numberLabel={<Said k="stay:form.storeysMany" />}
      value={draft.storeys}
      upTo={null}
      invalid={fault === 'storeys' || fault === 'floorAboveRoof'}
      onChange={(storeys) => onChange({ storeys, floor: floorIn(storeys, draft) })}
    />
    <StoreyChoice
      key={draft.storeys === null ? 'any' : draft.storeys <= 3 ? draft.storeys : 'tall'}
      legend={<Said k="stay:form.floor" />}
      numberLabel={<Said k="stay:form.floorMany" />}
      value={draft.floor}
      upTo={draft.storeys}
      invalid={fault === 'floor' || fault === 'floorAboveRoof'}
      onChange={(floor) => onChange({ floor })}
    />
    <Chips
      legend={<Said k="stay:form.structure" />}
      options={STRUCTURES.map((value) => ({ value, label: <Said k={`stay:form.structures.${value}`} /> }))}
      value={draft.structure}
      onChange={(structure) => onChange({ structure })}
    />
  </>
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
      <Building draft={draft} fault={fault} onChange={change} />
      <Household draft={draft} onChange={change} />
      <Stock draft={draft} onChange={change} />
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
