import { useEffect, useRef, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Said, useWords } from '#i18n/index.ts'
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

/** Keeps everything but the page out of reach while it is open, and gives the focus back. */
function useAlone(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current
    const before = document.activeElement
    const others = [...document.body.children].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one !== element && !one.inert,
    )
    for (const one of others) one.inert = true
    element?.querySelector('button')?.focus()
    return () => {
      for (const one of others) one.inert = false
      if (before instanceof HTMLElement) before.focus()
    }
  }, [page])
}

/**
 * A page over everything else; when it is printed, it alone is. No `<dialog>`: what lies in the browser's top layer takes no part in
 * the pages of a printer.
 */
const Page = ({ onClose, ...props }: PaperProps & { readonly onClose: () => void }) => {
  const t = useWords('app')
  const page = useRef<HTMLDivElement>(null)
  useAlone(page)
  return createPortal(
    <div
      ref={page}
      className={styles.page}
      role="dialog"
      aria-modal="true"
      aria-label={t.label('title.escape')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <EscapeSheet {...props} onBack={onClose} />
    </div>,
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
