export { AroundHere } from './AroundHere.tsx'
export { pointMarks, type PointMark } from './point-marks.ts'
