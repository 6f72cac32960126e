import { useWords, languageOf, isLanguageTag, Said } from '#i18n/index.ts'
import styles from './Closures.module.css'

/**
 * What the publisher wrote, in the reader's language where there is one, else in Japanese, else in whatever there is; always beside
 * the sentences of the app, never instead.
 */
export const OwnWords = ({
  texts,
  title,
}: {
  readonly texts: Readonly<Record<string, string>>
  readonly title: string
}) => {
  const { language } = useWords('closures')
  const tag = [language, language.split('-')[0] ?? language, 'ja', 'en', ...Object.keys(texts)].find(
    (one) => (texts[one] ?? '') !== '',
  )
  if (tag === undefined) return null
  return (
    <p className={styles.own}>
      <span className={styles.strong}>
        <Said k={title} />
      </span>
      <q lang={isLanguageTag(tag, false) ? languageOf(tag).htmlLang : tag} dir="auto" translate="no">
        {texts[tag]}
      </q>
    </p>
  )
}
