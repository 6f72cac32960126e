import { useState } from 'react'
import type { Scenario } from '#domain/drills/scenario.ts'
import type { Words } from '#domain/packs/area-pack.ts'
import { MOST_POSTER_LANGUAGES, Poster } from '#features/drills/poster/Poster.tsx'
import { LANGUAGES, Said, useManyWords, useWords, type LanguageTag } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Field.tsx'
import { Actions, Section } from '#ui/Panel.tsx'
import { useFocusOnShow } from '../use-focus-on-show.ts'
import styles from './drill.module.css'
import type { Invited } from './DrillOut.tsx'
import { Failed } from './DrillTold.tsx'

const NONE = '-'
const FIRST: readonly (LanguageTag | null)[] = ['ja', 'ja-simple', 'en', null]

/** The poster as it will be printed, and the languages in which it speaks. */
export const DrillPoster = ({
  scenario,
  invited,
  area,
  onBack,
}: {
  readonly scenario: Scenario
  readonly invited: Invited
  readonly area: Words
  readonly onBack: () => void
}) => {
  const t = useWords('staff')
  const back = useFocusOnShow<HTMLButtonElement>()
  const [chosen, setChosen] = useState(FIRST)
  const tags = [...new Set(chosen.filter((tag) => tag !== null))]
  const words = useManyWords(tags)
  const choose = (index: number, value: string) =>
    setChosen(chosen.with(index, LANGUAGES.find(({ tag }) => tag === value)?.tag ?? null))
  return (
    <>
      <div className={styles.noPrint}>
        <Section title={<Said k="staff:drill.poster.title" />}>
          <Actions>
            <Button ref={back} icon="back" onClick={onBack}>
              <Said k="staff:drill.poster.back" />
            </Button>
            <Button look="main" disabled={words.status !== 'ready'} onClick={() => print()}>
              <Said k="staff:drill.poster.print" />
            </Button>
          </Actions>
          {Array.from({ length: MOST_POSTER_LANGUAGES }, (_, index) => (
            <Select
              key={index}
              label={<Said k="staff:drill.poster.language" params={{ number: index + 1 }} />}
              value={chosen[index] ?? NONE}
              options={[
                ...(index === 0 ? [] : [{ value: NONE, text: t.label('drill.poster.noLanguage') }]),
                ...LANGUAGES.map(({ tag, endonym }) => ({ value: tag as string, text: endonym })),
              ]}
              onChange={(value) => choose(index, value)}
            />
          ))}
          <p role="status">{words.status === 'loading' ? <Said k="staff:drill.told.loading" /> : null}</p>
        </Section>
      </div>
      {words.status === 'failed' ? <Failed onAgain={words.again} /> : null}
      {words.status === 'ready' && invited.link !== null ? (
        <Poster
          invitation={invited.invitation}
          title={scenario.title}
          languages={words.languages}
          code={invited.code}
          link={invited.link}
          area={area}
        />
      ) : null}
    </>
  )
}
