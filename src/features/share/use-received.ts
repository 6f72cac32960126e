import { useEffect, useMemo, useState } from 'react'
import type { QrReader } from '#platform/ports.ts'
import type { Parts, Received } from './BringIn.tsx'
import { collectedSoFar, collectPart, type Collected } from './collect-parts.ts'
import {
  planOfCode,
  readReceivedFile,
  type FileContent,
  type ReceivedPlan,
  type ReceivedRefusal,
  type ReceivedThings,
} from './received-content.ts'

/** How far the reading of what came has got. */
export type Reading =
  | { readonly status: 'nothing' }
  | { readonly status: 'reading' }
  /** One or more of a series, and others are missing. */
  | { readonly status: 'incomplete' }
  | { readonly status: 'refused'; readonly refusal: ReceivedRefusal }
  | { readonly status: 'ready'; readonly value: ReceivedPlan | ReceivedThings }

type FromFile = { readonly of: File; readonly content: FileContent | { readonly text: string } }

const isPicture = (file: File): boolean => file.type.startsWith('image/')

/** Reads a file in the background; a picture for the text of its QR code. */
function useFile(file: File | null, reader: QrReader, now: () => number): FromFile['content'] | null {
  const [read, setRead] = useState<FromFile | null>(null)
  useEffect(() => {
    if (file === null) return undefined
    let isOld = false
    const settle = (content: FromFile['content']) => {
      if (!isOld) setRead({ of: file, content })
    }
    const reading = isPicture(file)
      ? reader
          .readPicture(file)
          .then((scan) =>
            scan.ok
              ? { text: scan.text }
              : ({ ok: false, refusal: { type: 'scan', why: scan.why } } as const),
          )
      : readReceivedFile(file, now())
    void reading.then(settle)
    return () => {
      isOld = true
    }
    // `now` is asked once, when the file comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [file, reader])
  return read?.of === file ? (read?.content ?? null) : null
}

/** Reads what came, together with the parts of a series that were here before; new parts are handed to `onParts`. */
export function useReceived(
  received: Received | null,
  { parts, onParts }: Parts,
  reader: QrReader,
  now: () => number,
): Reading {
  const file = received !== null && 'file' in received ? received.file : null
  const fromFile = useFile(file, reader, now)
  const text =
    received !== null && 'text' in received
      ? received.text
      : fromFile !== null && 'text' in fromFile
        ? fromFile.text
        : null
  const collected = useMemo(
    () => (text === null ? collectedSoFar(parts) : collectPart(parts, text)),
    [text, parts],
  )
  const texts = collected?.ok === true ? collected.value.texts : null
  useEffect(() => {
    if (texts !== null && isSeries(texts, parts)) onParts(texts)
  }, [texts, parts, onParts])
  if (file !== null && text === null) {
    if (fromFile === null || 'text' in fromFile) return { status: 'reading' }
    return fromFile.ok
      ? { status: 'ready', value: fromFile.value }
      : { status: 'refused', refusal: fromFile.refusal }
  }
  if (collected === null) return { status: 'nothing' }
  if (!collected.ok) return { status: 'refused', refusal: { type: 'code', why: collected.reason } }
  return readingOf(collected.value)
}

const readingOf = (collected: Collected): Reading =>
  collected.status === 'incomplete'
    ? { status: 'incomplete' }
    : { status: 'ready', value: planOfCode(collected.decoded) }

/** True when there is a part that was not kept before. A code that stands alone is no series. */
const isSeries = (texts: readonly string[], kept: readonly string[]): boolean =>
  texts.some((text) => !kept.includes(text)) && (texts.length > 1 || isPart(texts[0] ?? ''))

function isPart(text: string): boolean {
  const alone = collectPart([], text)
  return alone.ok && alone.value.status === 'incomplete'
}
