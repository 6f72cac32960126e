import { useMemo } from 'react'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { formatDate, Said, useWords, wordsIn } from '#i18n/index.ts'
import { describeGaps, type Gap, type Unstudied } from './describe-gaps.ts'
import { TextList } from './TextSection.tsx'

const AsOf = ({ asOf }: { readonly asOf: string | null }) => {
  const t = useWords('app')
  return asOf === null ? (
    <Said k="app:answer.asOfUnknown" />
  ) : (
    <Said text={t('answer.asOf', { date: formatDate(t.language, asOf) })} />
  )
}

const GapLine = ({ gap }: { readonly gap: Gap }) => {
  const t = useWords('text')
  const name = t.phrase(gap.name)
  return (
    <li>
      <Said
        text={t('unknown.gap', {
          name: gap.isDuration ? t('unknown.duration', { name }) : name,
          why: t.phrase(gap.why),
        })}
      />
    </li>
  )
}

const UnstudiedLine = ({ entry }: { readonly entry: Unstudied }) => {
  const t = useWords('text')
  return (
    <li>
      <Said text={t('unknown.gap', { name: t.phrase(entry.name), why: t.phrase(entry.note) })} />{' '}
      <span lang="ja" translate="no">
        {entry.source}
      </span>{' '}
      <AsOf asOf={entry.asOf} />
    </li>
  )
}

/** What this city's map does not know, and how old every fact in it is. Out of the manifest: nothing is left out by hand. */
export const NotKnown = ({ manifest }: { readonly manifest: PackManifest }) => {
  const t = useWords('text')
  const { gaps, unstudied, sources } = useMemo(() => describeGaps(manifest), [manifest])
  return (
    <>
      <p>
        <Said k="text:unknown.means" />
      </p>
      <TextList title={<Said k="text:unknown.data" />}>
        {gaps.length === 0 ? (
          <li>
            <Said k="text:unknown.allThere" />
          </li>
        ) : null}
        {gaps.map((gap) => (
          <GapLine key={gap.id} gap={gap} />
        ))}
      </TextList>
      {unstudied.length === 0 ? null : (
        <TextList title={<Said k="text:unknown.studied" />}>
          {unstudied.map((entry) => (
            <UnstudiedLine key={entry.id} entry={entry} />
          ))}
        </TextList>
      )}
      <TextList title={<Said k="text:unknown.everywhere" />}>
        {['text:unknown.now', 'sites:open', 'risk:unknown.outsideZone'].map((key) => (
          <li key={key}>
            <Said k={key} />
          </li>
        ))}
      </TextList>
      <TextList title={<Said k="text:unknown.dates" />}>
        {sources.map((source) => (
          <li key={source.id}>
            <Said text={wordsIn(t.language, source.title)} /> <AsOf asOf={source.asOf} />
          </li>
        ))}
      </TextList>
    </>
  )
}
