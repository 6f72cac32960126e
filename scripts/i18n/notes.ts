import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stemOf } from './plural.ts'

/** What a side-car file `meta/<namespace>.notes.json` says about all its keys and about those that begin with a prefix. */
type NotesFile = {
  readonly class?: SentenceClass
  /** Where these sentences stand, in English, one line. */
  readonly note?: string
  readonly keys?: Readonly<
    Record<string, { readonly class?: SentenceClass; readonly max?: number; readonly note?: string }>
  >
}

/** `alert` = short sentences for the first hours, on which people act; `info` = the rest. */
export type SentenceClass = 'alert' | 'info'

/** What is said about one key: its class, its greatest length in characters, and for translators where it stands. */
export type Note = { readonly class: SentenceClass; readonly max: number | null; readonly note: string }

/**
 * The notes of the keys of a folder `meta`. Of several prefixes that fit, the longest decides class and length, and all of them
 * together make the note.
 */
export function createNotes(folder: string): (key: string) => Note {
  const files = new Map<string, NotesFile>()
  const fileOf = (namespace: string): NotesFile => {
    const known = files.get(namespace)
    if (known !== undefined) return known
    const path = join(folder, `${namespace}.notes.json`)
    const file = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as NotesFile) : {}
    files.set(namespace, file)
    return file
  }
  return (key) => {
    const [namespace = '', path = ''] = key.split(':')
    const file = fileOf(namespace)
    const fitting = Object.entries(file.keys ?? {})
      .filter(([prefix]) => stemOf(path) === prefix || path.startsWith(`${prefix}.`))
      .sort(([a], [b]) => a.length - b.length)
      .map(([, one]) => one)
    const merged: { class?: SentenceClass; max?: number } = Object.assign({}, ...fitting)
    const notes = [file.note, ...fitting.map(({ note }) => note)].filter((note) => note !== undefined)
    return { class: merged.class ?? file.class ?? 'info', max: merged.max ?? null, note: notes.join(' ') }
  }
}

/** What each `{{name}}` is filled with, from `meta/placeholders.json`. */
export function readPlaceholders(folder: string): Readonly<Record<string, string>> {
  const path = join(folder, 'placeholders.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {}
}
