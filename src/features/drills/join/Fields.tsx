import { useState } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { isInside } from '#domain/geo/lng-lat.ts'
import { DRILL_MODES, type Scenario } from '#domain/drills/scenario.ts'
import type { Member, Plan } from '#domain/plan/plan.ts'
import { PROFILES } from '#domain/routes/profiles.ts'
import { PlacePicker, type ChosenPlace } from '#features/my-map/index.ts'
import { personPhrase } from '#features/my-timeline/index.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { knownStarts, withMember, type Chosen, type From } from './joining.ts'
import styles from './join.module.css'

type Props = {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

/** How it is done, with one sentence on what that means. */
export const HowField = ({ scenario, chosen, onChange }: Props & { readonly scenario: Scenario }) => (
  <div className={styles.where}>
    <Chips
      legend={<Said k="drills:join.how" />}
      options={DRILL_MODES.filter((mode) => scenario.modes.includes(mode)).map((value) => ({
        value,
        label: <Said k={`drills:mode.${value}`} />,
      }))}
      value={chosen.mode}
      onChange={(mode) => onChange({ ...chosen, mode })}
    />
    <Quiet>
      <Said k={`drills:join.means.${chosen.mode}`} />
    </Quiet>
  </div>
)

/** Who walks: a member of the plan where there is one, and how they walk. */
export const WhoField = ({
  plan,
  members,
  chosen,
  onChange,
}: Props & { readonly plan: Plan | null; readonly members: readonly Member[] }) => (
  <>
    {plan === null || members.length === 0 ? null : (
      <Chips
        legend={<Said k="drills:join.member" />}
        options={[
          { value: '', label: <Said k="mymap:thing.notTold" /> },
          ...members.map((member) => ({
            value: member.id,
            label: <Said phrase={personPhrase(plan, member)} />,
          })),
        ]}
        value={chosen.who ?? ''}
        onChange={(id) => onChange(withMember(chosen, members, id === '' ? null : id))}
      />
    )}
    <Chips
      legend={<Said k="roads:who.title" />}
      options={PROFILES.map((value) => ({ value, label: <Said k={`roads:who.${value}`} /> }))}
      value={chosen.profile}
      onChange={(profile) => onChange({ ...chosen, profile })}
    />
  </>
)

/** A place as it was named; else its numbers: 1e-4 degrees are about 10 m. */
const PlaceName = ({ at, name }: { readonly at: LngLat; readonly name: string }) =>
  name === '' ? (
    <bdi dir="ltr">{`${at[1].toFixed(4)}, ${at[0].toFixed(4)}`}</bdi>
  ) : (
    <bdi translate="no">{name}</bdi>
  )

/** A place that is searched for, or where the device is now; only one within the open area can be taken. */
const Picker = ({
  tools,
  onChoose,
}: {
  readonly tools: DrillTools
  readonly onChoose: (chosen: ChosenPlace) => void
}) => {
  const [isOutside, setOutside] = useState(false)
  const choose = (place: ChosenPlace) => {
    const isIn = tools.area !== null && isInside(place.at, tools.area.manifest.bounds)
    setOutside(!isIn)
    if (isIn) onChoose(place)
  }
  return (
    <>
      <PlacePicker tools={{ area: tools.area, locator: tools.locator, draw: null }} onChoose={choose} />
      <div role="alert" className={styles.fault}>
        {isOutside ? (
          <p>
            <Said k="app:answer.outside" />
          </p>
        ) : null}
      </div>
    </>
  )
}

/** From where. */
export const WhereField = ({ tools, chosen, onChange }: Props & { readonly tools: DrillTools }) => {
  const { home, asked } = knownStarts(tools)
  const { from, other } = chosen
  const options = [
    ...(home === null ? [] : [{ value: 'home' as const, label: <Said k="mymap:kind.place.home" /> }]),
    ...(asked === null ? [] : [{ value: 'asked' as const, label: <PlaceName {...asked} /> }]),
    { value: 'other' as const, label: <Said k="mymap:kind.place.other" /> },
  ]
  return (
    <div className={styles.where}>
      <Chips<From>
        legend={<Said k="drills:join.where" />}
        options={options}
        value={from}
        onChange={(value) => onChange({ ...chosen, from: value })}
      />
      {from === 'other' ? (
        <>
          <div role="status">
            {other === null ? null : (
              <p>
                <Said k="mymap:where.chosen" /> <PlaceName {...other} />
              </p>
            )}
          </div>
          <Picker tools={tools} onChoose={(place) => onChange({ ...chosen, other: place })} />
        </>
      ) : null}
    </div>
  )
}
