export { AroundHere } from './AroundHere.tsx'
export { pointMarks } from './point-marks.ts'
