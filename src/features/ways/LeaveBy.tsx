import { useStore } from 'zustand'
import { departureOf } from '#domain/routes/departure.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { WATER_MINUTES, type WaysStore } from './store.ts'
import styles from './WaysPanel.module.css'

const ANSWERS = ['thirty', 'sixty', 'twoHours', 'unknown'] as const
type AnswerName = (typeof ANSWERS)[number]

/** How soon the water may be here, as the person thinks; the clock runs from the answer on. */
export const WaterQuestion = ({ store, now }: { readonly store: WaysStore; readonly now: () => number }) => {
  const water = useStore(store, (state) => state.water)
  const choose = (answer: AnswerName) => {
    const minutes = WATER_MINUTES[ANSWERS.indexOf(answer)]
    store.setState({ water: minutes === undefined ? null : { minutes, at: now() } })
  }
  const value = water === null ? 'unknown' : (ANSWERS[WATER_MINUTES.indexOf(water.minutes)] ?? 'unknown')
  return (
    <>
      <Chips<AnswerName>
        legend={<Said k="roads:water.title" />}
        options={ANSWERS.map((answer) => ({ value: answer, label: <Said k={`roads:water.${answer}`} /> }))}
        value={value}
        onChange={choose}
      />
      {water === null ? null : (
        <Quiet>
          <Said k="roads:water.assumed" params={{ 'time@clock': water.at + water.minutes * 60_000 }} />
        </Quiet>
      )}
    </>
  )
}

/** By when to leave on a way, large; or that it is too late, and what is left to do. */
export const LeaveBy = ({
  leaveBy,
  asked,
  now,
  isBrief = false,
}: {
  readonly leaveBy: number | null
  readonly asked: number
  readonly now: number
  /** For a way that is not told: the time alone. */
  readonly isBrief?: boolean
}) => {
  const departure = departureOf(leaveBy, asked, now)
  switch (departure.kind) {
    case 'notAsked':
    case 'notTouched':
      return isBrief ? null : (
        <p>
          <Said k={departure.kind === 'notAsked' ? 'roads:water.notAsked' : 'roads:leave.notTouched'} />
        </p>
      )
    case 'tooLate':
      return (
        <div className={styles.tooLate} role="alert">
          <p className={styles.when}>
            <Icon name="warning" />
            <strong>
              <Said k="roads:tooLate.title" />
            </strong>
          </p>
          {isBrief ? null : (
            <p>
              <Said k="roads:tooLate.what" />
            </p>
          )}
        </div>
      )
    case 'leave':
      return (
        <div className={styles.leaveBy} data-slack={departure.slack} data-brief={isBrief}>
          <p className={styles.when}>
            <strong>
              <Said k="roads:leave.by" params={{ 'time@clock': departure.by }} />
            </strong>
          </p>
          <p>
            <Said k="roads:leave.left" params={{ count: departure.minutes }} />
          </p>
          {isBrief ? null : (
            <Quiet>
              <Said k="roads:leave.notReady" />
            </Quiet>
          )}
        </div>
      )
  }
}
