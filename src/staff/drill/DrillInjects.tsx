import { useState } from 'react'
import { MOST_IN_SCENARIO } from '#domain/drills/scenario-schema.ts'
import { describeInject } from '#domain/drills/describe-scenario.ts'
import { INJECT_KINDS, type Inject } from '#domain/drills/scenario.ts'
import { newInject, withKind } from '#domain/publish/draft-scenario.ts'
import { Said, plain, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Field.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import type { DraftProps } from './DrillFrame.tsx'
import styles from './drill.module.css'
import { RemoveButton } from './DrillSignals.tsx'
import { percentOf } from './DrillWater.tsx'
import { FaultBox } from './FaultLine.tsx'
import { InjectPlace, type PlaceProps } from './InjectPlace.tsx'
import { NumberField } from './NumberField.tsx'

type InjectsProps = DraftProps & Pick<PlaceProps, 'services' | 'open'>

/** Step 5: what comes between, to whom, when and where. */
export const DrillInjects = ({ draft, onDraft, services, open }: InjectsProps) => {
  const { injects } = draft
  const [mapOf, setMapOf] = useState<string | null>(null)
  const set = (next: readonly Inject[]) => onDraft({ ...draft, injects: next })
  return (
    <Section title={<Said k="staff:drill.injects.title" />}>
      <FaultBox field="injects">
        {injects.length === 0 ? (
          <Quiet>
            <Said k="staff:drill.injects.none" />
          </Quiet>
        ) : (
          <ol className={styles.rows}>
            {injects.map((inject, index) => (
              <Row
                key={inject.id}
                inject={inject}
                index={index}
                services={services}
                open={open}
                isMapShown={mapOf === inject.id}
                onMap={(isShown) => setMapOf(isShown ? inject.id : null)}
                onChange={(changed) => set(injects.with(index, changed))}
                onRemove={() => set(injects.toSpliced(index, 1))}
              />
            ))}
          </ol>
        )}
      </FaultBox>
      <Actions>
        <Button
          icon="plus"
          disabled={injects.length >= MOST_IN_SCENARIO.injects}
          onClick={() => set([...injects, newInject('roadShut', injects)])}
        >
          <Said k="staff:drill.injects.add" />
        </Button>
      </Actions>
    </Section>
  )
}

type RowProps = PlaceProps & { readonly onRemove: () => void }

const Row = ({ onRemove, ...props }: RowProps) => {
  const t = useWords('staff')
  const { inject, index, onChange } = props
  const field = `injects.${index}`
  const name = t.label('drill.injects.row', { number: index + 1 })
  return (
    <li className={styles.inject} aria-label={name}>
      <Select
        label={<Said k="staff:drill.injects.kind" />}
        value={inject.kind}
        options={INJECT_KINDS.map((value) => ({
          value: value as string,
          text: plain(t.phrase(describeInject({ kind: value, minutes: inject.minutes ?? 10 }))),
        }))}
        onChange={(chosen) =>
          onChange(withKind(inject, INJECT_KINDS.find((one) => one === chosen) ?? inject.kind))
        }
      />
      <When field={field} {...props} />
      {inject.minutes === null ? null : (
        <NumberField
          field={`${field}.minutes`}
          label={<Said k="staff:drill.injects.helping" />}
          value={inject.minutes}
          onCommit={(minutes) => onChange({ ...inject, minutes })}
        />
      )}
      <InjectPlace {...props} />
      <div className={styles.last}>
        <FaultBox field={field}>
          <RemoveButton onRemove={onRemove}>{name}</RemoveButton>
        </FaultBox>
      </div>
    </li>
  )
}

const WHOM = ['anybody', 'walking', 'standing'] as const

const When = ({ inject, field, onChange }: RowWhen) => {
  const t = useWords('staff')
  const { when } = inject
  const set = (change: Partial<Inject['when']>) => onChange({ ...inject, when: { ...when, ...change } })
  const whom = when.onTheWay === null ? 'anybody' : when.onTheWay ? 'walking' : 'standing'
  return (
    <>
      <NumberField
        field={`${field}.when.fromMinute`}
        label={<Said k="staff:drill.injects.fromMinute" />}
        value={when.fromMinute}
        onCommit={(fromMinute) => set({ fromMinute })}
      />
      <NumberField
        field={`${field}.when.share`}
        label={<Said k="staff:drill.injects.share" />}
        value={percentOf(when.share)}
        onCommit={(percent) => set({ share: percent / 100 })}
      />
      <Select
        label={<Said k="staff:drill.injects.onTheWay" />}
        value={whom}
        options={WHOM.map((value) => ({ value, text: t.label(`drill.injects.${value}`) }))}
        onChange={(chosen) => set({ onTheWay: chosen === 'anybody' ? null : chosen === 'walking' })}
      />
    </>
  )
}
type RowWhen = Pick<RowProps, 'inject' | 'onChange'> & { readonly field: string }
