import { useState } from 'react'
import { useStore } from 'zustand'
import { addFurigana, languageOf, Said, useWords, type RubySetting } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { FURIGANA_CHOICES } from './settings.ts'
import type { SettingsFeature } from './store.ts'

/**
 * Which readings stand above the characters, in the languages that have them. Those of Japanese are loaded when they are first
 * wanted; where that fails nothing changes, and it is said.
 */
export const FuriganaChoice = ({ settings }: { readonly settings: SettingsFeature }) => {
  const t = useWords('settings')
  const furigana = useStore(settings.store, (state) => state.chosen.furigana)
  const [hasFailed, setHasFailed] = useState(false)
  const tag = t.language
  if (tag !== 'ja' && tag !== 'ja-simple') return null
  const choose = async (setting: RubySetting) => {
    if (tag === 'ja' && setting !== 'none') {
      const isThere = await addFurigana().then(
        () => true,
        () => false,
      )
      setHasFailed(!isThere)
      if (!isThere) return
    }
    settings.change({ furigana: { ...settings.store.getState().chosen.furigana, [tag]: setting } })
  }
  return (
    <>
      <Chips
        legend={<Said k="settings:furigana" />}
        options={FURIGANA_CHOICES.map((value) => ({
          value,
          label: <Said k={`settings:furiganas.${value}`} />,
        }))}
        value={furigana[tag]}
        onChange={(setting) => void choose(setting)}
      />
      {hasFailed ? (
        <Notice tone="unknown" announce>
          <p>
            <Said text={t('language:failed', { language: languageOf(tag).endonym })} />
          </p>
        </Notice>
      ) : null}
    </>
  )
}
