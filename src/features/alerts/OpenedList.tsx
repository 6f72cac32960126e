import type { OpenedSites } from '#domain/alerts/alerts-state.ts'
import type { Site } from '#domain/shelters/site.ts'
import { escapeMarkup, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { siteWords } from '../shelters/index.ts'
import styles from './alerts.module.css'

/** The sites that the city says it has opened, each with the way to its page. Nothing is said of the others. */
export const OpenedList = ({
  opened,
  sites,
  onSite,
}: {
  /** null = the city names none. */
  readonly opened: OpenedSites | null
  readonly sites: readonly Site[]
  /** Shows a site; null where there is no page for it. */
  readonly onSite: ((id: string) => void) | null
}) => {
  const t = useWords('alerts')
  const known = sites.filter(({ id }) => opened?.ids.has(id) === true)
  const others = [...(opened?.ids ?? [])].filter((id) => !sites.some((site) => site.id === id))
  return (
    <Section title={<Said k="alerts:sites.title" />}>
      {opened === null ? (
        <p>
          <Said k="alerts:sites.none" />
        </p>
      ) : (
        <>
          {opened.isOld ? (
            <p>
              <strong>
                <Said k="alerts:banner.old" />
              </strong>
            </p>
          ) : null}
          <ul className={styles.sites}>
            {known.map((site) => {
              const name = wordsIn(t.language, siteWords(site.name))
              return (
                <li key={site.id}>
                  {onSite === null ? (
                    <Said text={name} />
                  ) : (
                    <Button look="row" icon="shelter" onClick={() => onSite(site.id)}>
                      <Said text={name} />
                    </Button>
                  )}
                </li>
              )
            })}
            {others.map((id) => (
              <li key={id}>
                <Said text={t('sites.unknown', { id: escapeMarkup(id) })} />
              </li>
            ))}
          </ul>
          <Quiet>
            <Said k="alerts:sites.others" />
          </Quiet>
        </>
      )}
    </Section>
  )
}
