import type { HazardReport } from '#domain/risk/report.ts'

/**
 * The reports in four groups: what reaches the place, a lesser scale of the same hazard, what is not known, and what has no
 * zone here. Each keeps the order of the answer.
 */
export function groupReports(reports: readonly HazardReport[]) {
  const isLesser = ({ tone, kind, scenario }: HazardReport): boolean =>
    tone === 'hazard' &&
    scenario === 'design' &&
    reports.some((one) => one.kind === kind && one.scenario === 'max' && one.tone === 'hazard')
  return {
    reaching: reports.filter((report) => report.tone === 'hazard' && !isLesser(report)),
    lesser: reports.filter(isLesser),
    unknown: reports.filter(({ tone }) => tone === 'unknown'),
    none: reports.filter(({ tone }) => tone === 'none'),
  }
}
