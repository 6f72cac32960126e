import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import type { Area } from '#domain/packs/area.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { WalksHere } from '#features/shelters/index.ts'
import type { Speech } from '#features/speech/index.ts'
import type { Parts } from './parts.ts'

/**
 * What an answer is told beside its hazards. A chunk of its own that comes after the answer itself stands there; the service
 * worker keeps it with the shell.
 */
const chunk = () => import('./answer-parts.ts')
type Chunk = Awaited<ReturnType<typeof chunk>>

function later<P extends object>(pick: (parts: Chunk) => ComponentType<P>) {
  const Part = lazy(() => chunk().then((parts) => ({ default: pick(parts) as ComponentType<object> })))
  return (props: P): ReactNode => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  )
}

type OfParts = { readonly parts: Parts }
type AtPlace = { readonly area: Area; readonly at: LngLat }

export const StayHere = later<OfParts>((parts) => parts.StayHere)
export const ReadAnswer = later<
  OfParts & {
    readonly area: Area
    readonly sites: number
    readonly onFoot?: WalksHere | null
    readonly besides?: Speech
  }
>((parts) => parts.ReadAnswer)
export const TideLine = later<{ readonly area: Area; readonly now: number }>((parts) => parts.TideLine)
export const AroundHere = later<AtPlace>((parts) => parts.AroundHere)
export const ClosuresHere = later<OfParts & { readonly at: LngLat }>((parts) => parts.ClosuresHere)
export const CompareOnline = later<OfParts>((parts) => parts.CompareOnline)
export const OnlineHere = later<OfParts & { readonly at: LngLat; readonly accuracy: number | null }>(
  (parts) => parts.OnlineHere,
)
