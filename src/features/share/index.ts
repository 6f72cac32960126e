export type { Received } from './BringIn.tsx'
export { ExportReminder } from './ExportReminder.tsx'
export { ReceivedPanel } from './ReceivedPanel.tsx'
export { SharePanel } from './SharePanel.tsx'
