import { lazy, Suspense, useContext, useMemo } from 'react'
import { inTurn, PreludeContext, SpeakerContext, type Speech } from './speech.ts'
import styles from './speech.module.css'

const Reader = lazy(() => import('./Reader.tsx').then((chunk) => ({ default: chunk.Reader })))

/**
 * Reads something aloud, and stops. Where the device has no voice of its own for the language this is said, and the same is
 * offered in Japanese. A chunk of its own, for which room is kept until it is here.
 */
export const ReadAloud = ({
  says,
  about,
  isBrief = false,
}: {
  readonly says: Speech
  /**
   * What it is about. As long as it is the same, a reading goes on to its end with the words that it began with, also where some of
   * them change meanwhile: a distance that arrives late, minutes that run. Absent = every other word ends it.
   */
  readonly about?: string
  /** Where every line counts: that there is no voice is told only beside something that can be pressed. */
  readonly isBrief?: boolean
}) => {
  const open = useContext(SpeakerContext)
  const prelude = useContext(PreludeContext)
  const all = useMemo(() => (prelude === null ? says : inTurn(prelude, says)), [prelude, says])
  if (open === null) return null
  const room = <div className={styles.room} />
  return (
    <Suspense fallback={room}>
      <Reader says={all} about={about} isBrief={isBrief} open={open} room={room} />
    </Suspense>
  )
}
