import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Panel.tsx'
import type { KnownClosures } from './known-closures.ts'

/** Which closures were counted in, and what the picture does not know. */
export const EscapeNotes = ({
  closures,
  unplaced,
}: {
  readonly closures: KnownClosures
  /** How many closures lie near no way that is known. */
  readonly unplaced: number
}) => (
  <>
    <Notice tone="hazard">
      <p>
        <Said k="roads:first.level5" />
      </p>
    </Notice>
    <Section title={<Said k="roads:first.closures" />}>
      {closures.says.map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
      {unplaced === 0 ? null : (
        <p>
          <Said k="roads:unplaced" params={{ count: unplaced }} />
        </p>
      )}
    </Section>
    <Section title={<Said k="escape:notes.title" />}>
      <p>
        <Said k="roads:first.plan" />
      </p>
      <p>
        <Said k="escape:notes.crowd" />
      </p>
      <p>
        <Said k="escape:notes.unknown" />
      </p>
    </Section>
  </>
)
