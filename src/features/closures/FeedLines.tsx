import { describeFeedState, describeTrouble } from '#domain/closures/describe-feed.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { ClosuresNow } from './closures-now.ts'
import styles from './Closures.module.css'

/** Short facts in one line; each keeps its own direction and is read on its own. */
export const Line = ({ phrases }: { readonly phrases: readonly Phrase[] }) => (
  <p className={styles.line}>
    {phrases.map((phrase) => (
      <span key={phrase.key}>
        <Said phrase={phrase} />
      </span>
    ))}
  </p>
)

/** When the list was issued, how long ago, and what that means. */
export const AgeLine = ({ now }: { readonly now: ClosuresNow }) => {
  const { kind, headline, issued } = describeFeedState(now.state, now.now, now.clockWrong)
  const words = (
    <>
      {issued.length === 0 ? null : <Line phrases={issued} />}
      <p>
        <Said phrase={headline} />
      </p>
      {now.isTrusted ? null : (
        <p>
          <Said k="closures:feed.untrusted" />
        </p>
      )}
    </>
  )
  return <div data-age={kind}>{kind === 'current' ? words : <Notice tone="unknown">{words}</Notice>}</div>
}

/** Why the newest file of the city is not shown, and what else is wrong with what is. */
export const Troubles = ({ now }: { readonly now: ClosuresNow }) => {
  const { trouble, state, isStored, alarms } = now
  const phrases = trouble === null ? [] : describeTrouble(trouble, state.kind !== 'never')
  const isKept = state.kind !== 'never'
  return (
    <div role="status">
      {phrases.length === 0 ? null : (
        <Notice tone="unknown">
          {phrases.map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))}
        </Notice>
      )}
      {alarms.length === 0 ? null : (
        <Notice tone="hazard">
          <p>
            <Said k="closures:trouble.alarm" />
          </p>
        </Notice>
      )}
      {isStored || !isKept ? null : (
        <Quiet>
          <Said k="closures:trouble.unstored" />
        </Quiet>
      )}
    </div>
  )
}
