import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { VoiceState } from '#domain/speech/choose-voice.ts'
import {
  InLanguage,
  languageOf,
  parseMarkup,
  plain,
  Said,
  sayIn,
  useWords,
  wordsFor,
  type LanguageTag,
  withReading,
  type OtherWords,
  type SayWords,
} from '#i18n/index.ts'
import type { Speaker } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { markSentence } from './mark-sentence.ts'
import type { OpenSpeaker, Speech } from './speech.ts'
import { useReading, useSpeaker, useVoice, type Reading } from './use-reading.ts'
import styles from './speech.module.css'

/**
 * What is offered where a language has no voice: easy Japanese, whose every character has its reading, so that no voice guesses,
 * and which most people who live in Japan can follow.
 */
const INSTEAD: LanguageTag = 'ja-simple'

/**
 * A language as its voice is called: easy Japanese is spoken by a Japanese voice. Its reading is the one that stands in the
 * sentence that offers Japanese.
 */
function voiceName(t: SayWords): string {
  const { htmlLang, endonym } = languageOf(t.language)
  if (htmlLang !== 'ja') return endonym
  const japanese = languageOf('ja').endonym
  const token = parseMarkup(t('japaneseVoice')).find((one) => one.kind === 'ruby' && one.base === japanese)
  return withReading(japanese, token?.kind === 'ruby' ? token.kana : null)
}

/** Why there is nothing to hear in the language of the screen. */
const NoVoice = ({ why }: { readonly why: Exclude<VoiceState, 'ready' | 'unknown'> }) => {
  const language = voiceName(useWords('speech'))
  return (
    <Quiet>
      {why === 'none' ? (
        <Said k="speech:noVoice" params={{ language }} />
      ) : (
        <>
          <Said k="speech:needsNetwork" params={{ language }} /> <Said k="speech:notSent" />
        </>
      )}
    </Quiet>
  )
}

/** The sentence that is heard, where it is not the one on the screen. */
const Heard = ({ reading, words }: { readonly reading: Reading; readonly words: OtherWords }) =>
  reading.state !== 'reading' || reading.at === null ? null : (
    <p className={styles.heard} lang={reading.at.lang} dir="ltr" translate="no">
      <InLanguage of={words}>
        <Said text={reading.at.marked} />
      </InLanguage>
    </p>
  )

/** Marks the sentence that is read on the page around the button, where it stands there in the same language. */
function useMark(reading: Reading, language: LanguageTag, box: React.RefObject<HTMLElement | null>): void {
  const isHere = reading.state === 'reading' && reading.language === language
  const sentence = isHere && reading.at !== null ? plain(reading.at.marked) : null
  useEffect(() => {
    if (sentence === null) return
    markSentence(box.current?.closest('main, [role="dialog"]') ?? null, sentence)
    return () => markSentence(null, null)
  }, [sentence, box])
}

type Props = {
  readonly says: Speech
  readonly about: string | undefined
  readonly speaker: Speaker
  readonly isBrief: boolean
}

/** The words of another language, asked for as soon as they may be wanted: a voice must begin within the press. */
function useWordsInstead(isWanted: boolean): OtherWords | null {
  const [words, setWords] = useState<OtherWords | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isOld = false
    wordsFor(INSTEAD).then(
      (loaded) => {
        if (!isOld) setWords({ tag: INSTEAD, words: loaded })
      },
      () => undefined,
    )
    return () => {
      isOld = true
    }
  }, [isWanted])
  return isWanted ? words : null
}

const Toggle = ({
  isReading,
  onPress,
  children,
}: {
  readonly isReading: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) => (
  <div className={styles.row}>
    <Button icon={isReading ? 'close' : 'voice'} onClick={onPress}>
      {isReading ? <Said k="speech:stop" /> : children}
    </Button>
    {isReading ? (
      <span className={styles.state}>
        <Said k="speech:reading" />
      </span>
    ) : null}
  </div>
)

const AtSpeaker = ({ says, about, speaker, isBrief }: Props) => {
  const t = useWords('speech')
  const { htmlLang } = languageOf(t.language)
  const voice = useVoice(speaker, htmlLang)
  const japanese = useVoice(speaker, 'ja')
  const isMute = voice === 'none' || voice === 'needsNetwork'
  const instead = useWordsInstead(isMute && htmlLang !== 'ja' && japanese === 'ready')
  const { reading, read, readOnceKnown, stop } = useReading(
    speaker,
    says,
    [t.language, ...(about === undefined ? says(t) : [about])].join('\n'),
  )
  const box = useRef<HTMLDivElement>(null)
  useMark(reading, t.language, box)
  const isReading = reading.state === 'reading'
  const press = (begin: () => void) => () => (isReading ? stop() : begin())
  const begin = () => (voice === 'unknown' ? readOnceKnown(t) : read(t))
  return (
    <div className={styles.speech} ref={box}>
      {isMute && !(isBrief && instead === null) ? <NoVoice why={voice} /> : null}
      {isMute ? null : (
        <Toggle isReading={isReading} onPress={press(begin)}>
          <Said k="speech:read" />
        </Toggle>
      )}
      {instead === null || !isMute ? null : (
        <>
          <Toggle
            isReading={isReading}
            onPress={press(() => read(sayIn(instead.words, instead.tag, 'speech')))}
          >
            <Said k="speech:japaneseVoice" />
          </Toggle>
          <Heard reading={reading} words={instead} />
        </>
      )}
      {reading.state === 'failed' ? (
        <Notice tone="unknown" announce>
          <p>
            <Said k="speech:failed" />
          </p>
        </Notice>
      ) : null}
    </div>
  )
}

/** The button itself. Until the speaker is here, its room. */
export const Reader = ({
  says,
  about,
  isBrief,
  open,
  room,
}: {
  readonly says: Speech
  readonly about: string | undefined
  readonly isBrief: boolean
  readonly open: OpenSpeaker
  readonly room: ReactNode
}) => {
  const speaker = useSpeaker(open)
  return speaker === null ? room : <AtSpeaker says={says} about={about} isBrief={isBrief} speaker={speaker} />
}
