import { useStore } from 'zustand'
import type { PackSeries } from '#domain/packs/area-pack.ts'
import { departureOf } from '#domain/routes/departure.ts'
import { plain, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Select } from '#ui/Field.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { WATER_MINUTES, type Water, type WaysStore } from './store.ts'
import styles from './WaysPanel.module.css'

const ANSWERS = ['thirty', 'sixty', 'twoHours', 'unknown'] as const
type AnswerName = (typeof ANSWERS)[number] | 'series'

/** The answer that is meant by what is assumed now; a flood of another hazard is none. */
function answerOf(water: Water | null, floods: readonly PackSeries[]): AnswerName {
  if (water === null) return 'unknown'
  if (water.kind === 'within') return ANSWERS[WATER_MINUTES.indexOf(water.minutes)] ?? 'unknown'
  return floods.some(({ file }) => file === water.file) ? 'series' : 'unknown'
}

/** What is assumed, and that it is no forecast. */
const Assumed = ({ water }: { readonly water: Water }) => (
  <Quiet>
    {water.kind === 'within' ? (
      <Said k="roads:water.assumed" params={{ 'time@clock': water.at + water.minutes * 60_000 }} />
    ) : (
      <>
        <Said k="roads:water.begins" params={{ 'time@clock': water.at }} /> <Said k="escape:front.computed" />
      </>
    )}
  </Quiet>
)

/** How soon the water may be here, as the person thinks, or as in a computed flood; the clock runs from the answer on. */
export const WaterQuestion = ({
  store,
  floods,
  now,
}: {
  readonly store: WaysStore
  /** The computed floods of this hazard. */
  readonly floods: readonly PackSeries[]
  readonly now: () => number
}) => {
  const t = useWords('roads')
  const water = useStore(store, (state) => state.water)
  const take = (next: Water | null) => store.setState({ water: next })
  const choose = (answer: AnswerName) => {
    const [first] = floods
    if (answer === 'series')
      return take(first === undefined ? null : { kind: 'series', file: first.file, at: now() })
    const minutes = WATER_MINUTES[ANSWERS.indexOf(answer)]
    take(minutes === undefined ? null : { kind: 'within', minutes, at: now() })
  }
  const label = (answer: AnswerName) =>
    answer === 'series' ? 'escape:front.series' : `roads:water.${answer}`
  const value = answerOf(water, floods)
  return (
    <>
      <Chips<AnswerName>
        legend={<Said k="roads:water.title" />}
        options={[...ANSWERS, ...(floods.length === 0 ? [] : (['series'] as const))].map((answer) => ({
          value: answer,
          label: <Said k={label(answer)} />,
        }))}
        value={value}
        onChange={choose}
      />
      {water?.kind === 'series' && value === 'series' ? (
        <Select
          label={<Said k="escape:front.which" />}
          options={floods.map(({ file, name }) => ({ value: file, text: plain(wordsIn(t.language, name)) }))}
          value={water.file}
          onChange={(file) => take({ ...water, file })}
        />
      ) : null}
      {water === null || value === 'unknown' ? null : <Assumed water={water} />}
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
