import { lazy, Suspense, useContext } from 'react'
import { SpeakerContext, type Speech } from './speech.ts'
import styles from './speech.module.css'

const Reader = lazy(() => import('./Reader.tsx').then((chunk) => ({ default: chunk.Reader })))

/**
 * Reads something aloud, and stops. Where the device has no voice of its own for the language this is said, and the same is
 * offered in Japanese. A chunk of its own, for which room is kept until it is here.
 */
export const ReadAloud = ({
  says,
  isBrief = false,
}: {
  readonly says: Speech
  /** Where every line counts: that there is no voice is told only beside something that can be pressed. */
  readonly isBrief?: boolean
}) => {
  const open = useContext(SpeakerContext)
  if (open === null) return null
  const room = <div className={styles.room} />
  return (
    <Suspense fallback={room}>
      <Reader says={says} isBrief={isBrief} open={open} room={room} />
    </Suspense>
  )
}
