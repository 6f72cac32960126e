import { parseXml, XmlElement, XmlError, XmlNode, XmlText } from '@rgrove/parse-xml'
import { readUtf8, type TextRefusal } from '#domain/plan/read-json.ts'
import { ok, refuse, type Result } from '#domain/result.ts'

export type XmlRefusal = TextRefusal | 'webPage' | 'notXml' | 'doctype' | 'tooMuch'

/** Elements that a file holds at most; a situation takes about 40. Own choice. */
const MOST_TAGS = 400_000

/** The root of a file of XML from anybody; `notXml` has the line as its `detail`. */
export function readXml(bytes: Uint8Array, most: number): Result<XmlElement, XmlRefusal> {
  const text = readUtf8(bytes, most)
  if (!text.ok) return text
  if (/^\s*<(!doctype\s+html|html|head|body)\b/i.test(text.value.slice(0, 1000))) return refuse('webPage')
  if (text.value.split('<').length > MOST_TAGS) return refuse('tooMuch')
  try {
    const document = parseXml(text.value, { preserveDocumentType: true })
    if (document.children.some(({ type }) => type === XmlNode.TYPE_DOCUMENT_TYPE)) return refuse('doctype')
    return document.root === null ? refuse('notXml') : ok(document.root)
  } catch (error) {
    return refuse('notXml', error instanceof XmlError ? String(error.line) : undefined)
  }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1).trim()

/** The name without the prefix of its namespace. */
export const nameOf = ({ name }: XmlElement): string => bare(name)

/** What `xsi:type` says, without a prefix; empty where there is none. */
export const typeOf = ({ attributes }: XmlElement): string =>
  bare(Object.entries(attributes).find(([name]) => bare(name) === 'type')?.[1] ?? '')

export const childrenOf = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(parent).filter((one) => nameOf(one) === name)

const elementsIn = (parent: XmlElement): readonly XmlElement[] =>
  parent.children.filter((one): one is XmlElement => one instanceof XmlElement)

/** All elements of a name within, in the order of the file. Not recursive: a file may be nested as deep as it likes. */
export function findAll(within: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  const open = [...elementsIn(within)].toReversed()
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (nameOf(one) === name) found.push(one)
    for (const child of elementsIn(one).toReversed()) open.push(child)
  }
  return found
}

/** The text that stands directly in an element, trimmed; empty where there is none. */
export const textIn = (one: XmlElement | undefined): string =>
  (one?.children ?? [])
    .map((child) => (child instanceof XmlText ? child.text : ''))
    .join('')
    .trim()

/** The text of the first element of a name within. */
export const textOf = (within: XmlElement, name: string): string => textIn(findAll(within, name)[0])
