import { useId, type ReactNode } from 'react'
import styles from './TextMode.module.css'

/** The parts of the page, in the order in which they are read. */
export type PartOfPage = 'place' | 'answer' | 'sites' | 'unknown' | 'emergency' | 'more'

const headingId = (part: PartOfPage) => `part-${part}`

/** Moves the focus to the heading of a part, so that a screen reader reads on from there. */
export function goToPart(part: PartOfPage): void {
  const heading = document.querySelector<HTMLElement>(`#${headingId(part)}`)
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

/** A part of the page under its heading, which can take the focus. */
export const TextSection = ({
  part,
  title,
  children,
}: {
  readonly part: PartOfPage
  readonly title: ReactNode
  readonly children: ReactNode
}) => (
  <section className={styles.section} aria-labelledby={headingId(part)} data-part={part}>
    <h2 id={headingId(part)} tabIndex={-1} className={styles.heading}>
      {title}
    </h2>
    {children}
  </section>
)

/** A part of a part: a list under its own heading. */
export const TextList = ({
  title,
  children,
}: {
  readonly title: ReactNode
  readonly children: ReactNode
}) => {
  const id = useId()
  return (
    <div className={styles.part}>
      <h3 id={id}>{title}</h3>
      <ul className={styles.list} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  )
}
