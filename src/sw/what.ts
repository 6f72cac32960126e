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
}

/** The listed file at an absolute address, or null: what is not listed (packs, other pages) is none of the worker's business. */
export function fileAt(list: ShellList, scope: string, address: string): ShellFile | null {
  const wanted = new URL(address)
  wanted.hash = ''
  const isSame = (file: ShellFile) => new URL(file.url, scope).href === wanted.href
  return [...list.vital, ...list.plan, ...list.map, ...list.later].find(isSame) ?? null
}

/** True for the addresses under which the app is opened: the folder itself or `index.html`, whatever its query says. */
export function isAppPage(scope: string, address: string): boolean {
  const { origin, pathname } = new URL(address)
  const home = new URL(scope)
  return origin === home.origin && [home.pathname, `${home.pathname}index.html`].includes(pathname)
}
