/** One block of a `_headers` file: which paths, and the headers for them. */
export type HeaderRule = {
  readonly matches: RegExp
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do: a path at the start of a line (`*` = anything), its headers
 * indented below, `#` for remarks. Throws on a line that is none of these, with its number.
 */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  const rules: { matches: RegExp; headers: [string, string][] }[] = []
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return
    if (line.startsWith('/')) {
      rules.push({ matches: pathPattern(line.trim()), headers: [] })
      return
    }
    const [, name, value] = /^\s+([A-Za-z-]+):\s*(.+?)\s*$/.exec(line) ?? []
    const rule = rules.at(-1)
    if (name === undefined || value === undefined || rule === undefined)
      throw new Error(`_headers line ${index + 1}: expected a path or an indented "Name: value"`)
    rule.headers.push([name, value])
  })
  return rules
}

/** The headers for a path; where two blocks set the same header, the later one wins. */
export function headersFor(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  return new Map(rules.filter(({ matches }) => matches.test(path)).flatMap(({ headers }) => headers))
}

const pathPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`)
