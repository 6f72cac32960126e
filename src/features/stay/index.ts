export { DepthPicture } from './DepthPicture.tsx'
export { StayCard } from './StayCard.tsx'
