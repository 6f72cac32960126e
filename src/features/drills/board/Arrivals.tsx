import type { AtReception, RollCall } from '#domain/drills/roll-call.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, More, Section } from '#ui/Panel.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { LanguageName, UNKNOWN_LANGUAGE } from './LanguageName.tsx'
import styles from './board.module.css'

/** How many arrivals are listed: a mistake is noticed soon, and all of them stand on paper and in the file. */
const SHOWN = 30

type Numbered = { readonly number: number; readonly one: AtReception }

const Who = ({ number, one: { arrival } }: Numbered) => (
  <p>
    <b>
      <Said k="drills:roll.number" params={{ number }} />
    </b>{' '}
    <Said k="drills:roll.party" params={{ number: arrival.people }} />{' '}
    {arrival.language === UNKNOWN_LANGUAGE ? null : <LanguageName tag={arrival.language} />}{' '}
    <bdi>{arrival.group}</bdi>
  </p>
)

const Name = ({ number }: Pick<Numbered, 'number'>) => (
  <VisuallyHidden>
    {' '}
    <Said k="drills:roll.number" params={{ number }} />
  </VisuallyHidden>
)

/** Those who need help, until all of them got it; the last who were helped stay, so that a slip can be put right. */
export const NeedHelp = ({
  roll,
  onHelped,
}: {
  readonly roll: RollCall
  readonly onHelped: (nonce: string, by: 1 | -1) => void
}) => {
  const all = roll.arrivals
    .map((one, index): Numbered => ({ number: index + 1, one }))
    .filter(({ one }) => one.arrival.needHelp > 0)
  if (all.length === 0) return null
  const waiting = all.filter(({ one }) => one.helped < one.arrival.needHelp)
  const done = all.filter(({ one }) => one.helped === one.arrival.needHelp)
  const itemOf = ({ number, one }: Numbered) => {
    const { arrival, helped } = one
    return (
      <li key={arrival.nonce} className={styles.card}>
        <Who number={number} one={one} />
        <p>
          <Said k="drills:roll.helpedOf" params={{ total: arrival.needHelp, done: helped }} />
        </p>
        <Actions>
          {helped < arrival.needHelp ? (
            <Button look="main" onClick={() => onHelped(arrival.nonce, 1)}>
              <Said k="drills:roll.helped" />
              <Name number={number} />
            </Button>
          ) : null}
          {helped > 0 ? (
            <Button onClick={() => onHelped(arrival.nonce, -1)}>
              <Said k="drills:roll.notHelped" />
              <Name number={number} />
            </Button>
          ) : null}
        </Actions>
      </li>
    )
  }
  return (
    <Section title={<Said k="drills:roll.helpList" />}>
      <ul className={styles.list}>{[...waiting, ...done.slice(-SHOWN).toReversed()].map(itemOf)}</ul>
    </Section>
  )
}

/** The last arrivals, the newest first: one that was noted by mistake is taken out. */
export const LastArrivals = ({
  roll,
  onTakeOut,
}: {
  readonly roll: RollCall
  readonly onTakeOut: (one: AtReception) => void
}) => {
  if (roll.arrivals.length === 0) return null
  const last = roll.arrivals
    .map((one, index): Numbered => ({ number: index + 1, one }))
    .slice(-SHOWN)
    .toReversed()
  return (
    <More summary={<Said k="drills:roll.last" />}>
      <ul className={styles.list}>
        {last.map(({ number, one }) => (
          <li key={one.arrival.nonce} className={styles.card}>
            <Who number={number} one={one} />
            <Button look="quiet" icon="bin" onClick={() => onTakeOut(one)}>
              <Said k="drills:roll.takeOut" />
              <Name number={number} />
            </Button>
          </li>
        ))}
      </ul>
    </More>
  )
}
