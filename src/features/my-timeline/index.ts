export { Interview } from './Interview.tsx'
export { TimelinePanel } from './TimelinePanel.tsx'
export { WhatNowPanel } from './WhatNowPanel.tsx'
