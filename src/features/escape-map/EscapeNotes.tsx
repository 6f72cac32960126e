import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import { Said } from '#i18n/index.ts'
import { Section } from '#ui/Panel.tsx'
import { KnowFirst, type ClosuresKnown } from '../ways/index.ts'

/** Which closures were counted in, when nobody sets out any more, and what the picture does not know. */
export const EscapeNotes = ({
  hazard,
  closures,
  unplaced,
}: {
  readonly hazard: SiteHazard
  readonly closures: ClosuresKnown
  /** How many closures lie near no way that is known. */
  readonly unplaced: number
}) => (
  <>
    <KnowFirst hazard={hazard} closures={closures} />
    <Section title={<Said k="escape:notes.title" />}>
      {unplaced === 0 ? null : (
        <p>
          <Said k="roads:unplaced" params={{ count: unplaced }} />
        </p>
      )}
      <p>
        <Said k="escape:notes.crowd" />
      </p>
      <p>
        <Said k="escape:notes.unknown" />
      </p>
    </Section>
  </>
)
