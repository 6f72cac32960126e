import { parseSync, Visitor } from 'vite'

/** One import as it is spelled in a file. `typeOnly` = nothing of it is left at run time. */
export type Import = { readonly specifier: string; readonly typeOnly: boolean; readonly line: number }

type Quasi = { readonly value: { readonly cooked: string | null } }

/**
 * Every import of a module: `import`, `export … from`, `import()` with a fixed text, `import('…').Type`, and
 * `new URL('./x', import.meta.url)`, by which workers are named. A dynamic import whose text is not fixed comes back with
 * the fixed beginning and `*`. Throws when the text is not a module at all, so that a broken file is not taken for one
 * without imports.
 */
export function readImports(fileName: string, source: string): readonly Import[] {
  const parsed = parseSync(fileName, source)
  const fatal = parsed.errors[0]
  if (fatal !== undefined) throw new Error(`${fileName}: ${fatal.message}`)
  const found: Import[] = []
  const add = (specifier: unknown, typeOnly: boolean, start: number) => {
    if (typeof specifier !== 'string') return
    found.push({ specifier, typeOnly, line: source.slice(0, start).split('\n').length })
  }
  new Visitor({
    ImportDeclaration(node) {
      const parts = node.specifiers
      const allTypes =
        parts.length > 0 &&
        parts.every((part) => part.type === 'ImportSpecifier' && part.importKind === 'type')
      add(node.source.value, node.importKind === 'type' || allTypes, node.start)
    },
    ExportNamedDeclaration(node) {
      add(node.source?.value, node.exportKind === 'type', node.start)
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node.exportKind === 'type', node.start)
    },
    ImportExpression(node) {
      add(fixedText(node.source), false, node.start)
    },
    TSImportType(node) {
      add(node.source.value, true, node.start)
    },
    NewExpression(node) {
      const first = node.arguments[0]
      const isUrl =
        node.callee.type === 'Identifier' && node.callee.name === 'URL' && node.arguments.length === 2
      const text = isUrl && first !== undefined ? fixedText(first) : null
      if (text !== null && /^[.#]/.test(text) && /\.tsx?$/.test(text)) add(text, false, node.start)
    },
  }).visit(parsed.program)
  return found
}

function fixedText(node: { readonly type: string }): string | null {
  if (node.type === 'Literal') return String((node as { value?: unknown }).value)
  if (node.type !== 'TemplateLiteral') return null
  const quasis = (node as { quasis?: readonly Quasi[] }).quasis ?? []
  const start = quasis[0]?.value.cooked ?? ''
  return quasis.length > 1 ? `${start}*` : start
}
