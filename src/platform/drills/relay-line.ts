/** A connection to a relay that is being made or stands. Its handlers are called no more once it was ended from here. */
export type RelayLine = {
  /** Sends if it stands; else nothing happens. */
  send(text: string): void
  end(): void
}

export type LineHandlers = {
  readonly onOpen: () => void
  /** null = something came that is no text. */
  readonly onText: (text: string | null) => void
  /** @param code of RFC 6455; 1006 where there never was a connection */
  readonly onEnd: (code: number) => void
}

/** Opens a line; throws where the browser does not even try. */
export type OpenLine = (address: string, handlers: LineHandlers) => RelayLine

/** A line over the browser's own WebSocket. */
export const openBrowserLine: OpenLine = (address, { onOpen, onText, onEnd }) => {
  const socket = new WebSocket(address)
  let isOver = false
  const unlessOver = <T>(act: (event: T) => void) => {
    return (event: T) => {
      if (!isOver) act(event)
    }
  }
  socket.addEventListener('open', unlessOver(onOpen))
  socket.addEventListener(
    'message',
    unlessOver(({ data }: MessageEvent<unknown>) => onText(typeof data === 'string' ? data : null)),
  )
  // What went wrong is told to no page. A `close` follows, or silence where a policy forbids it: the session does not wait long.
  socket.addEventListener('error', () => undefined)
  socket.addEventListener(
    'close',
    unlessOver(({ code }: CloseEvent) => {
      isOver = true
      onEnd(code)
    }),
  )
  return {
    send(text) {
      if (!isOver && socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    end() {
      isOver = true
      socket.close()
    },
  }
}

/** Where the relay of an app is: beside its page, on the same host. @param base address of the page */
export function relayAddress(base: string): string {
  const address = new URL('relay', base)
  address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:'
  address.hash = ''
  address.search = ''
  return address.href
}
