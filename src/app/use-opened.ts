import { useMemo } from 'react'
import { openedSites } from '#domain/alerts/alerts-state.ts'
import { useAlerts } from '#features/alerts/use-alerts.ts'
import type { Opened } from '#features/shelters/index.ts'
import type { Parts } from './parts.ts'

/** The sites that the city says it has opened, as they are known now. */
export function useOpened(parts: Parts): Opened {
  const { state, now } = useAlerts(parts.alerts, parts.services.clock)
  return useMemo(() => ({ sites: openedSites(state), now }), [state, now])
}
