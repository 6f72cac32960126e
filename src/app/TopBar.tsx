import { useStore } from 'zustand'
import { languageOf, Said, useWords, wordsIn } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { Icon } from '#ui/Icon.tsx'
import type { Parts } from './parts.ts'
import styles from './TopBar.module.css'

/**
 * On every screen: the name of the app and of the area, the search, the language by its own name, the menu. The text has its
 * own search, and shows the name to the eye too.
 */
export const TopBar = ({ parts }: { readonly parts: Parts }) => {
  const t = useWords('app')
  const area = useStore(parts.areas.store, areaOf)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const language = languageOf(t.language)
  return (
    <div className={styles.bar} data-layout={layout}>
      <h1 className={styles.name}>
        <Said k="app:name" />
        {area === null ? null : (
          <span className={styles.area}>
            <Said text={wordsIn(t.language, { kana: '', ...area.manifest.area.name })} />
          </span>
        )}
      </h1>
      {layout === 'text' ? null : (
        <button
          type="button"
          className={styles.search}
          onClick={() => parts.routes.go('search', { moveFocus: false })}
        >
          <Icon name="search" />
          <span>
            <Said k="app:bar.search" />
          </span>
        </button>
      )}
      <button
        type="button"
        className={styles.language}
        aria-label={t.label('bar.language', { language: language.endonym })}
        aria-haspopup="dialog"
        onClick={() => parts.routes.openDialog('language')}
      >
        <Icon name="globe" />
        <span lang={language.htmlLang}>{language.endonym}</span>
      </button>
      <button
        type="button"
        className={styles.menu}
        aria-haspopup="dialog"
        onClick={() => parts.routes.openDialog('menu')}
      >
        <Icon name="menu" />
        <span>
          <Said k="app:bar.menu" />
        </span>
      </button>
    </div>
  )
}
