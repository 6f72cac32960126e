import { useStore } from 'zustand'
import { describeAlert } from '#domain/alerts/describe-alert.ts'
import { describeClosure, strengthOf } from '#domain/closures/describe-closure.ts'
import type { Closure } from '#domain/closures/closure.ts'
import { agePhrase } from '#domain/closures/age-in-words.ts'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import { FeedStateNotice } from './FeedStateNotice.tsx'
import type { Ledger } from './ledger.ts'
import type { City, StaffParts } from './parts.ts'
import { useNow } from './use-now.ts'
import styles from './staff.module.css'

type HomeProps = { readonly parts: StaffParts; readonly city: City }
const HOUR = 3_600_000

/** What is published now, what has to be looked at again, and the two big buttons. */
export const HomeScreen = (props: HomeProps) => (
  <>
    <Actions>
      <Button look="main" icon="plus" onClick={() => props.parts.routes.go('closure')}>
        <Said k="staff:home.newClosure" />
      </Button>
      <Button look="main" icon="warning" onClick={() => props.parts.routes.go('alert')}>
        <Said k="staff:home.newAlert" />
      </Button>
      <Button icon="person" onClick={() => props.parts.routes.go('second')}>
        <Said k="staff:home.second" />
      </Button>
    </Actions>
    <Waiting parts={props.parts} ledger={props.city.closures} />
    <Waiting parts={props.parts} ledger={props.city.alerts} />
    <ClosureList {...props} />
    <AlertList {...props} />
  </>
)

/** Something was begun and is not published: it must not be forgotten. */
function Waiting<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }>({
  parts,
  ledger,
}: {
  readonly parts: StaffParts
  readonly ledger: Ledger<T, F>
}) {
  const { edits, signed, putting } = useStore(ledger.store)
  if ((edits.length === 0 && signed === null) || putting.status === 'done') return null
  return (
    <Notice
      tone="hazard"
      announce
      actions={
        <Button look="main" onClick={() => parts.routes.go('review', ledger.name)}>
          <Said k="staff:home.goOn" />
        </Button>
      }
    >
      <p>
        <Said k={signed === null ? `staff:home.waiting.${ledger.name}` : 'staff:home.signed'} />
      </p>
    </Notice>
  )
}

/** Sorted by when somebody last looked: what nobody has looked at for longest comes first. */
const ClosureList = ({ parts, city }: HomeProps) => {
  const { edits, reading } = useStore(city.closures.store)
  const { remindHours } = useStore(parts.settings)
  const now = useNow(parts.services.clock)
  const items = city.closures
    .items()
    .filter((closure) => strengthOf(closure, now) !== 'over')
    .toSorted((a, b) => lookedAt(a) - lookedAt(b))
  const late = items.filter((closure) => isLate(closure, now, remindHours))
  const check = (closures: readonly Closure[]) => {
    for (const { id } of closures) city.closures.add({ kind: 'holds', id })
  }
  return (
    <Section title={<Said k="staff:home.closures" />}>
      <FeedStateNotice ledger={city.closures} now={now} />
      {late.length === 0 ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k="staff:home.late" params={{ count: late.length, hours: remindHours }} />
          </p>
        </Notice>
      )}
      {items.length === 0 && reading !== null ? (
        <p>
          <Said k="staff:home.noClosures" />
        </p>
      ) : null}
      <ul className={styles.rows}>
        {items.map((closure) => (
          <ClosureRow
            key={closure.id}
            closure={closure}
            now={now}
            isLate={late.includes(closure)}
            isChecked={edits.some((edit) => edit.kind === 'holds' && edit.id === closure.id)}
            onHolds={() => check([closure])}
            onEdit={() => parts.routes.go('closure', closure.id)}
            onLift={() => {
              city.closures.add({ kind: 'lift', id: closure.id })
              parts.routes.go('review', 'closures')
            }}
          />
        ))}
      </ul>
      {items.length > 1 ? (
        <Actions>
          <Button
            icon="check"
            onClick={() => {
              check(items)
              parts.routes.go('review', 'closures')
            }}
          >
            <Said k="staff:home.allHold" />
          </Button>
        </Actions>
      ) : null}
    </Section>
  )
}

const lookedAt = ({ checked, updated }: Closure): number => Math.max(checked ?? 0, updated)
const isLate = (closure: Closure, now: number, hours: number): boolean =>
  now - lookedAt(closure) >= hours * HOUR

const ClosureRow = ({
  closure,
  now,
  isLate,
  isChecked,
  onHolds,
  onEdit,
  onLift,
}: {
  readonly closure: Closure
  readonly now: number
  readonly isLate: boolean
  readonly isChecked: boolean
  readonly onHolds: () => void
  readonly onEdit: () => void
  readonly onLift: () => void
}) => {
  const report = describeClosure(closure, now)
  const age = agePhrase(lookedAt(closure), now)
  const lines = [report.road, report.state, report.reason, ...report.when]
  return (
    <li className={styles.change} data-kind={isLate ? 'late' : 'same'}>
      <span className={styles.words}>
        {lines.map((phrase, index) => (
          <span key={index}>
            <Said phrase={phrase} />
          </span>
        ))}
        {closure.title['ja'] === undefined ? null : (
          <span lang="ja" className={styles.own}>
            {closure.title['ja']}
          </span>
        )}
        <span className={styles.small}>
          <Said k="staff:home.looked" /> {age === null ? null : <Said phrase={age} />}{' '}
          <Said k="staff:change.number" params={{ id: closure.id }} />
        </span>
      </span>
      <Actions>
        <Button icon="check" aria-pressed={isChecked} onClick={onHolds}>
          <Said k="staff:home.holds" />
        </Button>
        <Button icon="pencil" onClick={onEdit}>
          <Said k="staff:home.edit" />
        </Button>
        <Button onClick={onLift}>
          <Said k="staff:home.lift" />
        </Button>
      </Actions>
    </li>
  )
}

const AlertList = ({ parts, city }: HomeProps) => {
  const { reading } = useStore(city.alerts.store)
  const now = useNow(parts.services.clock)
  const items = city.alerts.items().filter(({ lifted }) => lifted === null)
  return (
    <Section title={<Said k="staff:home.alerts" />}>
      <FeedStateNotice ledger={city.alerts} now={now} />
      {items.length === 0 && reading !== null ? (
        <Quiet>
          <Said k="staff:home.noAlerts" />
        </Quiet>
      ) : null}
      <ul className={styles.rows}>
        {items.map((alert) => {
          const { name, hazard, where, when } = describeAlert(alert, now)
          return (
            <li key={alert.id} className={styles.change}>
              <span className={styles.words}>
                {[name, hazard, where, when].map((phrase, index) => (
                  <span key={index}>
                    <Said phrase={phrase} />
                  </span>
                ))}
              </span>
              <Actions>
                <Button icon="pencil" onClick={() => parts.routes.go('alert', alert.id)}>
                  <Said k="staff:home.edit" />
                </Button>
                <Button
                  onClick={() => {
                    city.alerts.add({ kind: 'lift', id: alert.id })
                    parts.routes.go('review', 'alerts')
                  }}
                >
                  <Said k="staff:home.lift" />
                </Button>
              </Actions>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
