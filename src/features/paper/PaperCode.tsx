import { useMemo } from 'react'
import { linkOfCode } from '#domain/plan/code/code-link.ts'
import { encodePlan } from '#domain/plan/code/encode-plan.ts'
import { roomFor } from '#domain/plan/code/layout.ts'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Said, useWords } from '#i18n/index.ts'
import { QrPicture } from '#ui/QrPicture.tsx'
import { PaperPart, Sentences } from './Beside.tsx'
import styles from './Paper.module.css'

/** The essential of the plan as a QR code: a camera and this app bring it back on another phone, years later. */
export const PaperCode = ({ plan, address }: { readonly plan: Plan; readonly address: string }) => {
  const t = useWords('paper')
  const encoded = useMemo(
    () => encodePlan(plan, { parts: 'essential', position: 'exact', room: roomFor(address) }),
    [plan, address],
  )
  const text = encoded.ok ? (encoded.value.codes[0]?.text ?? null) : null
  return (
    <PaperPart name="code" title="paper:code.title">
      {text === null ? (
        <Sentences phrases={[{ key: 'paper:code.tooLong' }]} />
      ) : (
        <div className={styles.code}>
          <div className={styles.qr}>
            <QrPicture matrix={qrMatrix(linkOfCode(address, text))} label={t.label('code.label')} />
          </div>
          <Sentences phrases={[{ key: 'paper:code.scan' }, { key: 'paper:code.private' }]} />
          <p className={styles.address} lang="zxx" dir="ltr">
            <Said text={address.replaceAll(/[\\{}|[\]]/g, '\\$&')} />
          </p>
        </div>
      )}
    </PaperPart>
  )
}
