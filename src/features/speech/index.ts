export { ReadAloud } from './ReadAloud.tsx'
export { inTurn, speakableOf, SpeakerContext, type OpenSpeaker, type Speech } from './speech.ts'
