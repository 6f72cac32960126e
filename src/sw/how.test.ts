import { beforeEach, describe, expect, it } from 'vitest'
import { createShell, fromAnyVersion, type Ground } from './how.ts'
import { fileAt, isAppPage, type ShellFile, type ShellList } from './what.ts'

const SCOPE = 'https://city.test/map/'

/** A Cache API in memory. `full` = the k-th `put` throws. */
function someCaches(): Ground['caches'] & { names(): string[] } {
  const all = new Map<string, Map<string, Response>>()
  const cacheOver = (entries: Map<string, Response>) => ({
    match: async (address: string) => entries.get(address)?.clone(),
    put: async (address: string, response: Response) => void entries.set(address, response),
    keys: async () => [...entries.keys()].map((url) => ({ url })),
  })
  return {
    names: () => [...all.keys()],
    open: async (name) => {
      const entries = all.get(name) ?? new Map<string, Response>()
      all.set(name, entries)
      return cacheOver(entries) as unknown as Cache
    },
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
  }
}

const file = (url: string): ShellFile => ({ url, integrity: `sha256-${url}` })
const list = (version: string, asset = 'a'): ShellList => ({
  version,
  vital: [file('./'), file(`assets/index-${asset}.js`), file('manifest.webmanifest')],
  plan: [file(`assets/plan-${asset}.js`)],
  map: [file(`assets/map-${asset}.js`), file(`assets/worker-${asset}.js`)],
  later: [file('assets/other.js')],
  languages: {
    vi: [file(`assets/locale-vi-hash000${asset}.js`), file('assets/plan-words-vi-hash0000.js')],
    my: [file('assets/locale-my-hash0000.js'), file('assets/letters-hash0000.woff2')],
  },
})

let caches: ReturnType<typeof someCaches>
let asked: string[]
let isDown: (path: string) => boolean

/** A host that answers every address with the address, and checks `integrity` as a browser does. */
const ground = (version = ''): Ground => ({
  caches,
  scope: SCOPE,
  fetch: async (request) => {
    const path = request.url.slice(SCOPE.length)
    asked.push(path)
    if (isDown(path)) throw new TypeError('Failed to fetch')
    return new Response(`${path} ${version}`)
  },
})

const body = async (response: Response | undefined) => response?.text()

beforeEach(() => {
  caches = someCaches()
  asked = []
  isDown = () => false
})

describe('the shell', () => {
  it('is all there or not installed, for every file that fails, and goes on where it stopped', async () => {
    for (const broken of list('1').vital) {
      caches = someCaches()
      const path = broken.url === './' ? '' : broken.url
      isDown = (wanted) => wanted === path
      const shell = createShell(list('1'), ground())
      await expect(shell.install()).rejects.toThrow('Failed to fetch')
      expect(await shell.state(null)).toEqual({ shellReady: false, mapCodeReady: false })
      isDown = () => false
      asked = []
      await shell.install()
      expect(asked).toContain(path)
      expect(await shell.state(null)).toEqual({ shellReady: false, mapCodeReady: false })
      expect(await shell.keepLater(false)).toBe(true)
      expect(await shell.state(null)).toEqual({ shellReady: true, mapCodeReady: false })
    }
  })

  it('refuses an answer that is not the file: another status is not kept', async () => {
    const strange: Ground = { ...ground(), fetch: async () => new Response('sign in', { status: 511 }) }
    await expect(createShell(list('1'), strange).install()).rejects.toThrow('status 511')
  })

  it('asks with the listed hash, so that the browser refuses other content', async () => {
    const requests: Request[] = []
    const spy: Ground = { ...ground(), fetch: async (request) => (requests.push(request), new Response('x')) }
    await createShell(list('1'), spy).install()
    expect(requests.map(({ integrity }) => integrity).toSorted()).toEqual(
      list('1')
        .vital.map(({ integrity }) => integrity)
        .toSorted(),
    )
    expect(requests.every(({ redirect }) => redirect === 'error')).toBe(true)
  })

  it("keeps the plan's screens where nobody wants the map, and before the map's where they do", async () => {
    const shell = createShell(list('1'), ground())
    expect(await shell.keepLater(false)).toBe(true)
    expect(asked).toEqual(['assets/plan-a.js'])
    asked = []
    expect(await shell.keepLater(true)).toBe(true)
    expect(asked).toEqual(['assets/map-a.js', 'assets/worker-a.js'])
  })

  it('keeps the code of the map by file and goes on after a cut', async () => {
    const shell = createShell(list('1'), ground())
    isDown = (path) => path.includes('worker')
    expect(await shell.keepLater(true)).toBe(false)
    isDown = () => false
    asked = []
    expect(await shell.keepLater(true)).toBe(true)
    expect(asked).toEqual(['assets/worker-a.js'])
  })

  it('keeps words and letters of the language that is read, and goes on after a cut', async () => {
    const shell = createShell(list('1'), ground())
    await shell.install()
    await shell.keepLater(false)
    expect(asked.filter((path) => path.includes('-my-'))).toEqual([])
    isDown = (path) => path.endsWith('.woff2')
    expect(await shell.keepLanguage('my')).toBe(false)
    expect(await shell.state('my')).toEqual({ shellReady: false, mapCodeReady: false })
    expect(await shell.state('vi')).toEqual({ shellReady: false, mapCodeReady: false })
    isDown = () => false
    asked = []
    expect(await shell.keepLanguage('my')).toBe(true)
    expect(asked).toEqual(['assets/letters-hash0000.woff2'])
    expect(await shell.state('my')).toEqual({ shellReady: true, mapCodeReady: false })
    expect(await shell.keepLanguage('ja')).toBe(true)
  })

  it('brings the languages that were used into every later version, or is not installed', async () => {
    const former = createShell(list('1'), ground('old'))
    await former.install()
    await former.keepLanguage('vi')
    isDown = (path) => path === 'assets/locale-vi-hash000b.js'
    const next = createShell(list('2', 'b'), ground('new'))
    await expect(next.install()).rejects.toThrow('Failed to fetch')
    isDown = () => false
    asked = []
    await next.install()
    expect(asked).toEqual(['assets/locale-vi-hash000b.js'])
    expect(await next.keepLater(false)).toBe(true)
    expect(await next.state('vi')).toEqual({ shellReady: true, mapCodeReady: false })
    expect(await next.state('my')).toEqual({ shellReady: false, mapCodeReady: false })
  })

  it('shares one fetch between the page and the background', async () => {
    const shell = createShell(list('1'), ground())
    const map = list('1').map[0] as ShellFile
    const [page] = await Promise.all([shell.answer(map), shell.keepLater(true)])
    expect(await body(page)).toBe('assets/map-a.js ')
    expect(asked.filter((path) => path === 'assets/map-a.js')).toHaveLength(1)
  })

  it('answers from what is kept, and keeps what is used for the first time', async () => {
    const shell = createShell(list('1'), ground())
    const later = list('1').later[0] as ShellFile
    await shell.answer(later)
    isDown = () => true
    expect(await body(await shell.answer(later))).toBe('assets/other.js ')
  })

  it('takes unchanged code from the version before, and asks anew for names without a hash', async () => {
    await createShell(list('1'), ground('old')).install()
    asked = []
    await createShell(list('2'), ground('new')).install()
    expect(asked.toSorted()).toEqual(['', 'manifest.webmanifest'])
  })

  it('keeps the version before for pages that are still open, and forgets the one before that', async () => {
    for (const [version, asset] of [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ] as const) {
      const shell = createShell(list(version, asset), ground())
      await shell.install()
      await shell.keepLater(true)
      await shell.retireOthers()
      await shell.retireOthers()
    }
    expect(caches.names().toSorted()).toEqual(['mhm-shell-2', 'mhm-shell-3', 'mhm-shell-record'])
    expect(await body(await fromAnyVersion(`${SCOPE}assets/map-b.js`, ground()))).toBe('assets/map-b.js ')
    expect(await fromAnyVersion(`${SCOPE}assets/map-a.js`, ground())).toBeUndefined()
  })

  it('leaves every other cache of the host alone', async () => {
    await caches.open('someone-else')
    await createShell(list('1'), ground()).retireOthers()
    expect(caches.names()).toContain('someone-else')
  })
})

describe('what the worker answers', () => {
  it.each([
    ['https://city.test/map/', true],
    ['https://city.test/map/?lang=en&area=41207', true],
    ['https://city.test/map/index.html', true],
    ['https://city.test/map/packs/index.json', false],
    ['https://city.test/map/staff.html', false],
    ['https://city.test/', false],
    ['https://else.test/map/', false],
  ])('%s is the page of the app: %s', (address, expected) => {
    expect(isAppPage(SCOPE, address)).toBe(expected)
  })

  it('knows listed files only, and never a pack', () => {
    expect(fileAt(list('1'), SCOPE, `${SCOPE}assets/map-a.js`)?.url).toBe('assets/map-a.js')
    expect(fileAt(list('1'), SCOPE, `${SCOPE}packs/41207/manifest.json`)).toBeNull()
    expect(fileAt(list('1'), SCOPE, 'https://else.test/map/assets/map-a.js')).toBeNull()
  })

  it('answers no feed of a city, not even one that a build has listed by mistake', () => {
    const feed = 'feeds/41207/closures.json'
    const wrong = { ...list('1'), later: [file(feed), file(`${feed}.sig`), file('feeds.html')] }
    for (const name of [feed, `${feed}.sig`, `${feed}?1`, 'feeds/'])
      expect(fileAt(wrong, SCOPE, SCOPE + name), name).toBeNull()
    expect(fileAt(wrong, SCOPE, `${SCOPE}feeds.html`)?.url).toBe('feeds.html')
    expect(isAppPage(SCOPE, `${SCOPE}feeds/`)).toBe(false)
  })
})
