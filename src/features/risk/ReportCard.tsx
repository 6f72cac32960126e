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
  /** True for the worst: it stands open, and the heading above the cards has said its headline. */
  readonly isOpen: boolean
  readonly theme: MapTheme
}) => (
  <HazardCard
    report={report}
    saidAbove={isOpen}
    isOpen={isOpen}
    look={report.rank === null ? null : DEPTH_LOOKS[theme][report.rank]}
    level={4}
  />
)
