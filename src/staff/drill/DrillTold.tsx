import { useState } from 'react'
import { describeInject } from '#domain/drills/describe-scenario.ts'
import type { Inject, Scenario } from '#domain/drills/scenario.ts'
import type { Area } from '#domain/packs/area.ts'
import { nearestPlace } from '#domain/publish/nearest-place.ts'
import { describeTrigger } from '#domain/timeline/describe-timeline.ts'
import type { Phrase } from '#i18n/phrase.ts'
import {
  InLanguage,
  languageOf,
  LANGUAGES,
  Said,
  useManyWords,
  useWords,
  type LanguageTag,
  type OtherWords,
} from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import styles from './drill.module.css'
import { percentOf } from './DrillWater.tsx'

/** What participants come to know at a minute, and which of them. */
type Told = {
  readonly minute: number
  /** In the words of the app; null = water, told by the share of its depth. */
  readonly phrase: Phrase | null
  readonly share: number
  readonly whom: 'all' | 'some' | 'walking' | 'standing'
}

/** All that a scenario tells, in the order in which it comes at the earliest. */
function toldIn({ signals, hazard, injects, water }: Scenario, area: Area): readonly Told[] {
  const rise = water.kind === 'rise' ? water.curve : []
  const all: readonly Told[] = [
    ...signals.map(({ minute, trigger }) => ({
      minute,
      phrase: describeTrigger(trigger, hazard).name,
      share: 1,
      whom: 'all' as const,
    })),
    ...injects.map((inject) => ({
      minute: inject.when.fromMinute,
      phrase: phraseOf(inject, area),
      share: inject.when.share,
      whom: whomOf(inject),
    })),
    ...rise.map(({ minute, share }) => ({ minute, phrase: null, share, whom: 'all' as const })),
  ]
  return all.toSorted((a, b) => a.minute - b.minute)
}

const whomOf = ({ when }: Inject): Told['whom'] => {
  if (when.onTheWay !== null) return when.onTheWay ? 'walking' : 'standing'
  return when.share === 1 ? 'all' : 'some'
}

function phraseOf(inject: Inject, area: Area): Phrase {
  const near = inject.at === null ? null : nearestPlace(area.places, inject.at)
  const site = area.sites?.find(({ id }) => id === inject.site)?.name.ja ?? null
  return describeInject(inject, near, site)
}

/** Step 6: what is told when, in any language of the app. */
export const DrillTold = ({ scenario, area }: { readonly scenario: Scenario; readonly area: Area }) => {
  const t = useWords('staff')
  const [tag, setTag] = useState<LanguageTag>(t.language)
  const words = useManyWords([tag])
  const told = toldIn(scenario, area)
  return (
    <Section title={<Said k="staff:drill.told.title" />}>
      <Select
        label={<Said k="staff:drill.told.language" />}
        value={tag}
        options={LANGUAGES.map(({ tag: value, endonym }) => ({ value: value as string, text: endonym }))}
        onChange={(chosen) => setTag(LANGUAGES.find((one) => one.tag === chosen)?.tag ?? tag)}
      />
      {told.length === 0 ? (
        <Quiet>
          <Said k="staff:drill.told.nothing" />
        </Quiet>
      ) : null}
      <p role="status">{words.status === 'loading' ? <Said k="staff:drill.told.loading" /> : null}</p>
      {words.status === 'failed' ? <Failed onAgain={words.again} /> : null}
      {words.status === 'ready' && words.languages[0] !== undefined && told.length > 0 ? (
        <Table told={told} of={words.languages[0]} />
      ) : null}
    </Section>
  )
}

export const Failed = ({ onAgain }: { readonly onAgain: () => void }) => (
  <Notice
    tone="unknown"
    announce
    actions={
      <Button onClick={onAgain}>
        <Said k="staff:again" />
      </Button>
    }
  >
    <p>
      <Said k="staff:drill.poster.failed" />
    </p>
  </Notice>
)

const HEADS = ['minute', 'what', 'whom'] as const

const Table = ({ told, of }: { readonly told: readonly Told[]; readonly of: OtherWords }) => {
  const { htmlLang, dir } = languageOf(of.tag)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                <Said k={`staff:drill.told.${head}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map(({ minute, phrase, share, whom }, index) => (
            <tr key={index}>
              <th scope="row">{minute}</th>
              {phrase === null ? (
                <td>
                  <Said k="staff:drill.told.water" params={{ share: percentOf(share) }} />
                </td>
              ) : (
                <td lang={htmlLang} dir={dir}>
                  <InLanguage of={of}>
                    <Said phrase={phrase} />
                  </InLanguage>
                </td>
              )}
              <td>
                <Said k={`staff:drill.told.${whom}`} params={{ share: percentOf(share) }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
