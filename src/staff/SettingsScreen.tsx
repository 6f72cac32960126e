import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Section } from '#ui/Panel.tsx'
import { OfficeField } from './OfficeField.tsx'
import type { StaffParts } from './parts.ts'

const REMINDERS = [1, 3, 6, 12, 24] as const

/** What is set once on this device. */
export const SettingsScreen = ({ parts }: { readonly parts: StaffParts }) => {
  const { remindHours } = useStore(parts.settings)
  const index = useStore(parts.areas.store, (state) => state.index)
  const open = useStore(parts.areas.store, (state) => state.open)
  const areas = index?.areas ?? []
  return (
    <Section title={<Said k="staff:settings.title" />}>
      <OfficeField parts={parts} />
      <Chips
        legend={<Said k="staff:settings.remind" />}
        value={String(remindHours)}
        options={REMINDERS.map((hours) => ({
          value: String(hours),
          label: <Said k="staff:when.hours" params={{ hours }} />,
        }))}
        onChange={(hours) => parts.setUp({ remindHours: Number(hours) })}
      />
      {areas.length > 1 && open.code !== null ? (
        <Chips
          legend={<Said k="staff:settings.area" />}
          value={open.code}
          options={areas.map(({ code, name }) => ({ value: code, label: name.ja ?? code }))}
          onChange={(code) => void parts.areas.commands.open(code)}
        />
      ) : null}
    </Section>
  )
}
