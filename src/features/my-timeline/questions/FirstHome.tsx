import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { QuestionProps } from './question-props.ts'

/** A question that asks for the answer to an earlier one first, with the way there. */
export const FirstHome = ({
  needs,
  onGo,
}: Pick<QuestionProps, 'onGo'> & { readonly needs: 'home' | 'building' | 'people' }) => (
  <Notice
    tone="unknown"
    actions={
      <Button onClick={() => onGo(needs)}>
        <Said k={`interview:first.go.${needs}`} />
      </Button>
    }
  >
    <p>
      <Said k={`interview:first.${needs}`} />
    </p>
  </Notice>
)
