import { useState } from 'react'
import { useStore } from 'zustand'
import {
  LANGUAGES,
  formatDate,
  InLanguage,
  languageOf,
  Said,
  useManyWords,
  useWords,
  wordsIn,
  type LanguageTag,
  type SayWords,
} from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { Select, TextField } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { ScenarioName } from '../home/ScenarioName.tsx'
import type { Finished } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import styles from './hand-on.module.css'

/** Characters of a name on paper. */
const LONGEST_NAME = 60

type Printed = { readonly finished: Finished; readonly withResult: boolean }

/** The day in Japan on which the drill was joined. */
const dayOf = ({ drill }: Finished): string =>
  new Date(drill.joined + 9 * 3_600_000).toISOString().slice(0, 10)

const marginOf = (t: SayWords, margin: number | null): string =>
  margin === null ? t('handIn.unknown') : t('handIn.minutes', { minutes: Math.floor(margin) })

/** The certificate in the language of now. */
const InOneLanguage = ({ finished, withResult }: Printed) => {
  const t = useWords('drills')
  const { drill, result, world } = finished
  const { scenario, mode } = drill.run
  const { htmlLang, dir } = languageOf(t.language)
  return (
    <section lang={htmlLang} dir={dir}>
      <h1>
        <Said k="drills:certificate.title" />
      </h1>
      <p>
        <Said k="drills:certificate.took" />
      </p>
      <dl>
        <dt>
          <Said k="drills:certificate.drill" />
        </dt>
        <dd>
          <ScenarioName scenario={scenario} /> (<Said k={`drills:mode.${mode}`} />)
        </dd>
        <dt>
          <Said k="drills:certificate.date" />
        </dt>
        <dd>
          <Said text={formatDate(t.language, dayOf(finished))} />
        </dd>
        <dt>
          <Said k="drills:certificate.area" />
        </dt>
        <dd>
          <Said text={wordsIn(t.language, { kana: '', ...world.area.manifest.area.name })} />
        </dd>
        {withResult && result !== null ? (
          <>
            <dt>
              <Said k="drills:handIn.outcome" />
            </dt>
            <dd>
              <Said k={`drills:outcome.${result.outcome}`} />
            </dd>
            <dt>
              <Said k="drills:handIn.margin" />
            </dt>
            <dd>
              <Said text={marginOf(t, result.margin)} />
            </dd>
          </>
        ) : null}
      </dl>
      <p>
        <Said k="drills:certificate.only" />
      </p>
    </section>
  )
}

/** What is chosen for the paper; it is not printed. */
const Wishes = ({
  language,
  name,
  onName,
  withResult,
  onWithResult,
  second,
  onSecond,
}: {
  readonly language: LanguageTag
  readonly name: string
  readonly onName: (name: string) => void
  readonly withResult: boolean
  readonly onWithResult: (withResult: boolean) => void
  readonly second: LanguageTag | ''
  readonly onSecond: (tag: LanguageTag | '') => void
}) => {
  const t = useWords('drills')
  const offered = LANGUAGES.filter(({ tag, status }) => status === 'shipped' && tag !== language)
  return (
    <div className={styles.settings}>
      <TextField
        label={<Said k="drills:certificate.name" />}
        value={name}
        most={LONGEST_NAME}
        onCommit={onName}
      />
      <Switch label={<Said k="drills:certificate.withResult" />} on={withResult} onChange={onWithResult} />
      <Select
        label={<Said k="drills:certificate.second" />}
        value={second}
        onChange={(tag) => onSecond(offered.find((one) => one.tag === tag)?.tag ?? '')}
        options={[
          { value: '', text: t.label('certificate.noSecond') },
          ...offered.map(({ tag, endonym }) => ({ value: tag, text: endonym })),
        ]}
      />
    </div>
  )
}

/** A certificate of taking part, in one language or two. The name is typed here, printed, and kept nowhere. */
export const Certificate = ({ tools }: { readonly tools: DrillTools }) => {
  const t = useWords('drills')
  const finished = useStore(tools.drills.store, (state) => state.finished)
  const [name, setName] = useState('')
  const [withResult, setWithResult] = useState(false)
  const [second, setSecond] = useState<LanguageTag | ''>('')
  const others = useManyWords([second === '' ? t.language : second])
  if (finished === null)
    return (
      <p>
        <Said k="drills:certificate.nothing" />
      </p>
    )
  return (
    <>
      <Wishes
        language={t.language}
        name={name}
        onName={setName}
        withResult={withResult}
        onWithResult={setWithResult}
        second={second}
        onSecond={setSecond}
      />
      {second !== '' && others.status === 'failed' ? (
        <Notice
          tone="unknown"
          announce
          actions={
            <Button onClick={others.again}>
              <Said k="app:plan.again" />
            </Button>
          }
        >
          <p>
            <Said text={t('language:failed', { language: languageOf(second).endonym })} />
          </p>
        </Notice>
      ) : null}
      <article className={styles.certificate}>
        <p className={styles.nameLine}>
          <bdi>{name}</bdi>
        </p>
        <InOneLanguage finished={finished} withResult={withResult} />
        {(second !== '' && others.status === 'ready' ? others.languages : []).map((of) => (
          <InLanguage key={of.tag} of={of}>
            <InOneLanguage finished={finished} withResult={withResult} />
          </InLanguage>
        ))}
      </article>
    </>
  )
}
