import { describeDestination, describeWay } from '#domain/plan/describe-facts.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Actions } from '#ui/Panel.tsx'
import { agePhrases } from '../closures/index.ts'
import type { PlanTools } from '../plan/index.ts'
import { goalsFor, type Goal } from './goals.ts'
import { personPhrase } from './person.ts'
import { DestinationName } from './questions/DestinationsQuestion.tsx'
import styles from './what-now.module.css'

/** A number that a phone can call. */
const telOf = (phone: string): string => `tel:${phone.replace(/[^0-9+*#]/g, '').replaceAll('#', '%23')}`

const Call = ({ phone }: { readonly phone: string }) => (
  <a className={styles.phone} href={telOf(phone)}>
    <Icon name="phone" />
    <b dir="ltr">{phone}</b>
  </a>
)

const Place = ({ tools, goal, isOnly }: { tools: PlanTools; goal: Goal; readonly isOnly: boolean }) => {
  const { destination, way, isBarred } = goal.choice.facts
  const { showOnMap } = tools
  const { at } = destination
  return (
    <li>
      {isOnly
        ? null
        : goal.hazards.map((hazard) => (
            <p key={hazard} className={styles.danger}>
              <Said k={`timeline:danger.${hazard}`} />
            </p>
          ))}
      <p className={styles.place}>
        <DestinationName destination={destination} />
      </p>
      {way === null
        ? null
        : describeWay(way, destination.by, isBarred).map((phrase, index) => (
            <p key={index}>
              <Said phrase={phrase} />
            </p>
          ))}
      {isBarred
        ? agePhrases(tools.closures).map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))
        : null}
      {describeDestination(goal.choice.for).map((phrase, index) => (
        <p key={index}>
          <Said phrase={phrase} />
        </p>
      ))}
      <Actions>
        {at === null || showOnMap === null ? null : (
          <Button icon="pin" onClick={() => showOnMap([at[0], at[1]])}>
            <Said k="interview:showOnMap" />
          </Button>
        )}
        {destination.phone === '' ? null : <Call phone={destination.phone} />}
      </Actions>
    </li>
  )
}

/** Where the family goes; that there is no such place is said. */
export const NowPlaces = ({
  tools,
  facts,
  hazards,
}: {
  readonly tools: PlanTools
  readonly facts: PlanFacts
  readonly hazards: readonly TimelineHazard[]
}) => {
  const goals = goalsFor(facts, hazards)
  return (
    <section>
      <h3>
        <Said k="interview:now.where" />
      </h3>
      {goals.length === 0 ? (
        <p>
          <Said k="interview:now.nowhere" />
        </p>
      ) : (
        <ul className={styles.list}>
          {goals.map((goal) => (
            <Place
              key={goal.choice.facts.destination.id}
              tools={tools}
              goal={goal}
              isOnly={goals.length === 1}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

const EMERGENCY = ['119', '110'] as const

/** Whom to call: the family's own numbers, who calls, and the two that save lives. */
export const NowPhones = ({ plan }: { readonly plan: Plan | null }) => {
  const t = useWords('interview')
  const contacts = plan?.contacts.filter(({ phone }) => phone !== '') ?? []
  return (
    <section>
      <h3>
        <Said k="interview:now.phones" />
      </h3>
      <ul className={styles.phones}>
        {contacts.map((contact) => {
          const caller = plan?.household.members.find(({ id }) => id === contact.caller)
          return (
            <li key={contact.id}>
              <span>{contact.name}</span>
              <Call phone={contact.phone} />
              {caller === undefined || plan === null ? null : (
                <small>
                  <Said text={t('now.caller', { who: t.phrase(personPhrase(plan, caller)) })} />
                </small>
              )}
            </li>
          )
        })}
        {EMERGENCY.map((number) => (
          <li key={number}>
            <span>
              <Said k={`app:emergency.${number}`} />
            </span>
            <Call phone={number} />
          </li>
        ))}
      </ul>
    </section>
  )
}
