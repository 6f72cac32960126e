import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { StaffParts } from './parts.ts'

/** The end of a form: what is missing, on to the check, or out. */
export const FormEnd = ({
  parts,
  missing,
  onNext,
}: {
  readonly parts: StaffParts
  /** Key of the sentence that says what is missing; null = nothing was missed yet. */
  readonly missing: string | null
  readonly onNext: () => void
}) => (
  <>
    <div role="alert">
      {missing === null ? null : (
        <Notice tone="unknown">
          <p>
            <Said k={missing} />
          </p>
        </Notice>
      )}
    </div>
    <Actions>
      <Button look="main" onClick={onNext}>
        <Said k="staff:closure.next" />
      </Button>
      <Button onClick={() => parts.routes.go('home')}>
        <Said k="staff:cancel" />
      </Button>
    </Actions>
  </>
)
