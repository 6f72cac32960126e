export { NotKnown } from './NotKnown.tsx'
export { OnThisPage, SkipLink } from './OnThisPage.tsx'
export { Circle, PointNote } from './PointNote.tsx'
export { goToPart, TextSection, type PartOfPage } from './TextSection.tsx'
