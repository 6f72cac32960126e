import { useState } from 'react'
import { Heard, languageOf, plain, Said, useTermWords, useWords, type Term } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Section } from '#ui/Panel.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { findTerms } from './find-terms.ts'
import { GROUPS, sourceIn, TERMS } from './term-table.ts'
import styles from './WordsPanel.module.css'

/** The Japanese word with its reading, what it means here, where that comes from, and what it means in easy Japanese. */
const TermEntry = ({ term }: { readonly term: Term }) => {
  const t = useWords('terms')
  const source = sourceIn(term, t.language)
  const isJapanese = languageOf(t.language).htmlLang === 'ja'
  return (
    <li className={styles.term}>
      <p className={styles.japanese} lang="ja" translate="no">
        <Said text={term.marked} />
        {t.language === 'ja' ? <span className={styles.kana}>{term.kana}</span> : null}
      </p>
      {isJapanese ? null : (
        <p className={styles.meaning}>
          <Said k={`terms:${term.key}`} />
        </p>
      )}
      {source === null ? null : (
        <p className={styles.source} data-source={source}>
          <Said k={`words:source.${source}`} />
          {source === 'own' ? (
            <>
              {' – '}
              <Said k="language:unreviewed.term" />
            </>
          ) : null}
        </p>
      )}
      <p className={styles.easyTitle}>
        <Said k="words:easy" />
      </p>
      <p className={styles.easy} lang="ja" translate="no">
        <Said text={term.easy} />
      </p>
    </li>
  )
}

/**
 * The words that signs, loudspeakers and television say, in Japanese and in the language of now: whoever hears "hinan shiji" can
 * look up what to do.
 */
export const WordsPanel = () => {
  const t = useWords('words')
  const terms = useWords('terms')
  const state = useTermWords()
  const [text, setText] = useState('')
  if (state === 'failed')
    return (
      <Notice tone="unknown" announce>
        <p>
          <Said text={t('language:failed', { language: languageOf(t.language).endonym })} />
        </p>
      </Notice>
    )
  if (state === 'loading') return null
  const found = findTerms(TERMS, text, (term) => plain(terms(term.key)))
  return (
    <Panel>
      <p>
        <Said k="words:intro" />
      </p>
      <SearchField label={<Said k="words:search" />} text={text} most={80} onType={setText} />
      <LiveRegion>{text === '' ? null : <Heard text={t('found', { count: found.length })} />}</LiveRegion>
      {found.length === 0 ? (
        <p>
          <Said text={t('none', { text })} />
        </p>
      ) : null}
      {GROUPS.map((group) => {
        const own = found.filter((term) => term.group === group)
        return own.length === 0 ? null : (
          <Section key={group} title={<Said k={`words:group.${group}`} />}>
            <ul className={styles.terms}>
              {own.map((term) => (
                <TermEntry key={term.key} term={term} />
              ))}
            </ul>
          </Section>
        )
      })}
    </Panel>
  )
}
