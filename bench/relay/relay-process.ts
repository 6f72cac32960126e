import { startRelay } from '#scripts/relay/start-relay.ts'

/** A relay in a process of its own, which tells the bench what it has used so far. */
const [dir = ''] = process.argv.slice(2)
const relay = await startRelay({ dir, port: 0, limits: { perAddress: 2_000 } })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1_000, rss: process.memoryUsage().rss, ...relay.count() })
})
process.send?.({ port: relay.port, secret: relay.secret })
