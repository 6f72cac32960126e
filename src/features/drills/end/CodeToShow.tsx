import { useMemo, useState } from 'react'
import { linkOfSealed } from '#domain/drills/sealed-code.ts'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { QrPicture } from '#ui/QrPicture.tsx'
import type { Handed } from '#platform/ports.ts'
import type { DrillTools } from '../tools.ts'
import styles from './hand-on.module.css'

/** A code for the organiser: to be scanned, copied or sent. Whoever opens its link with a phone is told what it is. */
export const CodeToShow = ({
  tools,
  code,
  label,
}: {
  readonly tools: Pick<DrillTools, 'address' | 'sharer'>
  readonly code: string
  readonly label: string
}) => {
  const t = useWords('drills')
  const { sharer, address } = tools
  const link = linkOfSealed(address, code)
  const matrix = useMemo(() => qrMatrix(link), [link])
  const [said, setSaid] = useState<'' | 'copied' | 'failed'>('')
  const tell = (handed: Handed, done: '' | 'copied') =>
    setSaid(handed === 'failed' ? 'failed' : handed === 'done' ? done : '')
  return (
    <>
      <div className={styles.code}>
        <QrPicture matrix={matrix} label={label} />
      </div>
      <Quiet>
        <Said k="drills:handIn.bright" />
      </Quiet>
      <Actions>
        <Button onClick={() => void sharer.copy(link).then((handed) => tell(handed, 'copied'))}>
          <Said k="drills:handIn.copy" />
        </Button>
        {sharer.canShare('link') ? (
          <Button onClick={() => void sharer.shareLink(label, link).then((handed) => tell(handed, ''))}>
            <Said k="drills:handIn.share" />
          </Button>
        ) : null}
      </Actions>
      <p role="status">{said === '' ? null : <Said text={t(`handIn.${said}`)} />}</p>
    </>
  )
}
