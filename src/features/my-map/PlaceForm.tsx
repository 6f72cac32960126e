import { useMemo } from 'react'
import { PLACE_KINDS } from '#domain/plan/plan.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import type { Home } from '#domain/stay/home.ts'
import { needsTimeOf } from '#domain/plan/household.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Checks } from '#ui/Field.tsx'
import type { PlanTools } from '../plan/index.ts'
import { StayOutcome } from '../stay/index.ts'
import { BuildingField } from './BuildingField.tsx'
import { MyPicture } from './MyPicture.tsx'
import { RiskPart } from './RiskPart.tsx'
import { NameField, NoteField } from './TextFields.tsx'
import type { Editing } from './use-thing.ts'
import { WhereField } from './WhereField.tsx'
import styles from './ThingPanel.module.css'

type Props = { readonly tools: PlanTools; readonly editing: Editing<'places'> }

/** What reaches the place, and where its building was told whether one can stay in it. */
const Answer = ({ tools, editing: { plan, draft } }: Props) => {
  const { at, building } = draft.value
  const { area } = tools
  const risk = useMemo(() => (area === null || at === null ? null : assessRisk(area, at)), [area, at])
  const home = useMemo(
    (): Home | null => (building === null ? null : { ...building, household: needsTimeOf(plan) }),
    [building, plan],
  )
  return (
    <>
      {risk === null || home === null ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}>
            <Said k="stay:title" />
          </h3>
          <StayOutcome risk={risk} home={home} decision={decideStay(risk, home)} />
        </section>
      )}
      <RiskPart area={area} risk={risk} paint={tools.paint} />
    </>
  )
}

/** A place of the family: home, school, work … */
export const PlaceForm = ({ tools, editing }: Props) => {
  const { plan, draft, change, id } = editing
  const { kind, name, at, building, members, note } = draft.value
  return (
    <>
      <Chips
        legend={<Said k="mymap:thing.placeKind" />}
        options={PLACE_KINDS.map((value) => ({
          value,
          label: (
            <span className={styles.kind}>
              <MyPicture icon={value === 'home' ? 'home' : 'place'} />
              <Said k={`mymap:kind.place.${value}`} />
            </span>
          ),
        }))}
        value={kind}
        onChange={(value) => change({ kind: value })}
      />
      <WhereField
        tools={tools}
        at={at}
        onChange={(chosen) =>
          change({ at: [...chosen.at], ...(name === '' && chosen.name !== '' ? { name: chosen.name } : {}) })
        }
      />
      <NameField value={name} onCommit={(text) => change({ name: text })} />
      <Answer tools={tools} editing={editing} />
      <BuildingField key={id} building={building} onChange={(told) => change({ building: told })} />
      {plan.household.members.length === 0 ? null : (
        <Checks
          legend={<Said k="mymap:thing.members" />}
          options={plan.household.members.map((member) => ({ value: member.id, label: member.name }))}
          checked={members}
          onChange={(who) => change({ members: [...who] })}
        />
      )}
      <NoteField value={note} onCommit={(text) => change({ note: text })} />
    </>
  )
}
