import { useMemo } from 'react'
import type { PlanTools } from '#features/plan/index.ts'
import { PaperPage } from '#features/paper/index.ts'
import { appAddress } from './app-address.ts'
import { drawPaperMapFor } from './paper-map.ts'
import type { Parts } from './parts.ts'
import { useTitle } from './sheet-title.ts'

/** The sheet of paper. It stands alone on the screen: `App` leaves everything else away. */
export const PaperScreen = ({ tools, parts }: { readonly tools: PlanTools; readonly parts: Parts }) => {
  useTitle(parts)
  const drawMap = useMemo(() => drawPaperMapFor(parts), [parts])
  return <PaperPage tools={tools} drawMap={drawMap} address={appAddress()} />
}
