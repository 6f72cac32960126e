export { PlacePicker, type ChosenPlace } from './PlacePicker.tsx'
