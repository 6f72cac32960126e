export { AlertBanner } from './AlertBanner.tsx'
export { AlertsPanel } from './AlertsPanel.tsx'
export { sayAlert } from './say-alerts.ts'
