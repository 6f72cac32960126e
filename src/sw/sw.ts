import { clientsClaim } from 'workbox-core'
import { registerRoute } from 'workbox-routing'
import { createShell, fromAnyVersion, type Ground } from './how.ts'
import { fileAt, isAppPage, type ShellList } from './what.ts'

declare const self: ServiceWorkerGlobalScope
/** Written here by the build: see scripts/vite/service-worker.ts. */
declare const __SHELL__: ShellList

/** What the page asks: see `src/platform/service-worker/worker-talk.ts`. */
type Message = { readonly type?: string; readonly wantsMap?: boolean; readonly language?: string | null }

const list = __SHELL__
const scope = self.registration.scope
const ground: Ground = { caches: self.caches, fetch: (request) => self.fetch(request), scope }
const shell = createShell(list, ground)
const page = list.vital.find((file) => file.url === './')

self.addEventListener('install', (event) => event.waitUntil(shell.install()))

/** While yet another version is on its way in, nothing is thrown away: it may be taking its files from there. */
self.addEventListener('activate', (event) => {
  const { installing, waiting } = self.registration
  if (installing === null && waiting === null) event.waitUntil(shell.retireOthers())
})

/** The first visit is to be served offline as well, so the page that registered the worker is taken over at once. */
clientsClaim()

/** No `skipWaiting` of its own accord: a new version takes over when the person says so, or when the app was closed. */
self.addEventListener('message', (event) => {
  const { type, wantsMap, language } = (event.data ?? {}) as Message
  const reply = (value: unknown) => event.ports[0]?.postMessage(value)
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (type === 'KEEP_LATER')
    event.waitUntil(shell.keepLater(wantsMap === true).then(reply, () => reply(false)))
  if (type === 'KEEP_LANGUAGE')
    event.waitUntil(shell.keepLanguage(String(language)).then(reply, () => reply(false)))
  if (type === 'STATE') event.waitUntil(shell.state(language ?? null).then(reply, () => reply(null)))
})

/** Every way into the app, deep links too, opens the kept page; what to show is in the query, which the page reads itself. */
registerRoute(
  ({ request, url }) => page !== undefined && request.mode === 'navigate' && isAppPage(scope, url.href),
  () => (page === undefined ? Promise.reject(new Error('no page')) : shell.answer(page)),
)

/** Code of this version. Packs are not listed: the page fetches, checks and keeps them itself. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && fileAt(list, scope, url.href) !== null,
  ({ url }) => {
    const file = fileAt(list, scope, url.href)
    return file === null ? Promise.reject(new Error('not listed')) : shell.answer(file)
  },
)

/** Code of the version before, for pages that were opened before the update. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.startsWith(`${scope}assets/`),
  async ({ request, url }) => (await fromAnyVersion(url.href, ground)) ?? self.fetch(request),
)
