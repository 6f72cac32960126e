import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml'
import { js2xliff, type XliffUnit } from 'xliff'
import type { RealTag } from '#i18n/languages.ts'
import { Refusal } from '../lib/refusal.ts'
import type { State } from './review.ts'
import { parseCheck, type ReturnedRow, type Row } from './rows.ts'

/** The words of XLIFF 2 for our states. */
const XLIFF_STATES: Readonly<Record<State, string>> = {
  unreviewed: 'translated',
  reviewed: 'reviewed',
  official: 'final',
}

/** What XML 1.0 cannot hold, and the carriage return, which every reader of XML turns into a line feed. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
export const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u

/** The rows of a language as XLIFF 2.0: Japanese is the source, what else a translator needs stands in notes. */
export async function writeXliff(tag: RealTag, rows: readonly Row[]): Promise<string> {
  const resources: Record<string, Record<string, XliffUnit>> = {}
  const states: Record<string, string> = {}
  for (const row of rows) {
    const [namespace = '', path = ''] = row.key.split(':')
    ;(resources[namespace] ??= {})[path] = unitOf(row)
    states[row.key] = row.text === '' ? 'initial' : XLIFF_STATES[row.state]
  }
  const xml = await js2xliff({ resources, sourceLanguage: 'ja', targetLanguage: tag })
  // The library knows no attributes of segments. Its units come in the order of the object; texts cannot hold a tag.
  const inOrder = Object.entries(resources).flatMap(([namespace, units]) =>
    Object.keys(units).map((path) => states[`${namespace}:${path}`] ?? 'initial'),
  )
  let at = 0
  const withStates = xml.replace(/<segment>/g, () => `<segment state="${inOrder[at++]}">`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withStates}\n`
}

function unitOf({ key, ja, easy, en, text, note, max, source, check }: Row): XliffUnit {
  const notes = [
    note,
    `English: ${en}`,
    `やさしい日本語: ${easy}`,
    ...(max === null ? [] : [`At most ${max} characters.`]),
    ...(source === '' ? [] : [`Looked at: ${source}`]),
  ]
  return {
    source: xmlText(key, ja),
    ...(text === '' ? {} : { target: xmlText(key, text) }),
    note: notes.filter((one) => one !== '').map((one) => xmlText(key, one)),
    additionalAttributes: {
      name: check,
      canResegment: 'no',
      'xml:space': 'preserve',
      ...(max === null ? {} : { sizeRestriction: max }),
    },
  }
}

/** The library takes `&amp;` for a `&` that was escaped already: given so, each `&` comes out as one. */
function xmlText(key: string, text: string): string {
  if (NOT_IN_XML.test(text)) throw new Refusal(`${key}: this text holds a character that XML cannot hold`, 2)
  return text.replaceAll('&', '&amp;')
}

/** Reads an XLIFF file that came back. Throws a Refusal, in one sentence, when it is none. */
export function readXliff(file: string, xml: string): readonly ReturnedRow[] {
  const root = rootOf(file, xml)
  const version = root.attributes['version'] ?? ''
  if (root.name !== 'xliff' || !version.startsWith('2.'))
    throw new Refusal(`${file}: expected XLIFF 2, found ${root.name} ${version}`.trim(), 2)
  return elements(root, 'file').flatMap((part) =>
    unitsIn(part).map((unit) =>
      rowOf(file, `${part.attributes['id'] ?? ''}:${unit.attributes['id'] ?? ''}`, unit),
    ),
  )
}

function rootOf(file: string, xml: string): XmlElement {
  try {
    const { root } = parseXml(xml, { includeOffsets: false })
    if (root !== null) return root
  } catch {
    // Said below.
  }
  throw new Refusal(`${file}: this file cannot be read as XML`, 2)
}

const elements = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name)

/** The units of a file, also those in groups. */
const unitsIn = (parent: XmlElement): readonly XmlElement[] => [
  ...elements(parent, 'unit'),
  ...elements(parent, 'group').flatMap(unitsIn),
]

/** A tool may have cut a unit into several segments: they belong together, with the spaces between them. */
function rowOf(file: string, key: string, unit: XmlElement): ReturnedRow {
  const where = `unit ${key}`
  const check = unit.attributes['name'] ?? ''
  const parts = unit.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (child.name === 'segment' || child.name === 'ignorable'),
  )
  const segments = parts.filter(({ name }) => name === 'segment')
  const isTranslated = segments.some((segment) => elements(segment, 'target').length > 0)
  const texts = parts.map((part) => {
    const [target] = elements(part, 'target')
    const [source] = elements(part, 'source')
    const wanted = target ?? (part.name === 'ignorable' ? source : undefined)
    return wanted === undefined ? '' : textIn(`${file}, ${where}`, wanted)
  })
  return { where, key, text: isTranslated ? texts.join('') : '', state: stateOf(segments, check), check }
}

/** `final` of a tool of translators means “done”, not that an authority has published it. */
function stateOf(segments: readonly XmlElement[], check: string): State {
  const states = segments.map((segment) => segment.attributes['state'] ?? 'initial')
  if (states.length === 0) return 'unreviewed'
  if (states.every((state) => state === 'final') && parseCheck(check)?.state === 'official') return 'official'
  return states.every((state) => state === 'final' || state === 'reviewed') ? 'reviewed' : 'unreviewed'
}

/** Marks that a tool puts around words, and that say nothing by themselves. */
const AROUND = new Set(['mrk', 'pc'])
const EMPTY = new Set(['sm', 'em'])

function textIn(where: string, parent: XmlElement): string {
  return parent.children.map((child) => textOfNode(where, child)).join('')
}

function textOfNode(where: string, node: XmlNode): string {
  if (node instanceof XmlText) return node.text
  if (!(node instanceof XmlElement) || EMPTY.has(node.name)) return ''
  if (AROUND.has(node.name)) return textIn(where, node)
  if (node.name === 'cp') return String.fromCodePoint(Number.parseInt(node.attributes['hex'] ?? 'fffd', 16))
  throw new Refusal(`${where}: the text holds <${node.name}>. Keep {{…}} and [ja:…] as plain text`, 2)
}
