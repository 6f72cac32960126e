import type { Plugin } from 'vite'

/**
 * The development server marks every `.gz` as transport compression and the browser would unpack it unasked. Packs are gzip
 * files in their own right, checked by their hash as they are stored: they go out without that mark.
 */
export const rawPacksPlugin = (): Plugin => ({
  name: 'raw-packs',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (/\/packs\/.*\.gz(\?|$)/.test(request.url ?? '')) keepEncodingOut(response)
      next()
    })
  },
})

type HeadWriter = { writeHead: (...args: never[]) => unknown }

function keepEncodingOut(response: HeadWriter): void {
  const writeHead = response.writeHead.bind(response) as (status: number, headers?: object) => unknown
  response.writeHead = ((status: number, headers: Record<string, unknown> = {}) => {
    const rest = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-encoding')
    return writeHead(status, Object.fromEntries(rest))
  }) as HeadWriter['writeHead']
}
