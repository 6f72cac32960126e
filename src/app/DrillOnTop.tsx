import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { Parts } from './parts.ts'

const DrillStrip = lazy(() => import('./DrillStrip.tsx').then((chunk) => ({ default: chunk.DrillStrip })))

/** That it is a drill, at the top of every screen while one runs. Its code is there already when one begins. */
export const DrillOnTop = ({ parts }: { readonly parts: Parts }) => {
  const isDrill = useStore(parts.drill.store, ({ swapped }) => swapped !== null)
  if (!isDrill) return null
  return (
    <ErrorBoundary says="app:crash.bar">
      <Suspense fallback={null}>
        <DrillStrip parts={parts} />
      </Suspense>
    </ErrorBoundary>
  )
}
