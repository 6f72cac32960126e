/**
 * One `locales/<tag>/<namespace>.json` with its order kept. `JSON.parse` puts names such as "119" before all others, so a file
 * that went through it would come back in another order than its translators wrote.
 */
export type WordEntry = readonly [name: string, value: string | WordEntries]
export type WordEntries = readonly WordEntry[]

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[{}:,])/y

/** Reads a file of words; throws an error in one sentence when it is not made of texts and groups of texts alone. */
export function parseWordFile(json: string): WordEntries {
  const tokens = tokensOf(json)
  let at = 0
  const take = (wanted?: string): string => {
    const token = tokens[at++]
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`expected ${wanted ?? 'more'}, found ${token ?? 'the end'}`)
    return token
  }
  const text = (): string => {
    const token = take()
    if (!token.startsWith('"')) throw new Error(`expected a text in "…", found ${token}`)
    return JSON.parse(token) as string
  }
  const group = (): WordEntries => {
    const entries: WordEntry[] = []
    take('{')
    while (tokens[at] !== '}') {
      if (entries.length > 0) take(',')
      const name = text()
      take(':')
      entries.push([name, tokens[at] === '{' ? group() : text()])
    }
    take('}')
    return entries
  }
  const entries = group()
  if (at < tokens.length) throw new Error(`expected the end, found ${tokens[at]}`)
  return entries
}

function tokensOf(json: string): readonly string[] {
  const tokens: string[] = []
  const end = json.trimEnd().length
  TOKEN.lastIndex = 0
  let at = 0
  while (at < end) {
    const found = TOKEN.exec(json)
    if (found === null)
      throw new Error(`only texts and groups of texts are allowed: ${json.slice(at, at + 30).trim()}`)
    tokens.push(found[1] as string)
    at = TOKEN.lastIndex
  }
  return tokens
}

/** The text of a file of words, as the formatter of the project writes it. */
export const formatWordFile = (entries: WordEntries): string => `${formatGroup(entries, '')}\n`

function formatGroup(entries: WordEntries, indent: string): string {
  if (entries.length === 0) return '{}'
  const inner = `${indent}  `
  const lines = entries.map(
    ([name, value]) =>
      `${inner}${JSON.stringify(name)}: ${typeof value === 'string' ? JSON.stringify(value) : formatGroup(value, inner)}`,
  )
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** Every text with its dotted path, in the order of the file. */
export const textsOf = (
  entries: WordEntries,
  before = '',
): readonly (readonly [path: string, text: string])[] =>
  entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[before + name, value] as const] : textsOf(value, `${before}${name}.`),
  )

/**
 * The file with one text put in. A path that was not there yet goes behind the nearest one that stands before it in `order`.
 * @param order dotted paths in the order of the original
 */
export function withText(
  entries: WordEntries,
  path: string,
  text: string,
  order: readonly string[],
): WordEntries {
  const [name = '', ...rest] = path.split('.')
  const inner = rest.join('.')
  const at = entries.findIndex(([own]) => own === name)
  const old = entries[at]?.[1]
  const deeper = order.filter((one) => one.startsWith(`${name}.`)).map((one) => one.slice(name.length + 1))
  const value = inner === '' ? text : withText(typeof old === 'object' ? old : [], inner, text, deeper)
  if (at >= 0) return entries.with(at, [name, value])
  const names = [...new Set(order.map((one) => one.split('.')[0] ?? ''))]
  const before = new Set(names.slice(0, Math.max(0, names.indexOf(name))))
  const place = entries.findLastIndex(([own]) => before.has(own)) + 1
  return entries.toSpliced(place, 0, [name, value])
}
