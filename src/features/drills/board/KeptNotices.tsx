import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import type { KeptState } from './kept.ts'

/** What an organiser has to know of how their numbers are kept. */
export const KeptNotices = ({
  state: { isKept, wasLost },
}: {
  readonly state: Pick<KeptState<unknown>, 'isKept' | 'wasLost'>
}) => (
  <>
    {wasLost ? (
      <Notice tone="unknown" announce>
        <p>
          <Said k="drills:board.lost" />
        </p>
      </Notice>
    ) : null}
    {isKept ? null : (
      <Notice tone="unknown" announce>
        <p>
          <Said k="offline:verdict.notKept" />
        </p>
      </Notice>
    )}
  </>
)
