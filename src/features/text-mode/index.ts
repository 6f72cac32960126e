export { NotKnown } from './NotKnown.tsx'
export { OnThisPage, SkipLink } from './OnThisPage.tsx'
export { PointNote } from './PointNote.tsx'
export { goToPart, TextSection, type PartOfPage } from './TextSection.tsx'
