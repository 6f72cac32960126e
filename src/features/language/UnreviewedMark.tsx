import { languageOf, Said, useWords } from '#i18n/index.ts'
import { REVIEWED_TAGS } from '#i18n/reviewed-tags.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './UnreviewedMark.module.css'

const isReviewed = (tag: string): boolean =>
  tag === 'ja' || (REVIEWED_TAGS as readonly string[]).includes(tag)

/** The same on paper: one sentence in the language of now, nothing where its words were checked. */
export const UnreviewedLine = () => {
  const { language } = useWords('language')
  return isReviewed(language) ? null : (
    <p>
      <Said k="language:unreviewed.why" />
    </p>
  )
}

/**
 * Says that no speaker has checked the words of this language, which text is the right one, and how to report a mistake.
 * Nothing for a language that was checked.
 */
export const UnreviewedMark = ({ onReport }: { readonly onReport: () => void }) => {
  const t = useWords('language')
  const { tag, endonym, htmlLang } = languageOf(t.language)
  if (isReviewed(tag)) return null
  return (
    <details className={styles.mark}>
      <summary>
        <Icon name="question" />
        <span>
          <Said k="language:unreviewed.mark" />
        </span>
      </summary>
      <p>
        <bdi lang={htmlLang}>{endonym}</bdi>
      </p>
      <p>
        <Said k="language:unreviewed.why" />
      </p>
      <button type="button" className={styles.report} onClick={onReport}>
        <Said k="language:report.open" />
      </button>
    </details>
  )
}
