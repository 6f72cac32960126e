export { ReadAloud } from './ReadAloud.tsx'
export {
  inTurn,
  PreludeContext,
  speakableOf,
  SpeakerContext,
  type OpenSpeaker,
  type Speech,
} from './speech.ts'
