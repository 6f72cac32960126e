import { Said, useWords } from '#i18n/index.ts'
import type { Inspected } from '#features/risk/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Parts } from './parts.ts'

/** Puts the place of the answer into the family's plan. Nothing is kept before its editor says so. */
export const KeepPlace = ({ parts, place }: { readonly parts: Parts; readonly place: Inspected }) => {
  const t = useWords('app')
  return (
    <div>
      <Button
        icon="pin"
        onClick={() => void parts.act.keepPlace(place.at, place.name?.ja ?? '', t.label('plan.first'))}
      >
        <Said k="app:answer.keep" />
      </Button>
    </div>
  )
}
