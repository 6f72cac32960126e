import { useEffect, useRef, useState } from 'react'
import { Said, useWords } from '#i18n/index.ts'
import type { QrReader, ScanFailure } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import styles from './scan.module.css'

/**
 * The camera, until it is stopped, the screen is left, or it turns out that there is none. Tells each text once in a row: a
 * camera sees the same code many times a second.
 */
export const CameraIn = ({
  reader,
  onText,
  onStop,
}: {
  readonly reader: QrReader
  readonly onText: (text: string) => void
  /** The person stopped it (null), or it failed. */
  readonly onStop: (why: ScanFailure | null) => void
}) => {
  const t = useWords('share')
  const video = useRef<HTMLVideoElement>(null)
  const [sees, setSees] = useState(false)
  const told = useRef({ onText, onStop, last: '' })
  useEffect(() => {
    told.current = { ...told.current, onText, onStop }
  })
  useEffect(() => {
    const element = video.current
    if (element === null) return undefined
    const job = new AbortController()
    const hear = (text: string) => {
      if (job.signal.aborted || text === told.current.last) return
      told.current.last = text
      told.current.onText(text)
    }
    const onPlaying = () => setSees(true)
    element.addEventListener('playing', onPlaying)
    void reader.watch(element, hear, job.signal).then((ended) => {
      if (!job.signal.aborted) told.current.onStop(ended.ok ? null : ended.why)
    })
    return () => {
      element.removeEventListener('playing', onPlaying)
      job.abort()
    }
  }, [reader])
  return (
    <div className={styles.camera}>
      <p role="status">
        <Said k={sees ? 'share:in.cameraAim' : 'share:in.cameraStarting'} />
      </p>
      {/* Nothing is said in what a camera sees. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={video}
        className={styles.video}
        aria-label={t.label('in.cameraView')}
        autoPlay
        muted
        playsInline
      />
      <Actions>
        <Button icon="close" onClick={() => onStop(null)}>
          <Said k="share:in.cameraStop" />
        </Button>
      </Actions>
    </div>
  )
}
