export { Interview } from './Interview.tsx'
export { personPhrase } from './person.ts'
export { TimelinePanel } from './TimelinePanel.tsx'
export { WhatNowPanel } from './WhatNowPanel.tsx'
