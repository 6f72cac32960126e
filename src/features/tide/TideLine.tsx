import type { Area } from '#domain/packs/area.ts'
import { clockLooksWrong } from '#domain/tide/clock-looks-wrong.ts'
import type { ComingTide } from '#domain/tide/coming-tides.ts'
import type { TideStation } from '#domain/tide/tide-station.ts'
import { formatClock, formatDate, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { useComingTides, type TidesState } from './use-coming-tides.ts'
import styles from './TideLine.module.css'

const Times = ({
  tides,
  station,
}: {
  readonly tides: readonly ComingTide[]
  readonly station: TideStation
}) => {
  const t = useWords('tide')
  const { ja, kana, en } = station.name
  const name = wordsIn(t.language, { ja, kana: kana ?? '', ...(en === null ? {} : { en }) })
  return (
    <ul className={styles.times}>
      {tides.map(({ day, timeMs }) => (
        <li key={timeMs}>
          <Said text={t(`high.${day}`, { station: name, time: formatClock(t.language, timeMs) })} />
        </li>
      ))}
    </ul>
  )
}

/** What the times are worth, and whose numbers they are. */
const Worth = ({ area, station }: { readonly area: Area; readonly station: TideStation }) => {
  const t = useWords('app')
  const source = area.manifest.sources.find(({ id }) => id === station.source)
  return (
    <>
      <p>
        <Said k="tide:why" />
      </p>
      <p className={styles.small}>
        <Said k="tide:skyOnly" />
      </p>
      {source === undefined ? null : (
        <p className={styles.small}>
          <span lang="ja" translate="no">
            {source.credit}
          </span>{' '}
          {source.asOf === null ? null : (
            <Said text={t('answer.asOf', { date: formatDate(t.language, source.asOf) })} />
          )}
        </p>
      )}
    </>
  )
}

const NotKnown = ({ why }: { readonly why: 'clock' | 'failed' | 'unreadable' }) => (
  <Notice tone="unknown">
    <p>
      <Said k={`tide:${why}`} />
    </p>
  </Notice>
)

/** Why no time can be told, or null. */
function doubtOf(area: Area, nowMs: number, tides: TidesState): 'clock' | 'failed' | 'unreadable' | null {
  if (area.tide === null) return 'unreadable'
  if (clockLooksWrong(nowMs, area.manifest.dataDate)) return 'clock'
  return tides === 'failed' ? 'failed' : null
}

/**
 * The high tides that are still to come today and the first of tomorrow, in the time of Japan, for beside the answer on
 * inland flooding and storm surges. Nothing at all when the pack has no tide gauge; a gauge that cannot be read, a clock that
 * must be wrong and a calculation that fails are said to be so.
 */
export const TideLine = ({
  area,
  now,
}: {
  readonly area: Area
  /** Milliseconds since 1970 (UTC), by the clock of the device. */
  readonly now: number
}) => {
  const hasGauge = area.manifest.files.some(({ role }) => role === 'tide')
  const isTold = !clockLooksWrong(now, area.manifest.dataDate)
  const tides = useComingTides(isTold ? area.tide : null, now)
  if (area.tide === null && !hasGauge) return null
  const doubt = doubtOf(area, now, tides)
  return (
    <div className={styles.tide}>
      <h4>
        <Said k="tide:title" />
      </h4>
      {doubt === null ? null : <NotKnown why={doubt} />}
      {doubt !== null || typeof tides === 'string' || area.tide === null ? null : (
        <Times tides={tides} station={area.tide} />
      )}
      {doubt === null && area.tide !== null ? <Worth area={area} station={area.tide} /> : null}
    </div>
  )
}
