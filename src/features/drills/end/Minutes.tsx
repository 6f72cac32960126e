import { momentOfEvent, type Drill } from '#domain/drills/drill.ts'
import { describePlaceThen, describeWaterThen, type StoryEvent } from '#domain/drills/replay-story.ts'
import type { ReplayFrame } from '#domain/drills/replay.ts'
import { formatClock, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { DataList, Datum } from '#ui/DataList.tsx'
import styles from './end.module.css'
import type { Seen } from './replay-on-map.ts'

/** The time of a minute of the event. */
export const Clock = ({ drill, minute }: { readonly drill: Drill; readonly minute: number }) => {
  const { language } = useWords('drills')
  return (
    <span className={styles.clock}>
      <Said text={formatClock(language, momentOfEvent(drill, Math.floor(minute)))} />
    </span>
  )
}

/** Where somebody was, and the water there. */
const There = ({ frame }: { readonly frame: ReplayFrame }) => (
  <>
    <Said phrase={describePlaceThen(frame)} /> <Said phrase={describeWaterThen(frame)} />
  </>
)

/**
 * The minute on which the scrubber stands, in words: all that the map shows of somebody. It is read out when the scrubber comes to
 * rest, and not while it moves by itself.
 */
export const ThisMinute = ({
  seen: { own, other },
  story,
  drill,
  isPlaying,
}: {
  readonly seen: Seen
  readonly story: readonly StoryEvent[]
  readonly drill: Drill
  readonly isPlaying: boolean
}) => {
  const latest = story.findLast(({ minute }) => minute <= own.minute)
  return (
    <div className={styles.minute} role="status" aria-live={isPlaying ? 'off' : 'polite'} aria-atomic="true">
      <DataList>
        <Datum name={<Said k="drills:replay.where" />}>
          <There frame={own} />
        </Datum>
        {other === null ? null : (
          <Datum name={<Said k="drills:replay.other" />}>
            <There frame={other} />
          </Datum>
        )}
        {latest === undefined ? null : (
          <Datum name={<Said k="drills:replay.story" />}>
            <Clock drill={drill} minute={latest.minute} /> <Said phrase={latest.text} />
          </Datum>
        )}
      </DataList>
    </div>
  )
}

/** All that happened, line by line; each leads the scrubber to its minute. */
export const Story = ({
  story,
  drill,
  minute,
  onGo,
}: {
  readonly story: readonly StoryEvent[]
  readonly drill: Drill
  readonly minute: number
  readonly onGo: (minute: number) => void
}) => {
  const latest = story.findLastIndex((event) => event.minute <= minute)
  return (
    <ol className={styles.story}>
      {story.map((event, index) => (
        <li key={event.id} data-kind={event.kind}>
          <Button
            look="row"
            {...(event.kind === 'wrong' ? { icon: 'warning' } : {})}
            aria-current={index === latest ? 'step' : undefined}
            onClick={() => onGo(event.minute)}
          >
            <Clock drill={drill} minute={event.minute} /> <Said phrase={event.text} />
          </Button>
        </li>
      ))}
    </ol>
  )
}

/** Steps of a table, minutes, and how many rows it may have. */
const STEPS = [1, 2, 5, 10, 15, 30, 60]
const MOST_ROWS = 24

/** The minutes of a table, the first and the last among them. */
export function rowsOf({ from, till }: { readonly from: number; readonly till: number }): readonly number[] {
  const step = STEPS.find((one) => (till - from) / one <= MOST_ROWS) ?? Math.ceil((till - from) / MOST_ROWS)
  const count = Math.ceil((till - from) / step)
  return [...Array.from({ length: count }, (_, row) => from + row * step), till]
}

/** The drill as a table, a row for every few minutes: what the map shows, for who has none. */
export const MinuteTable = ({
  rows,
  frameOf,
  story,
  drill,
}: {
  readonly rows: readonly number[]
  readonly frameOf: (minute: number) => ReplayFrame
  readonly story: readonly StoryEvent[]
  readonly drill: Drill
}) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">
          <Said k="drills:replay.time" />
        </th>
        <th scope="col">
          <Said k="drills:replay.where" />
        </th>
        <th scope="col">
          <Said k="drills:replay.story" />
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((minute, row) => {
        const next = rows[row + 1] ?? Infinity
        const here = story.filter((event) => event.minute >= minute && event.minute < next)
        return (
          <tr key={minute}>
            <th scope="row">
              <Clock drill={drill} minute={minute} />
            </th>
            <td>
              <There frame={frameOf(minute)} />
            </td>
            <td>
              {here.map(({ id, text }) => (
                <p key={id}>
                  <Said phrase={text} />
                </p>
              ))}
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
