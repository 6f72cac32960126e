/** The parts of `later-parts.tsx`, in one chunk. */
export { AroundHere } from '#features/points/index.ts'
export { TideLine } from '#features/tide/index.ts'
export { ClosuresHere } from './ClosuresHere.tsx'
export { ReadAnswer } from './ReadAnswer.tsx'
export { CompareOnline, OnlineHere } from './OnlineHere.tsx'
export { StayHere } from './StayHere.tsx'
