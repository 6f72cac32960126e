export { LanguagePicker } from './LanguagePicker.tsx'
export { ReportPanel } from './ReportPanel.tsx'
export { UnreviewedLine, UnreviewedMark } from './UnreviewedMark.tsx'
