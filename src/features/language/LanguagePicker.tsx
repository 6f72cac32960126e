import { useEffect, useState } from 'react'
import { Heard, languageOf, Said, useWords, type LanguageTag } from '#i18n/index.ts'
import { SearchField } from '#ui/SearchField.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { findLanguages } from './find-languages.ts'
import styles from './LanguagePicker.module.css'

/** All languages by their own names, each spoken and drawn in itself; found by any name that it has anywhere. */
export const LanguagePicker = ({
  now,
  loading,
  onChoose,
}: {
  readonly now: LanguageTag
  /** The one whose words are being fetched. */
  readonly loading: LanguageTag | null
  readonly onChoose: (tag: LanguageTag) => void
}) => {
  const t = useWords('language')
  const [text, setText] = useState('')
  const found = findLanguages(text)
  // On a slow line a tap must be seen to have been heard; a quick change needs no words.
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (loading === null) return undefined
    const timer = setTimeout(() => setIsSlow(true), 400)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [loading])
  return (
    <div className={styles.picker}>
      <SearchField label={<Said k="language:search" />} text={text} most={60} onType={setText} />
      <LiveRegion>
        {loading !== null && isSlow ? (
          <Heard text={t('loading', { language: languageOf(loading).endonym })} />
        ) : text === '' ? null : found.length === 0 ? (
          <Heard text={t('none', { text })} />
        ) : (
          <Heard text={t('count', { count: found.length })} />
        )}
      </LiveRegion>
      {found.length === 0 ? (
        <p>
          <Said text={t('none', { text })} />
        </p>
      ) : null}
      <ul className={styles.list}>
        {found.map((language) => (
          <li key={language.tag}>
            <button
              type="button"
              className={styles.language}
              lang={language.htmlLang}
              dir={language.dir}
              aria-current={language.tag === now ? 'true' : undefined}
              aria-busy={language.tag === loading ? 'true' : undefined}
              onClick={() => onChoose(language.tag)}
            >
              {language.endonym}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
