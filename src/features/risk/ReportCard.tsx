import type { HazardReport } from '#domain/risk/report.ts'
import type { Paint } from '#map/zone-looks.ts'
import { HazardCard } from './HazardCard.tsx'

/** The card of one hazard for an answer that stands under a heading of its own, beside the answer of a pack. */
export const ReportCard = ({
  report,
  isOpen,
  paint,
}: {
  readonly report: HazardReport
  /** True for the worst: it stands open, and the heading above the cards has said its headline. */
  readonly isOpen: boolean
  readonly paint: Paint
}) => (
  <HazardCard
    report={report}
    saidAbove={isOpen}
    isOpen={isOpen}
    look={report.look === null ? null : paint(report.look.layer, report.look.rank)}
    level={4}
  />
)
