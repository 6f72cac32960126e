export { CameraIn } from './CameraIn.tsx'
export { FileChoice } from './FileChoice.tsx'
