import { useStore } from 'zustand'
import type { PackIndex } from '#domain/packs/area-pack.ts'
import { languageOf, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Section } from '#ui/Panel.tsx'
import { FuriganaChoice } from './FuriganaChoice.tsx'
import { TEXT_SIZES, THEME_CHOICES } from './settings.ts'
import type { SettingsFeature } from './store.ts'

/** The areas that this host offers. */
const AreaChoice = ({
  index,
  now,
  onChoose,
}: {
  readonly index: PackIndex | null
  readonly now: string | null
  readonly onChoose: (code: string) => void
}) => {
  const t = useWords('settings')
  if (index === null || index.areas.length < 2) return null
  return (
    <Chips
      legend={<Said k="settings:area" />}
      options={index.areas.map((area) => ({
        value: area.code,
        label: (
          <Said
            text={
              area.kind === 'sample'
                ? t('sampleArea', { name: wordsIn(t.language, area.name) })
                : wordsIn(t.language, area.name)
            }
          />
        ),
      }))}
      value={now ?? ''}
      onChange={onChoose}
    />
  )
}

/** Everything that a person can set for this device. */
export const SettingsPanel = ({
  settings,
  index,
  areaCode,
  onLanguage,
  onArea,
}: {
  readonly settings: SettingsFeature
  readonly index: PackIndex | null
  readonly areaCode: string | null
  /** Opens the choice of the language. */
  readonly onLanguage: () => void
  readonly onArea: (code: string) => void
}) => {
  const t = useWords('settings')
  const { chosen, kept } = useStore(settings.store)
  return (
    <Panel>
      {kept ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k="settings:notKept" />
          </p>
        </Notice>
      )}
      <Section title={<Said k="settings:language" />}>
        <Button icon="globe" onClick={onLanguage}>
          <span lang={languageOf(t.language).htmlLang}>{languageOf(t.language).endonym}</span>
        </Button>
        <FuriganaChoice settings={settings} />
      </Section>
      <Section title={<Said k="settings:look" />}>
        <Chips
          legend={<Said k="settings:textSize" />}
          options={TEXT_SIZES.map((size) => ({
            value: String(size),
            label: <Said text={t('percent', { value: size })} />,
          }))}
          value={String(chosen.textSize)}
          onChange={(size) => settings.change({ textSize: Number(size) })}
        />
        <Chips
          legend={<Said k="settings:theme" />}
          options={THEME_CHOICES.map((value) => ({ value, label: <Said k={`settings:themes.${value}`} /> }))}
          value={chosen.theme}
          onChange={(theme) => settings.change({ theme })}
        />
      </Section>
      <AreaChoice index={index} now={areaCode} onChoose={onArea} />
    </Panel>
  )
}
