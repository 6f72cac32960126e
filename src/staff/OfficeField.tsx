import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { TextField } from '#ui/Field.tsx'
import type { StaffParts } from './parts.ts'

/** Who publishes: asked once on each device, and kept. */
export const OfficeField = ({ parts }: { readonly parts: StaffParts }) => {
  const office = useStore(parts.settings, (state) => state.office)
  return (
    <TextField
      label={<Said k="staff:settings.office" />}
      hint={<Said k="staff:settings.officeHint" />}
      value={office}
      most={120}
      onCommit={(text) => parts.setUp({ office: text.trim() })}
    />
  )
}

/** Asked on the way where nobody has said it yet; it does not go away while it is being typed. */
export const OfficeOnce = ({ parts, isKnown }: { readonly parts: StaffParts; readonly isKnown: boolean }) =>
  isKnown ? null : <OfficeField parts={parts} />
