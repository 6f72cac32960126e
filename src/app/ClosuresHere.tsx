import type { LngLat } from '#domain/geo/lng-lat.ts'
import { ClosuresNear, useClosures } from '#features/closures/index.ts'
import { WithLaterWords } from './LaterWords.tsx'
import type { Parts } from './parts.ts'

type Props = { readonly parts: Parts; readonly at: LngLat }

const Here = ({ parts, at }: Props) => {
  const now = useClosures(parts.closures, parts.services.clock)
  return <ClosuresNear now={now} at={at} onOpen={(id) => parts.act.pickClosure(id)} />
}

/** Closed roads near a place, as they stand with its answer. */
export const ClosuresHere = (props: Props) => (
  <WithLaterWords quiet>
    <Here {...props} />
  </WithLaterWords>
)
