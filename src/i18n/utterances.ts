import { languageWritten } from './languages.ts'
import { parseMarkup, type Token } from './ruby.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/** What is said in one breath: a sentence, or its part in one language. */
export type Utterance = {
  /** Plain text, readings in place of characters. */
  readonly text: string
  /** BCP 47 */
  readonly lang: string
  /** Tags of the voices that can say it, best first. */
  readonly voices: readonly string[]
  /** Which of the sentences it belongs to. */
  readonly sentence: number
}

/**
 * A longer utterance is divided: some browsers fall silent after 15 s of one utterance, without a word. Characters; at the slow
 * rate of 14 a second. Own choice.
 */
const LONGEST = 200

/** The tags of the voices for a language as it stands in `lang`. */
export const voicesFor = (lang: string): readonly string[] => languageWritten(lang)?.voices ?? [lang]

/** All sentences of marked-up texts in one language, in order. */
export const sentencesIn = (texts: readonly string[], lang: string): readonly Sentence[] =>
  texts.flatMap((text) => sentencesOf(text, lang))

/**
 * What is to be spoken, sentence by sentence. A piece in another language gets a voice of its own where there is one. Where there
 * is none it is left out if it stands in brackets behind words of the sentence itself, as an official word does behind its
 * translation; any other piece is left to the voice of the sentence: nothing is lost that is said only once.
 * @param canSpeak whether there is a voice for a language (BCP 47)
 */
export function utterancesOf(
  sentences: readonly Sentence[],
  canSpeak: (lang: string) => boolean,
): readonly Utterance[] {
  return sentences.flatMap(({ marked, lang }, sentence) =>
    partsOf(parseMarkup(marked), lang, canSpeak)
      .flatMap((part) => divide(part.text).map((text) => ({ text, lang: part.lang })))
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
      .map((part) => ({ ...part, voices: voicesFor(part.lang), sentence })),
  )
}

type Part = { readonly text: string; readonly lang: string }

/** Signs of the direction of a text: nobody says them, and they would part a bracket from its sentence. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Stands for a piece in another language while the sentence around it is looked at; no sentence holds it. */
const PLACE = '\ue000'
const PLACES = /[\ue000]/gu

function partsOf(
  tokens: readonly Token[],
  lang: string,
  canSpeak: (lang: string) => boolean,
): readonly Part[] {
  const pieces = tokens.filter((token) => token.kind === 'foreign')
  const written = tokens.map((token) => (token.kind === 'foreign' ? PLACE : textOf(token))).join('')
  const kept: Part[][] = []
  let nth = -1
  const own = written.replace(PLACES, (_place, at: number) => {
    nth += 1
    const piece = pieces[nth]
    if (piece === undefined) return ''
    if (piece.lang !== lang && canSpeak(piece.lang)) {
      kept.push([...partsOf(piece.tokens, piece.lang, canSpeak)])
      return PLACE
    }
    return isBesides(written, at) ? '' : piece.tokens.map(textOf).join('')
  })
  const around = own.split(PLACE)
  return around.flatMap((text, index) => [
    { text: tidy(text, index > 0, index < around.length - 1), lang },
    ...(kept[index] ?? []),
  ])
}

const textOf = (token: Token): string => {
  const text =
    token.kind === 'text'
      ? token.text
      : token.kind === 'ruby'
        ? token.kana
        : token.tokens.map(textOf).join('')
  return text.replace(PLACES, '').replace(DIRECTIONS, '')
}

/** True when the place stands in brackets, behind words of the sentence's own. */
function isBesides(written: string, at: number): boolean {
  const before = written.slice(0, at)
  const opened = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'))
  const isOpen = opened > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'))
  return isOpen && /[)）]/u.test(written.slice(at)) && /\p{L}/u.test(before.slice(0, opened))
}

/** Takes away brackets that hold nothing now, signs that no voice should name, and what hangs loose beside another voice. */
function tidy(text: string, isBehind: boolean, isBefore: boolean): string {
  let tidied = text
    .replace(/〈＝?/gu, '、')
    .replace(/〉(?=[\p{P}]|$)/gu, '')
    .replace(/[〉＝]/gu, '、')
    .replace(/[,、，;\s]*[(（]\s*[)）]/gu, '')
    .replace(/[,、，;\s]+(?=[)）])/gu, '')
    .replace(/([(（])[,、，;\s]+/gu, '$1')
    .replace(/\s+/gu, ' ')
  if (isBehind) tidied = tidied.replace(/^[\s)）\]」』”,、，.。;:]+/u, '')
  if (isBefore) tidied = tidied.replace(/[\s(（[「『“,、，]+$/u, '')
  return tidied.trim()
}

/** Divides what is too long for one breath: at a comma, else at a space, else in the middle of a word. */
function divide(text: string): readonly string[] {
  if (text.length <= LONGEST) return [text]
  const head = text.slice(0, LONGEST)
  const comma = Math.max(...[...head.matchAll(/[,、，;；:：،၊](?=\s|[^\d])/gu)].map(({ index }) => index), -1)
  const space = head.lastIndexOf(' ')
  const end = comma > LONGEST / 4 ? comma + 1 : space > 0 ? space : wholeEnd(head)
  return [text.slice(0, end).trim(), ...divide(text.slice(end).trim())]
}

/** Never between the halves of one character. */
const wholeEnd = (head: string): number => (/[\ud800-\udbff]$/u.test(head) ? head.length - 1 : head.length)
