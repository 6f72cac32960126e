import { useStore } from 'zustand'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { Panel, Section } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import type { Parts } from './parts.ts'
import styles from './AboutPanel.module.css'

/** A URL from a pack becomes a link only when it is https: a pack is data from a host. */
const secureLink = (url: string | null): string | null =>
  url !== null && url.startsWith('https://') ? url : null

const Source = ({ source }: { readonly source: PackManifest['sources'][number] }) => {
  const t = useWords('app')
  const link = secureLink(source.licence.url)
  return (
    <li className={styles.source}>
      <p lang="ja" translate="no">
        {source.credit}
      </p>
      <p>
        {source.asOf === null ? (
          <Said k="app:answer.asOfUnknown" />
        ) : (
          <Said text={t('answer.asOf', { date: formatDate(t.language, source.asOf) })} />
        )}{' '}
        {link === null ? (
          <span translate="no">{source.licence.name}</span>
        ) : (
          <a href={link} rel="noreferrer" translate="no">
            {source.licence.name}
          </a>
        )}
      </p>
    </li>
  )
}

/** What this is, what it is not, whose data it shows. */
export const AboutPanel = ({ parts }: { readonly parts: Parts }) => {
  const t = useWords('online')
  const area = useStore(parts.areas.store, areaOf)
  return (
    <Panel>
      <p>
        <Said k="app:about.what" />
      </p>
      <Section title={<Said k="app:about.limitsTitle" />}>
        <ul className={styles.limits}>
          {['alarm', 'uncoloured', 'position', 'japanese'].map((limit) => (
            <li key={limit}>
              <Said k={`app:about.limits.${limit}`} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={<Said k="online:servers.title" />}>
        <p>
          <Said text={t('servers.portal', { host: parts.services.official.host })} />
        </p>
        <p>
          <Said k="online:servers.none" />
        </p>
      </Section>
      <Emergency />
      {area === null ? null : (
        <Section title={<Said k="app:about.sources" />}>
          <ul className={styles.sources}>
            {area.manifest.sources.map((source) => (
              <Source key={source.id} source={source} />
            ))}
          </ul>
        </Section>
      )}
    </Panel>
  )
}
