import { useEffect, useRef } from 'react'
import type { Closure } from '#domain/closures/closure.ts'
import { describeClosure, type ClosureReport } from '#domain/closures/describe-closure.ts'
import { formatMetres, plain, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { publishedEndOf, type ClosuresNow } from './closures-now.ts'
import { Line } from './FeedLines.tsx'
import { OwnWords } from './OwnWords.tsx'
import type { RankedClosure } from './rank-closures.ts'
import styles from './Closures.module.css'

/** The closure that the person came to see takes the focus once, so that eyes and screen reader start there. */
function useFocusWhenPicked(isPicked: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isPicked) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [isPicked])
  return heading
}

const Source = ({ closure: { source } }: { readonly closure: Closure }) =>
  source.url === null ? null : (
    <p>
      <a href={source.url} rel="noreferrer noopener" target="_blank">
        <Said k="closures:item.page" />
      </a>
    </p>
  )

/** Who gets through, people on foot first; then why, how deep, where and until when. */
const Facts = ({ report }: { readonly report: ClosureReport }) => {
  const [foot, ...others] = report.access
  return (
    <>
      {foot === undefined ? null : (
        <p className={styles.foot}>
          <Said phrase={foot} />
        </p>
      )}
      {report.notes.map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
      <Line phrases={[report.state, report.reason]} />
      {others.map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
      {[report.depth, report.stretch].map((phrase) =>
        phrase === null ? null : (
          <p key={phrase.key}>
            <Said phrase={phrase} />
          </p>
        ),
      )}
      <Line phrases={report.when} />
    </>
  )
}

/** One closure: first whether somebody on foot gets through, then cars, then why, until when, and who says so. */
export const ClosureCard = ({
  ranked: { closure, metres },
  now,
  isPicked,
  onShow,
}: {
  readonly ranked: RankedClosure
  readonly now: ClosuresNow
  readonly isPicked: boolean
  /** Shows it on the map; null = there is no map. */
  readonly onShow: ((closure: Closure) => void) | null
}) => {
  const t = useWords('closures')
  const heading = useFocusWhenPicked(isPicked)
  const told = { clockWrong: now.clockWrong, publishedEnd: publishedEndOf(now, closure) }
  const report = describeClosure(closure, now.reckoned?.at ?? now.now, told)
  return (
    <article className={styles.card} data-strength={report.strength} data-picked={isPicked}>
      <h4 ref={heading} tabIndex={-1}>
        <Said phrase={report.road} />
      </h4>
      {metres === null ? null : (
        <p className={styles.strong}>
          {metres < 10 ? (
            <Said k="closures:item.here" />
          ) : (
            <Said text={t('item.distance', { distance: formatMetres(t.language, metres) })} />
          )}
        </p>
      )}
      <Facts report={report} />
      <OwnWords texts={closure.title} title="closures:item.ownWords" />
      <OwnWords texts={closure.detour} title="closures:item.detour" />
      <div className={styles.small}>
        <p>
          <Said phrase={report.source} />
        </p>
        <Line phrases={report.updated} />
        {report.checked.length === 0 ? null : <Line phrases={report.checked} />}
        <Source closure={closure} />
      </div>
      {onShow === null ? null : (
        <Button
          look="quiet"
          icon="pin"
          aria-label={plain(t('item.onMapNamed', { road: plain(t.phrase(report.road)) }))}
          onClick={() => onShow(closure)}
        >
          <Said k="closures:item.onMap" />
        </Button>
      )}
    </article>
  )
}
