import { addEntry, changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { describeDestination, describeWay } from '#domain/plan/describe-facts.ts'
import type { DestinationFacts } from '#domain/plan/plan-facts.ts'
import { MOST, type Destination } from '#domain/plan/plan.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Quiet } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { PlacePicker } from '#features/my-map/index.ts'
import { HazardFacts, type HazardFact } from '../HazardFacts.tsx'
import styles from '../interview.module.css'
import { plannedHazards } from '../planned-hazards.ts'
import { typedName, typedPhone } from '../read-typed.ts'
import { FirstHome } from './FirstHome.tsx'
import { SiteSuggestions } from './SiteSuggestions.tsx'
import type { QuestionProps } from './question-props.ts'

/** As many as the plan asks for at least: one road may be closed, one place full, one danger reach it. */
const LEAST = 2

/** What a destination is called: its name, or its kind. */
export const DestinationName = ({ destination }: { readonly destination: Destination }) =>
  destination.name === '' ? <Said k={`interview:destination.${destination.kind}`} /> : <>{destination.name}</>

/** What a place to go to is to each danger for which it is meant. */
const factsOf = ({ for: all }: DestinationFacts, hazards: readonly TimelineHazard[]): readonly HazardFact[] =>
  all
    .filter(({ hazard, meant }) => meant && hazards.includes(hazard))
    .map((one) => ({
      hazard: one.hazard,
      inZone: one.zone === 'inZone',
      phrases: describeDestination(one),
    }))

/** Where a house of friends or a hotel is, how one gets there and whom one calls. */
const Details = ({
  tools,
  destination,
  edit,
}: Pick<QuestionProps, 'tools' | 'edit'> & { readonly destination: Destination }) => {
  const change = (some: Partial<Omit<Destination, 'id'>>) =>
    edit(changeEntry('destinations', destination.id, some))
  return (
    <>
      <TextField
        label={<Said k="interview:destinations.name" />}
        value={destination.name}
        most={MOST.name}
        onCommit={(text) => change({ name: typedName(text) })}
      />
      <TextField
        label={<Said k="interview:destinations.phone" />}
        type="tel"
        value={destination.phone}
        most={MOST.phone}
        onCommit={(text) => change({ phone: typedPhone(text) })}
      />
      <Chips
        legend={<Said k="interview:destinations.by" />}
        options={(['walk', 'car'] as const).map((value) => ({
          value,
          label: <Said k={`interview:by.${value}`} />,
        }))}
        value={destination.by}
        onChange={(by) => change({ by })}
      />
      <More
        summary={
          <Said
            k={destination.at === null ? 'interview:destinations.where' : 'interview:destinations.elsewhere'}
          />
        }
      >
        <PlacePicker tools={tools} onChoose={({ at }) => change({ at: [at[0], at[1]] })} />
      </More>
    </>
  )
}

const Chosen = ({
  tools,
  of,
  hazards,
  reached,
  edit,
}: Pick<QuestionProps, 'tools' | 'edit'> & {
  readonly of: DestinationFacts
  readonly hazards: readonly TimelineHazard[]
  readonly reached: readonly TimelineHazard[]
}) => {
  const t = useWords('interview')
  const { destination, way } = of
  const name = destination.name === '' ? t.label(`destination.${destination.kind}`) : destination.name
  return (
    <li className={styles.card}>
      <h4>
        <DestinationName destination={destination} />
      </h4>
      {way === null
        ? null
        : describeWay(way, destination.by).map((phrase, index) => (
            <p key={index}>
              <Said phrase={phrase} />
            </p>
          ))}
      <HazardFacts of={factsOf(of, hazards)} reached={reached} />
      {destination.kind === 'relative' || destination.kind === 'hotel' || destination.kind === 'other' ? (
        <Details tools={tools} destination={destination} edit={edit} />
      ) : null}
      <Actions>
        <Button
          icon="bin"
          look="quiet"
          aria-label={t.label('removeNamed', { name })}
          onClick={() => edit(removeEntry('destinations', destination.id))}
        >
          <Said k="interview:remove" />
        </Button>
      </Actions>
    </li>
  )
}

const NEW: Omit<Destination, 'id' | 'kind'> = {
  site: null,
  name: '',
  at: null,
  hazards: [],
  by: 'walk',
  minutes: null,
  phone: '',
  note: '',
}

/** Friends, a hotel, upstairs: upstairs only where the decision for the building leaves it open. */
const OtherWays = ({ plan, facts, edit, onGo }: QuestionProps) => {
  const stay = facts.home?.stay?.rain.result ?? null
  const hasUpstairs = plan.destinations.some(({ kind }) => kind === 'upstairs')
  const add = (kind: Destination['kind'], some: Partial<Omit<Destination, 'id'>> = {}) =>
    edit(addEntry('destinations', { ...NEW, ...some, kind }))
  return (
    <>
      <h4>
        <Said k="interview:destinations.other" />
      </h4>
      <Actions>
        <Button icon="plus" onClick={() => add('relative')}>
          <Said k="interview:destinations.add.relative" />
        </Button>
        <Button icon="plus" onClick={() => add('hotel')}>
          <Said k="interview:destinations.add.hotel" />
        </Button>
        {stay === 'stayPossible' && !hasUpstairs ? (
          // A tsunami leaves no time to find out whether the building stands: nobody plans to stay in one.
          <Button icon="plus" onClick={() => add('upstairs', { hazards: ['flood', 'stormSurge'] })}>
            <Said k="interview:destinations.add.upstairs" />
          </Button>
        ) : null}
      </Actions>
      {stay === 'stayPossible' ? null : stay === null ? (
        <FirstHome needs={facts.home === null ? 'home' : 'building'} onGo={onGo} />
      ) : (
        <Quiet>
          <Said k={`interview:destinations.upstairs.${stay}`} />
        </Quiet>
      )}
    </>
  )
}

/** Where to go: at least two places, each with the city's word and the zones at it. */
export const DestinationsQuestion = (props: QuestionProps) => {
  const { tools, plan, facts, edit } = props
  const hazards = plannedHazards(plan, facts)
  const count = plan.destinations.length
  return (
    <>
      <LiveRegion>
        <Heard k="interview:destinations.count" params={{ count }} />
      </LiveRegion>
      {count === 0 ? null : (
        <ul className={styles.list}>
          {facts.destinations.map((of) => (
            <Chosen
              key={of.destination.id}
              tools={tools}
              of={of}
              hazards={hazards}
              reached={facts.reached}
              edit={edit}
            />
          ))}
        </ul>
      )}
      {count < LEAST ? (
        <Notice tone="info">
          <p>
            <Said k={`interview:destinations.least.${count === 0 ? 'none' : 'one'}`} />
          </p>
        </Notice>
      ) : null}
      {count >= MOST.destinations ? (
        <Quiet>
          <Said k="interview:destinations.full" />
        </Quiet>
      ) : (
        <>
          <SiteSuggestions {...props} hazards={hazards} />
          <OtherWays {...props} />
        </>
      )}
    </>
  )
}
