import { languagesUsed, type ShellFile, type ShellList } from './what.ts'

/** What the worker stands on; handed in, so that a test can stand in for the browser. */
export type Ground = {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>
  readonly fetch: (request: Request) => Promise<Response>
  /** Absolute address of the folder of the app, ending in a slash. */
  readonly scope: string
}

/** Everything of the shell begins so; nothing else of the origin is ever touched. */
export const SHELL_PREFIX = 'mhm-shell-'
const RECORD = 'mhm-shell-record'
/** Fetched side by side at installation: few enough that the page's own requests are not crowded out of a slow line. */
const SIDE_BY_SIDE = 3

const cacheName = (version: string): string => `${SHELL_PREFIX}${version}`

/** The shell of one version: how its files are kept and found. */
export type Shell = {
  install(): Promise<void>
  /**
   * Keeps the code that no answer needs: the plan's, then the map's where it is wanted. True when all of it is kept. Stops at
   * the first failure and goes on there when called again.
   */
  keepLater(wantsMap: boolean): Promise<boolean>
  /** Keeps words and letters of a language. True when all of them are kept; a language of everybody's is. */
  keepLanguage(tag: string): Promise<boolean>
  /** The kept file, else the one from the host, which is then kept. Rejects when neither can be had. */
  answer(file: ShellFile): Promise<Response>
  /** Makes this version the one in use and forgets all but the one before it. */
  retireOthers(): Promise<void>
  /** @param language the one that the person reads: without its words there is no app for them. null = not told */
  state(language: string | null): Promise<{ shellReady: boolean; mapCodeReady: boolean }>
}

/**
 * The files of `list` in the Cache API, one cache for each version. A file is stored only when its content has the listed
 * hash, so a cache that was filled half can simply be filled on. Files that an older version has are taken from there.
 */
export function createShell(list: ShellList, ground: Ground): Shell {
  const own = () => ground.caches.open(cacheName(list.version))
  const underWay = new Map<string, Promise<Response>>()
  const addressOf = (file: ShellFile) => new URL(file.url, ground.scope).href

  const kept = async (file: ShellFile): Promise<Response | undefined> =>
    (await own()).match(addressOf(file), { ignoreVary: true })

  const store = async (file: ShellFile): Promise<Response> => {
    const found = (await fromFormer(file, list.version, ground)) ?? (await fetchListed(file, ground))
    await (await own()).put(addressOf(file), found.clone())
    return found
  }

  /** Two who want the same file at the same time share one fetch: the page and the background. */
  const keep = async (file: ShellFile): Promise<Response> => {
    const running = underWay.get(file.url)
    if (running !== undefined) return (await running).clone()
    const started = store(file).finally(() => underWay.delete(file.url))
    underWay.set(file.url, started)
    return (await started).clone()
  }

  const areKept = async (files: readonly ShellFile[]): Promise<boolean> => {
    const found = await Promise.all(files.map(kept))
    return found.every((response) => response !== undefined)
  }

  /** One after the other; false at the first that cannot be had. */
  const keepEach = async (files: readonly ShellFile[]): Promise<boolean> => {
    for (const file of files) {
      const isKept = (await kept(file)) !== undefined || (await keep(file).then(Boolean, () => false))
      if (!isKept) return false
    }
    return true
  }

  return {
    async install() {
      const used = languagesUsed(list, await keptAddresses(ground))
      const files = [...list.vital, ...used.flatMap((tag) => list.languages[tag] ?? [])]
      await sideBySide(files, SIDE_BY_SIDE, async (file) => {
        if ((await kept(file)) === undefined) await keep(file)
      })
    },
    keepLater: (wantsMap) => keepEach([...list.plan, ...(wantsMap ? list.map : [])]),
    keepLanguage: (tag) => keepEach(list.languages[tag] ?? []),
    async answer(file) {
      return (
        (await kept(file).catch(() => undefined)) ??
        keep(file).catch(() => ground.fetch(plainRequest(file, ground)))
      )
    },
    retireOthers: () => retireOthers(list.version, ground),
    state: async (language) => ({
      shellReady: await areKept([
        ...list.vital,
        ...list.plan,
        ...(language === null ? [] : (list.languages[language] ?? [])),
      ]),
      mapCodeReady: await areKept(list.map),
    }),
  }
}

/**
 * Looks through the kept versions for an address that the version in use does not list: a page that was opened before an
 * update still asks for the code it was built with.
 */
export async function fromAnyVersion(address: string, ground: Ground): Promise<Response | undefined> {
  for (const name of (await ground.caches.keys()).filter(isShell)) {
    const found = await (await ground.caches.open(name)).match(address, { ignoreVary: true })
    if (found !== undefined) return found
  }
  return undefined
}

const isShell = (name: string): boolean => name.startsWith(SHELL_PREFIX) && name !== RECORD

/** The addresses of all files of all kept versions. */
async function keptAddresses(ground: Ground): Promise<readonly string[]> {
  const names = (await ground.caches.keys()).filter(isShell)
  const kept = await Promise.all(names.map(async (name) => (await ground.caches.open(name)).keys()))
  return kept.flat().map(({ url }) => url)
}

/** A file whose name carries a hash is the same in every version that has it. */
async function fromFormer(file: ShellFile, version: string, ground: Ground): Promise<Response | undefined> {
  if (!file.url.startsWith('assets/')) return undefined
  const names = (await ground.caches.keys()).filter((name) => isShell(name) && name !== cacheName(version))
  for (const name of names) {
    const found = await (
      await ground.caches.open(name)
    ).match(new URL(file.url, ground.scope).href, { ignoreVary: true })
    if (found !== undefined) return found
  }
  return undefined
}

const plainRequest = (file: ShellFile, ground: Ground): Request =>
  new Request(new URL(file.url, ground.scope), { credentials: 'same-origin' })

/** Names without a hash are asked for anew; the others may come from the browser's own cache, filled by the page a moment ago. */
async function fetchListed(file: ShellFile, ground: Ground): Promise<Response> {
  const request = new Request(new URL(file.url, ground.scope), {
    integrity: file.integrity,
    cache: file.url.startsWith('assets/') ? 'default' : 'no-cache',
    credentials: 'same-origin',
    redirect: 'error',
  })
  const response = await ground.fetch(request)
  if (response.status !== 200 || response.redirected)
    throw new Error(`${file.url}: status ${response.status}`)
  return response
}

async function sideBySide<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** The two newest versions in use stay, the newer first; the record of them lies in a cache of its own. */
async function retireOthers(version: string, ground: Ground): Promise<void> {
  const record = await ground.caches.open(RECORD)
  const address = new URL('shell-versions.json', ground.scope).href
  const versions = await readVersions(await record.match(address))
  const stay = versions[0] === version ? versions : [version, ...versions.slice(0, 1)]
  await record.put(address, new Response(JSON.stringify(stay)))
  const names = (await ground.caches.keys()).filter(isShell)
  await Promise.all(
    names.filter((name) => !stay.map(cacheName).includes(name)).map((name) => ground.caches.delete(name)),
  )
}

async function readVersions(record: Response | undefined): Promise<string[]> {
  try {
    const versions: unknown = await record?.json()
    return Array.isArray(versions) ? versions.filter((entry) => typeof entry === 'string') : []
  } catch {
    return []
  }
}
