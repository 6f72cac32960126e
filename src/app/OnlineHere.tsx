import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { OnlineOffer } from '#features/online/index.ts'
import { Said } from '#i18n/index.ts'
import { ReportCard } from '#features/risk/index.ts'
import { More } from '#ui/Panel.tsx'
import type { Parts } from './parts.ts'
import { usePaint } from './use-paint.ts'

/** The offer to ask the official server about a place, and its answer in the cards that every answer has. */
export const OnlineHere = ({
  parts,
  at,
  accuracy,
}: {
  readonly parts: Parts
  readonly at: LngLat
  /** How well the place is known, metres; null for a place that was pointed at. */
  readonly accuracy: number | null
}) => {
  const paint = usePaint(parts)
  return (
    <OnlineOffer
      store={parts.online.store}
      commands={parts.online.commands}
      host={parts.services.official.host}
      at={at}
      accuracy={accuracy}
      card={(report, isFirst) => (
        <ReportCard
          key={`${report.kind} ${report.scenario}`}
          report={report}
          isOpen={isFirst && report.tone === 'hazard'}
          paint={paint}
        />
      )}
    />
  )
}

/** For a place inside the area: the official pictures, to compare. Outside it they are offered above, with the outside. */
export const CompareOnline = ({ parts }: { readonly parts: Parts }) => {
  const { inspected, answered } = useStore(parts.risk.store)
  const isInside = answered?.risk.hazards.some((hazard) => hazard.answer !== 'outsidePack') ?? false
  if (inspected === null || !isInside) return null
  return (
    <More summary={<Said k="online:compare" />}>
      <OnlineHere parts={parts} at={inspected.at} accuracy={inspected.accuracy} />
    </More>
  )
}
