import { Said, useWords } from '#i18n/index.ts'
import { goToPart, type PartOfPage } from './TextSection.tsx'
import styles from './TextMode.module.css'

/**
 * A link to a part of this page. The address keeps its meaning (a screen), so the link only moves the focus; where there is
 * no script there is no page either.
 */
const PartLink = ({ part, words }: { readonly part: PartOfPage; readonly words: string }) => (
  <a
    href="#/text"
    onClick={(event) => {
      event.preventDefault()
      goToPart(part)
    }}
  >
    <span>
      <Said k={words} />
    </span>
  </a>
)

/** The first thing that Tab reaches: past the bar and what stands above the text. */
export const SkipLink = ({ to }: { readonly to: PartOfPage }) => (
  <div className={styles.skip}>
    <PartLink part={to} words="text:skip" />
  </div>
)

/** What stands on the page, as links, in the order of the page. */
export const OnThisPage = ({ parts }: { readonly parts: readonly PartOfPage[] }) => {
  const t = useWords('text')
  return (
    <nav className={styles.nav} aria-label={t.label('nav.title')}>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <PartLink part={part} words={`text:nav.${part}`} />
          </li>
        ))}
      </ul>
    </nav>
  )
}
