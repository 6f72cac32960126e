import { MOST_IN_SCENARIO } from '#domain/drills/scenario-schema.ts'
import { describeTrigger } from '#domain/timeline/describe-timeline.ts'
import {
  TRIGGER_IDS,
  triggerOf,
  triggersOf,
  type TimelineHazard,
  type TriggerId,
} from '#domain/timeline/trigger.ts'
import { plain, Said, useWords, type SayWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Field.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import type { DraftProps } from './DrillFrame.tsx'
import styles from './drill.module.css'
import { FaultBox } from './FaultLine.tsx'
import { NumberField } from './NumberField.tsx'

type Signal = DraftProps['draft']['signals'][number]

/** Step 3: warnings, orders and signs, by the minute. */
export const DrillSignals = ({ draft, onDraft }: DraftProps) => {
  const { signals, hazard } = draft
  const set = (next: readonly Signal[]) => onDraft({ ...draft, signals: next })
  const free = triggersOf(hazard).filter((id) => !signals.some(({ trigger }) => trigger === id))
  const last = signals.at(-1)
  const next =
    free.find((id) => last === undefined || TRIGGER_IDS.indexOf(id) > TRIGGER_IDS.indexOf(last.trigger)) ??
    free[0]
  const isSorted = signals.every(({ minute }, index) => !(minute < (signals[index - 1]?.minute ?? 0)))
  return (
    <Section title={<Said k="staff:drill.signals.title" />}>
      <FaultBox field="signals">
        {signals.length === 0 ? (
          <Quiet>
            <Said k="staff:drill.signals.none" />
          </Quiet>
        ) : (
          <ol className={styles.rows}>
            {signals.map((signal, index) => (
              <Row
                key={index}
                signal={signal}
                index={index}
                hazard={hazard}
                onChange={(changed) => set(signals.with(index, changed))}
                onRemove={() => set(signals.toSpliced(index, 1))}
              />
            ))}
          </ol>
        )}
      </FaultBox>
      <Actions>
        <Button
          icon="plus"
          disabled={next === undefined || signals.length >= MOST_IN_SCENARIO.signals}
          onClick={() => {
            if (next !== undefined) set([...signals, { minute: last?.minute ?? 0, trigger: next }])
          }}
        >
          <Said k="staff:drill.signals.add" />
        </Button>
        {isSorted ? null : (
          <Button icon="list" onClick={() => set(signals.toSorted((a, b) => a.minute - b.minute))}>
            <Said k="staff:drill.signals.sort" />
          </Button>
        )}
      </Actions>
    </Section>
  )
}

const Row = ({
  signal,
  index,
  hazard,
  onChange,
  onRemove,
}: {
  readonly signal: Signal
  readonly index: number
  readonly hazard: DraftProps['draft']['hazard']
  readonly onChange: (signal: Signal) => void
  readonly onRemove: () => void
}) => {
  const t = useWords('staff')
  const own = triggersOf(hazard)
  // One of another danger stays in the list until another is chosen: else it would seem to be what it is not.
  const offered = own.includes(signal.trigger) ? own : [signal.trigger, ...own]
  const number = index + 1
  return (
    <li className={styles.row} aria-label={t.label('drill.signals.row', { number })}>
      <NumberField
        field={`signals.${index}.minute`}
        label={<Said k="staff:drill.signals.minute" />}
        value={signal.minute}
        onCommit={(minute) => onChange({ ...signal, minute })}
      />
      <FaultBox field={`signals.${index}.trigger`}>
        <Select
          label={<Said k="staff:drill.signals.trigger" />}
          value={signal.trigger}
          options={offered.map((value) => ({
            value: value as string,
            text: nameOf(value, own.includes(value) ? hazard : triggerOf(value).hazards[0], t),
          }))}
          onChange={(chosen) =>
            onChange({ ...signal, trigger: offered.find((one) => one === chosen) ?? signal.trigger })
          }
        />
      </FaultBox>
      <RemoveButton onRemove={onRemove}>{t.label('drill.signals.row', { number })}</RemoveButton>
    </li>
  )
}

/** Its name, with the hours before where several share one. */
function nameOf(id: TriggerId, hazard: TimelineHazard | undefined, t: SayWords): string {
  const { name, says, time } = describeTrigger(id, hazard ?? 'flood')
  const isShared = time !== null && says.key === 'timeline:says.forecast'
  return plain(isShared ? `${t.phrase(name)} – ${t.phrase(time)}` : t.phrase(name))
}

/** Its name says what goes away; what is seen is the first word of it. */
export const RemoveButton = ({
  onRemove,
  children,
}: {
  readonly onRemove: () => void
  readonly children: string
}) => (
  <Button icon="close" look="quiet" onClick={onRemove}>
    <Said k="staff:where.remove" />
    <VisuallyHidden>{` ${children}`}</VisuallyHidden>
  </Button>
)
