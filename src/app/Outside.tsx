import { useStore } from 'zustand'
import { isInside } from '#domain/geo/lng-lat.ts'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { OnlineHere } from './later-parts.tsx'
import type { Parts } from './parts.ts'

/**
 * The place lies outside the open area: it is said plainly, other areas whose box holds it are offered, and so are the official
 * pictures.
 */
export const Outside = ({ parts }: { readonly parts: Parts }) => {
  const t = useWords('app')
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const { index, open } = useStore(parts.areas.store)
  const here = inspected?.at
  const others =
    here === undefined
      ? []
      : (index?.areas ?? []).filter((area) => area.code !== open.code && isInside(here, area.bounds))
  return (
    <>
      <Notice
        tone="unknown"
        actions={others.map((area) => (
          <Button key={area.code} onClick={() => void parts.act.chooseArea(area.code)}>
            <Said text={t('answer.openArea', { name: wordsIn(t.language, { kana: '', ...area.name }) })} />
          </Button>
        ))}
      >
        <p>
          <Said k="app:answer.outside" />
        </p>
      </Notice>
      {inspected === null ? null : (
        <OnlineHere parts={parts} at={inspected.at} accuracy={inspected.accuracy} />
      )}
    </>
  )
}
