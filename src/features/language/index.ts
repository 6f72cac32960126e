export { LanguagePicker } from './LanguagePicker.tsx'
export { ReportPanel } from './ReportPanel.tsx'
export { UnreviewedMark } from './UnreviewedMark.tsx'
