import { SHELL_PREFIX } from './how.ts'

declare const self: ServiceWorkerGlobalScope

/**
 * Built in place of `sw.js` with `KILL_SERVICE_WORKER=1 npm run build`: takes over at once, forgets the kept code and
 * unregisters. Packs and settings lie elsewhere and stay. For the day when a broken worker is out there.
 */
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(stepDown()))

async function stepDown(): Promise<void> {
  const names = await self.caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(SHELL_PREFIX)).map((name) => self.caches.delete(name)),
  )
  await self.registration.unregister()
}
