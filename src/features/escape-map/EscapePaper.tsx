import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import type { ClosuresKnown } from '../ways/index.ts'
import type { EscapeTools } from './escape-tools.ts'
import { EscapeSheet } from './EscapeSheet.tsx'
import styles from './EscapePaper.module.css'
import type { EscapeAnswer, Shown } from './use-escape.ts'

export type PaperProps = {
  readonly tools: EscapeTools
  readonly answer: EscapeAnswer
  readonly shown: Shown
  readonly closures: ClosuresKnown
}

/** A page over everything else; when it is printed, it alone is. */
const Page = ({ onClose, ...props }: PaperProps & { readonly onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
  }, [])
  return createPortal(
    <dialog ref={dialog} className={styles.page} onClose={onClose}>
      <EscapeSheet {...props} onBack={onClose} />
    </dialog>,
    document.body,
  )
}

/** The button that makes a page for paper, and the page. */
export const EscapePaper = (props: PaperProps) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Said k="escape:paper.open" />
      </Button>
      {isOpen ? <Page {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
