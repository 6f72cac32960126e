import { isTest, projectFiles, textOf } from './source-files.ts'

/**
 * A key as it stands in code; `*` for a part that is filled in at run time. `namespaces`: where it can be; a key without a
 * namespace belongs to those that its file asks for with `useWords`.
 */
export type Reference = {
  readonly pattern: string
  readonly where: string
  readonly namespaces: readonly string[]
  readonly isFull: boolean
}

const STRINGS = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g
const FULL_KEY = /^[a-z]+:[A-Za-z*][A-Za-z0-9*-]*(\.[A-Za-z0-9*-]+)*$/
const SHORT_KEY = /^[A-Za-z*][A-Za-z0-9*-]*(\.[A-Za-z0-9*-]+)*$/

/** Every string in the code that can be a key, with or without its namespace. */
export function wordReferences(): readonly Reference[] {
  const files = projectFiles().filter(
    (name) => /^(src|scripts|vite\.config)/.test(name) && /\.tsx?$/.test(name),
  )
  return files
    .filter((name) => !isTest(name))
    .flatMap((where) => {
      const program = textOf(where)
      const asked = [...program.matchAll(/useWords\('([a-z]+)'\)/g)].map(([, namespace = '']) => namespace)
      return stringsIn(program).flatMap((text) => referenceOf(text, where, asked))
    })
}

function referenceOf(text: string, where: string, asked: readonly string[]): readonly Reference[] {
  const [namespace = '', path = ''] = text.split(':')
  if (FULL_KEY.test(text)) return [{ pattern: path, where, namespaces: [namespace], isFull: true }]
  const isKey = SHORT_KEY.test(text) && asked.length > 0
  return isKey ? [{ pattern: text, where, namespaces: asked, isFull: false }] : []
}

/** The texts of all strings and templates of a program; a filled-in place is `*`, one part of a dotted key. */
function stringsIn(program: string): readonly string[] {
  return [...program.matchAll(STRINGS)].map(([, single, double, template]) =>
    template === undefined ? (single ?? double ?? '') : template.replace(/\$\{[^}]*\}/g, '*'),
  )
}

/** True when the key, written `namespace:dotted.key`, can be what the reference means. */
export function refersTo(reference: Reference, key: string): boolean {
  const [namespace = '', path = ''] = key.split(':')
  if (!reference.namespaces.includes(namespace)) return false
  const source = reference.pattern.split('*').map(escapeRegExp).join('[\\w-]+')
  return new RegExp(`^${source}$`).test(path)
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
