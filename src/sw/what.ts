/** One file of the built app: its address relative to the scope of the worker, and its content as a fetch can check it. */
export type ShellFile = {
  /** `./` is the page itself: some hosts redirect `index.html` to it, and a redirected answer cannot serve a navigation. */
  readonly url: string
  /** `sha256-<base64>`, as in subresource integrity. */
  readonly integrity: string
}

/** What the build wrote: the list that makes a version. */
export type ShellList = {
  /** Hash of the list itself. */
  readonly version: string
  /** All or nothing, at installation: without any of these there is no answer. */
  readonly vital: readonly ShellFile[]
  /** Fetched after the area can answer, file by file: the screens of the plan, in the map's layout and in the text's. */
  readonly plan: readonly ShellFile[]
  /** Fetched after the plan's, for those who use the map. */
  readonly map: readonly ShellFile[]
  /** Kept when they are used for the first time. */
  readonly later: readonly ShellFile[]
  /**
   * Words and letters of the languages that are not everybody's, by tag. Kept for who reads them: when the language is chosen,
   * and in every later version of whoever has it.
   */
  readonly languages: Readonly<Record<string, readonly ShellFile[]>>
}

/** True below `feeds/`: what a city says of roads and orders is asked of its host each time, and kept by the page, once verified. */
const isFeed = (scope: string, address: string): boolean => address.startsWith(new URL('feeds/', scope).href)

/**
 * The listed file at an absolute address, or null: what is not listed (packs, other pages) is none of the worker's business, and
 * no feed ever is.
 */
export function fileAt(list: ShellList, scope: string, address: string): ShellFile | null {
  if (isFeed(scope, address)) return null
  const wanted = new URL(address)
  wanted.hash = ''
  const isSame = (file: ShellFile) => new URL(file.url, scope).href === wanted.href
  const everything = [list.vital, list.plan, list.map, list.later, ...Object.values(list.languages)].flat()
  return everything.find(isSame) ?? null
}

/** The length of the hash and the ending in a built file's name. */
const HASH_AND_ENDING = /^[\w-]{8}\.js$/

/**
 * The languages of `list` that a former version was used in: those whose first words it kept. The names of files are all that
 * is left of it (`assets/locale-<tag>-<hash>.js`).
 * @param addresses what the former versions kept, absolute
 */
export function languagesUsed(list: ShellList, addresses: readonly string[]): readonly string[] {
  return Object.keys(list.languages).filter((tag) => {
    const beginning = `assets/locale-${tag}-`
    return addresses.some((address) => {
      const at = address.lastIndexOf(beginning)
      return at !== -1 && HASH_AND_ENDING.test(address.slice(at + beginning.length))
    })
  })
}

/** True for the addresses under which the app is opened: the folder itself or `index.html`, whatever its query says. */
export function isAppPage(scope: string, address: string): boolean {
  const { origin, pathname } = new URL(address)
  const home = new URL(scope)
  return origin === home.origin && [home.pathname, `${home.pathname}index.html`].includes(pathname)
}
