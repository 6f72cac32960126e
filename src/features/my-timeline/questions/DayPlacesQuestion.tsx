import { useState } from 'react'
import { addEntry, changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { MOST, roundPosition, type PlanPlace } from '#domain/plan/plan.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import { peopleOf } from '#domain/timeline/household-roles.ts'
import { Said, useWords } from '#i18n/index.ts'
import { PlacePicker, type ChosenPlace } from '#features/my-map/index.ts'
import { Button } from '#ui/Button.tsx'
import { Checks } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import styles from '../interview.module.css'
import { personPhrase } from '../person.ts'
import { PlaceWords } from './HomeQuestion.tsx'
import type { QuestionProps } from './question-props.ts'

const DAY_KINDS = ['school', 'work', 'clinic', 'parents'] as const
type DayKind = (typeof DAY_KINDS)[number]

const DayPlace = ({
  tools,
  plan,
  facts,
  edit,
  place,
}: Pick<QuestionProps, 'tools' | 'plan' | 'facts' | 'edit'> & { readonly place: PlanPlace }) => {
  const t = useWords('interview')
  const people = peopleOf(plan)
  const risk = facts.places.find((one) => one.place.id === place.id)?.risk ?? null
  const report = risk === null || tools.area === null ? null : describeRisk(risk, tools.area.manifest)
  const kind = t.label(`placeKind.${place.kind}`)
  return (
    <li className={styles.card}>
      <h4>
        <Said k={`interview:placeKind.${place.kind}`} />
      </h4>
      <p>
        <PlaceWords area={tools.area} place={place} />
      </p>
      {report === null ? null : (
        <Notice tone={report.reports[0]?.tone ?? 'unknown'}>
          <p>
            <Said phrase={report.headline} />
          </p>
        </Notice>
      )}
      {people.length === 0 ? null : (
        <Checks
          legend={<Said k="interview:dayPlaces.who" />}
          options={people.map((member) => ({
            value: member.id,
            label: <Said phrase={personPhrase(plan, member)} />,
          }))}
          checked={place.members}
          onChange={(members) => edit(changeEntry('places', place.id, { members: [...members] }))}
        />
      )}
      <Actions>
        <Button
          icon="bin"
          look="quiet"
          aria-label={t.label('removeNamed', { name: `${kind} ${place.name}`.trim() })}
          onClick={() => edit(removeEntry('places', place.id))}
        >
          <Said k="interview:remove" />
        </Button>
      </Actions>
    </li>
  )
}

/** School, work, clinic, parents: where somebody of the family is by day. */
export const DayPlacesQuestion = ({ tools, plan, facts, edit }: QuestionProps) => {
  const [picking, setPicking] = useState<DayKind | null>(null)
  const places = plan.places.filter(({ kind }) => (DAY_KINDS as readonly string[]).includes(kind))
  const choose = ({ at, name }: ChosenPlace) => {
    if (picking === null) return
    const place = { kind: picking, name, at: roundPosition(at), building: null, members: [], note: '' }
    if (edit(addEntry('places', place))) setPicking(null)
  }
  return (
    <>
      {places.length === 0 ? null : (
        <ul className={styles.list}>
          {places.map((place) => (
            <DayPlace key={place.id} tools={tools} plan={plan} facts={facts} edit={edit} place={place} />
          ))}
        </ul>
      )}
      {picking === null ? (
        plan.places.length < MOST.places ? (
          <Actions>
            {DAY_KINDS.map((kind) => (
              <Button key={kind} icon="plus" onClick={() => setPicking(kind)}>
                <Said k={`interview:placeKind.${kind}`} />
              </Button>
            ))}
          </Actions>
        ) : null
      ) : (
        <div className={styles.card}>
          <h4>
            <Said k={`interview:dayPlaces.where.${picking}`} />
          </h4>
          <PlacePicker tools={tools} onChoose={choose} autoFocus />
          <Actions>
            <Button look="quiet" onClick={() => setPicking(null)}>
              <Said k="interview:cancel" />
            </Button>
          </Actions>
        </div>
      )}
      <Quiet>
        <Said k="interview:dayPlaces.none" />
      </Quiet>
    </>
  )
}
