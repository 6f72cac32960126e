import { describeWay } from '#domain/plan/describe-facts.ts'
import { DESTINATION_KINDS, type Destination } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Checks, TextField } from '#ui/Field.tsx'
import type { PlanTools } from '../plan/index.ts'
import { goalChecks } from './goal-checks.ts'
import { GoalChecks } from './GoalChecks.tsx'
import { SiteChoice } from './SiteChoice.tsx'
import { NameField, NoteField, PhoneField } from './TextFields.tsx'
import { useFacts } from './use-facts.ts'
import type { Editing } from './use-thing.ts'
import { WhereField } from './WhereField.tsx'
import styles from './ThingPanel.module.css'

type Props = { readonly tools: PlanTools; readonly editing: Editing<'destinations'> }

/** Another kind of place: what belonged to the former one only goes with it. */
const ofKind = (kind: Destination['kind'], { at }: Pick<Destination, 'at'>): Partial<Destination> => ({
  kind,
  site: null,
  at: kind === 'upstairs' ? null : at,
})

const Kind = ({ editing: { draft, change } }: Pick<Props, 'editing'>) => (
  <Chips
    legend={<Said k="mymap:goal.kind" />}
    options={DESTINATION_KINDS.map((value) => ({
      value,
      label: <Said k={`mymap:kind.destination.${value}`} />,
    }))}
    value={draft.value.kind}
    onChange={(kind) => change(ofKind(kind, draft.value))}
  />
)

/** Minutes as they were typed; null = nothing, undefined = it is no number of minutes. */
export function readMinutes(text: string): number | null | undefined {
  const typed = cleanText(text.normalize('NFKC'), 10)
  if (typed === '') return null
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : Infinity
  return minutes <= 1440 ? minutes : undefined
}

const Way = ({ editing: { draft, change, refuse } }: Pick<Props, 'editing'>) => {
  const { by, minutes } = draft.value
  return (
    <>
      <Chips
        legend={<Said k="mymap:goal.by" />}
        options={(['walk', 'car'] as const).map((value) => ({
          value,
          label: <Said k={`mymap:goal.${value}`} />,
        }))}
        value={by}
        onChange={(value) => change({ by: value })}
      />
      <TextField
        label={<Said k="mymap:goal.minutes" />}
        hint={<Said k="mymap:goal.minutesHint" />}
        value={minutes === null ? '' : String(minutes)}
        most={6}
        type="number"
        onCommit={(text) => {
          const read = readMinutes(text)
          if (read === undefined) refuse('minutes')
          else change({ minutes: read })
        }}
      />
    </>
  )
}

/** What the pack tells of it: each danger, and how long the way takes. */
const Checked = ({ tools, editing: { whole, draft } }: Props) => {
  const facts = useFacts(tools, whole)?.destinations.find(({ destination }) => destination.id === whole?.id)
  if (facts === undefined) return null
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:goal.checked" />
      </h3>
      {facts.way === null
        ? null
        : describeWay(facts.way, draft.value.by, facts.isBarred).map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))}
      <GoalChecks checks={goalChecks(facts)} />
    </section>
  )
}

/** A place to go to: a designated site out of the list, relatives, a hotel, upstairs … */
export const DestinationForm = ({ tools, editing }: Props) => {
  const { plan, draft, change, refuse } = editing
  const { kind, site, name, at, hazards, phone, note } = draft.value
  const hasList = tools.area?.sites != null && tools.area.sites.length > 0
  return (
    <>
      <Kind editing={editing} />
      {kind === 'site' ? (
        <SiteChoice area={tools.area} plan={plan} site={site} name={name} onChoose={change} />
      ) : null}
      {kind === 'upstairs' || (kind === 'site' && hasList) ? null : (
        <WhereField
          key={kind}
          tools={tools}
          at={at}
          onChange={(chosen) => change({ at: [...chosen.at], ...(name === '' ? { name: chosen.name } : {}) })}
          onClear={() => change({ at: null })}
        />
      )}
      <NameField value={name} onCommit={(text) => change({ name: text })} />
      <Checked tools={tools} editing={editing} />
      <Checks
        legend={<Said k="mymap:goal.hazards" />}
        options={TIMELINE_HAZARDS.map((value) => ({ value, label: <Said k={`hazards:site.${value}`} /> }))}
        checked={hazards}
        onChange={(chosen) => change({ hazards: [...chosen] })}
      />
      <p>
        <Said k="mymap:goal.all" />
      </p>
      {kind === 'upstairs' ? null : <Way editing={editing} />}
      <PhoneField
        value={phone}
        onCommit={(text) => change({ phone: text })}
        onWrong={() => refuse('phone')}
      />
      <NoteField value={note} onCommit={(text) => change({ note: text })} />
    </>
  )
}
