import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { Parts } from './parts.ts'

const AlertStrip = lazy(() => import('./AlertStrip.tsx').then((chunk) => ({ default: chunk.AlertStrip })))

/**
 * Orders of the city, at the top of every screen. Their code is fetched with the first of them; then it stays, to say that one was
 * lifted. No room is kept for them: most days there is none, and one that comes may move what is being read.
 */
export const AlertsOnTop = ({ parts }: { readonly parts: Parts }) => {
  const hasOrders = useStore(
    parts.alerts,
    ({ reading }) => reading?.kept?.feed.alerts.some(({ lifted }) => lifted === null) === true,
  )
  const [isHere, setHere] = useState(hasOrders)
  if (hasOrders && !isHere) setHere(true)
  if (!isHere) return null
  return (
    <ErrorBoundary says="app:crash.alerts">
      <Suspense fallback={null}>
        <AlertStrip parts={parts} />
      </Suspense>
    </ErrorBoundary>
  )
}
