import { useState } from 'react'
import { MOST_IN_SCENARIO } from '#domain/drills/scenario-schema.ts'
import { cleanText } from '#domain/plan/text.ts'
import { languageOf, LANGUAGES, isLanguageTag, Said, useWords, type LanguageTag } from '#i18n/index.ts'
import { Select, TextField } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { DraftProps } from './DrillFrame.tsx'
import { FaultBox } from './FaultLine.tsx'

/** The two in which clerks work; others are added. */
const ALWAYS: readonly LanguageTag[] = ['ja', 'en']
const NONE = '-'

/** What the organiser calls the drill, language by language. Nothing is translated by the app. */
export const DrillTitles = ({ draft, onDraft }: DraftProps) => {
  const t = useWords('staff')
  const [added, setAdded] = useState<readonly string[]>([])
  const tags = [...new Set([...ALWAYS, ...Object.keys(draft.title), ...added])]
  const rest = LANGUAGES.filter(({ tag }) => !tags.includes(tag))
  const set = (tag: string, typed: string) => {
    const text = cleanText(typed, MOST_IN_SCENARIO.title)
    const others = Object.entries(draft.title).filter(([other]) => other !== tag)
    onDraft({ ...draft, title: Object.fromEntries(text === '' ? others : [...others, [tag, text]]) })
  }
  return (
    <>
      {tags.map((tag) => (
        <FaultBox key={tag} field={`title.${tag}`}>
          <TextField
            label={<Said k="staff:drill.frame.own" params={{ language: nameOf(tag) }} />}
            value={draft.title[tag] ?? ''}
            most={MOST_IN_SCENARIO.title}
            onCommit={(typed) => set(tag, typed)}
          />
        </FaultBox>
      ))}
      <Quiet>
        <Said k="staff:drill.frame.ownHint" />
      </Quiet>
      {rest.length === 0 ? null : (
        <Select
          label={<Said k="staff:drill.frame.addLanguage" />}
          value={NONE}
          options={[
            { value: NONE, text: t.label('drill.poster.noLanguage') },
            ...rest.map(({ tag, endonym }) => ({ value: tag as string, text: endonym })),
          ]}
          onChange={(tag) => setAdded([...added, tag])}
        />
      )}
    </>
  )
}

const nameOf = (tag: string): string => (isLanguageTag(tag) ? languageOf(tag).endonym : tag)
