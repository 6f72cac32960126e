export { LevelBadge } from './LevelBadge.tsx'
