import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import styles from './LanguageList.module.css'

/** All languages by their own names, each spoken and drawn in itself. */
export const LanguageList = ({
  now,
  onChoose,
}: {
  readonly now: LanguageTag
  readonly onChoose: (tag: LanguageTag) => void
}) => (
  <ul className={styles.list}>
    {LANGUAGES.map((language) => (
      <li key={language.tag}>
        <button
          type="button"
          className={styles.language}
          lang={language.htmlLang}
          dir={language.dir}
          aria-current={language.tag === now ? 'true' : undefined}
          onClick={() => onChoose(language.tag)}
        >
          {language.endonym}
        </button>
      </li>
    ))}
  </ul>
)
