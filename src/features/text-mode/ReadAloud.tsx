import { useEffect, useRef, useState } from 'react'
import { languageOf, Said, useWords } from '#i18n/index.ts'
import type { Speaker } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { spokenPieces } from './spoken-pieces.ts'
import type { PartOfPage } from './TextSection.tsx'

/** Whether the device has a voice for the language now: voices arrive late. */
function useVoice(speaker: Speaker, lang: string): boolean {
  const [hasVoice, setHasVoice] = useState(() => speaker.canSpeak(lang))
  useEffect(() => {
    const look = () => setHasVoice(speaker.canSpeak(lang))
    look()
    return speaker.onVoices(look)
  }, [speaker, lang])
  return hasVoice
}

/**
 * Reads the given parts of the page aloud, and stops. Where the device has no voice of its own for the language there is no
 * button. It falls silent when the page changes or is left.
 */
export const ReadAloud = ({
  speaker,
  parts,
  about,
}: {
  readonly speaker: Speaker
  readonly parts: readonly PartOfPage[]
  /** Changes when other words stand on the page. */
  readonly about: string
}) => {
  const t = useWords('text')
  const { htmlLang } = languageOf(t.language)
  const hasVoice = useVoice(speaker, htmlLang)
  const [isSpeaking, setIsSpeaking] = useState(false)
  const speaking = useRef(new AbortController())
  useEffect(() => () => speaking.current.abort(), [about, htmlLang])
  if (!hasVoice) return null

  const read = async () => {
    speaking.current = new AbortController()
    const { signal } = speaking.current
    const pieces = parts.flatMap((part) =>
      [...document.querySelectorAll(`[data-part="${part}"]`)].flatMap((element) => spokenPieces(element)),
    )
    setIsSpeaking(true)
    await speaker.speak(pieces, signal)
    setIsSpeaking(false)
  }
  return (
    <div>
      <Button icon="voice" onClick={() => (isSpeaking ? speaking.current.abort() : void read())}>
        <Said k={isSpeaking ? 'text:aloud.stop' : 'text:aloud.read'} />
      </Button>
    </div>
  )
}
