export { DrawPanel } from './DrawPanel.tsx'
export { myMapOf } from './my-map-of.ts'
export { MyPicture } from './MyPicture.tsx'
export { PlacePicker, type ChosenPlace } from './PlacePicker.tsx'
