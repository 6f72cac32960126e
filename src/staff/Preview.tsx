import { describeAlert } from '#domain/alerts/describe-alert.ts'
import type { Alert } from '#domain/alerts/alert.ts'
import type { Closure } from '#domain/closures/closure.ts'
import { describeClosure } from '#domain/closures/describe-closure.ts'
import { InLanguage, languageOf, LANGUAGES, Said, useWords, type OtherWords } from '#i18n/index.ts'
import type { Phrase } from '#i18n/phrase.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Panel.tsx'
import { useAllWords, type AllWords } from './use-all-words.ts'
import styles from './staff.module.css'

/** What residents read, with the city's own words beside. */
export type Told = {
  readonly id: string
  readonly phrases: readonly Phrase[]
  readonly own: readonly { readonly language: string; readonly text: string }[]
}

export function toldOfClosure(closure: Closure, now: number): Told {
  const report = describeClosure(closure, now)
  const { road, stretch, state, reason, access, when, depth, notes, source } = report
  const phrases = [state, road, stretch, reason, ...access, depth, ...when, ...notes, source]
  return {
    id: closure.id,
    phrases: phrases.filter((phrase) => phrase !== null),
    own: Object.entries(closure.title).map(([language, text]) => ({ language, text })),
  }
}

export function toldOfAlert(alert: Alert, now: number): Told {
  const { name, hazard, where, when, actions, sender, own } = describeAlert(alert, now)
  return { id: alert.id, phrases: [name, hazard, where, ...actions, when, sender], own }
}

/** Every sentence in every language, before anything is signed. Nothing here was translated by a machine. */
export const Preview = ({ told }: { readonly told: readonly Told[] }) => {
  const t = useWords('staff')
  const [all, again] = useAllWords()
  const failed = LANGUAGES.filter(({ tag }) => all.get(tag) === 'failed')
  const lacking = LANGUAGES.filter(({ tag }) => lacks(all, tag, told))
  return (
    <Section title={<Said k="staff:preview.title" />}>
      <p role="status">
        <Said
          text={
            all.size < LANGUAGES.length
              ? t('preview.loading', { done: all.size, total: LANGUAGES.length })
              : t('preview.loaded', { done: LANGUAGES.length - failed.length, total: LANGUAGES.length })
          }
        />
      </p>
      {failed.length === 0 ? null : (
        <Notice
          tone="unknown"
          announce
          actions={
            <Button onClick={again}>
              <Said k="staff:again" />
            </Button>
          }
        >
          <p>
            <Said
              k="staff:preview.failed"
              params={{ languages: failed.map(({ endonym }) => endonym).join(' / ') }}
            />
          </p>
        </Notice>
      )}
      {lacking.length === 0 ? null : (
        <Notice tone="unknown">
          <p>
            <Said
              k="staff:preview.lacking"
              params={{ languages: lacking.map(({ endonym }) => endonym).join(' / ') }}
            />
          </p>
        </Notice>
      )}
      <div className={styles.preview}>
        {LANGUAGES.map(({ tag }) => {
          const words = all.get(tag)
          return words === undefined || words === 'failed' ? null : (
            <InOneLanguage key={tag} tag={tag} words={words} told={told} />
          )
        })}
      </div>
    </Section>
  )
}

const InOneLanguage = ({ tag, words, told }: OtherWords & { readonly told: readonly Told[] }) => {
  const { endonym, htmlLang, dir } = languageOf(tag)
  return (
    <article lang={htmlLang} dir={dir} className={styles.tongue}>
      <h4>{endonym}</h4>
      <InLanguage of={{ tag, words }}>
        {told.map(({ id, phrases, own }) => (
          <div key={id} className={styles.told}>
            {phrases.map((phrase, index) => (
              <p key={index}>
                <Said phrase={phrase} />
              </p>
            ))}
            {own.map(({ language, text }) => (
              <p key={language} lang={language} dir="auto" className={styles.own}>
                {text}
              </p>
            ))}
          </div>
        ))}
      </InLanguage>
    </article>
  )
}

/** True when a sentence is not in a language yet: its readers get it in another one. */
function lacks(all: AllWords, tag: (typeof LANGUAGES)[number]['tag'], told: readonly Told[]): boolean {
  const words = all.get(tag)
  if (words === undefined || words === 'failed') return false
  return told.some(({ phrases }) =>
    phrases.some(({ key, params }) => {
      const count = params?.['count']
      return !words.exists(key, { lng: tag, ...(typeof count === 'number' ? { count } : {}) })
    }),
  )
}
