import type { HazardReport } from '#domain/risk/report.ts'
import { DEPTH_LOOKS } from '#map/depth-colours.ts'
import type { MapTheme } from '#map/map-view.ts'
import { HazardCard } from './HazardCard.tsx'

/** The card of one hazard for an answer that stands under a heading of its own, beside the answer of a pack. */
export const ReportCard = ({
  report,
  isOpen,
  theme,
}: {
  readonly report: HazardReport
  readonly isOpen: boolean
  readonly theme: MapTheme
}) => (
  <HazardCard
    report={report}
    saidAbove={false}
    isOpen={isOpen}
    look={report.rank === null ? null : DEPTH_LOOKS[theme][report.rank]}
    level={4}
  />
)
