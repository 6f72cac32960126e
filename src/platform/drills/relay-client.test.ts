import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { writeReport } from '#domain/drills/report-code.ts'
import { writeDown } from '#domain/drills/relay-message.ts'
import { aReport } from '#tests/support/a-drill-report.ts'
import { aRelay, aState, DRILL, until } from '#tests/support/a-relay.ts'
import type { Relay, RelayRole } from '../drill-ports.ts'
import { createRelayClient, type RelayClientOptions } from './relay-client.ts'
import { relayAddress, type OpenLine } from './relay-line.ts'
import { RELAY_RHYTHM, waitAfter } from './relay-rhythm.ts'

vi.stubGlobal('WebSocket', WebSocket)

const QUICK = { firstWaitMs: 20, longestWaitMs: 100, beatMs: 50, patienceMs: 50, stateGapMs: 0 }
const PHONE: RelayRole = { kind: 'phone' }
const ORGANISER: RelayRole = { kind: 'organiser', secret: '7k2m 9qxd r4tb' }

/** A client over real connections; the browser never wakes it. */
function aClient(port: number, change: Partial<RelayClientOptions> = {}): Relay {
  const client = createRelayClient({
    address: `ws://127.0.0.1:${port}/relay`,
    rhythm: { ...RELAY_RHYTHM, ...QUICK, patienceMs: 2_000, beatMs: 2_000 },
    onWake: () => undefined,
    ...change,
  })
  onTestFinished(() => client.disconnect())
  return client
}

/** A network before a relay that can be cut, swallow everything, and come back. */
async function aNetwork(port: number) {
  const open = new Set<Socket>()
  let [isUp, isDeaf] = [true, false]
  const server = createServer((near) => {
    if (!isUp) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => {
        if (!isDeaf) to.write(bytes)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isUp = false
      for (const socket of open) socket.destroy()
    },
    mend() {
      ;[isUp, isDeaf] = [true, false]
    },
    swallow() {
      isDeaf = true
    },
  }
}

const isOpen = (client: Relay) => () => client.reading().state === 'open'
const statusOf = (client: Relay, nonce = 'n0000001') => client.reading().board?.people.get(nonce)?.status

describe('a phone and a board over a real relay', () => {
  it('tell each other where somebody is, and the report', async () => {
    const { port } = await aRelay()
    const [phone, board] = [aClient(port), aClient(port)]
    expect(phone.reading().state).toBe('off')
    board.connect(DRILL, ORGANISER)
    phone.connect(DRILL, PHONE)
    expect(phone.reading().state).toBe('connecting')
    phone.tell(aState())
    await until(() => statusOf(board) === 'onTheWay')
    phone.handIn(writeReport(aReport()))
    expect(phone.reading().report).toBe('waiting')
    await until(() => board.reading().board?.reports.length === 1)
    await until(() => phone.reading().report === 'taken')
    expect(board.reading().board?.reports).toEqual([aReport()])
    expect(phone.reading().board).toBeNull()
  })

  it('begin together by the clock of the phone', async () => {
    const { port } = await aRelay()
    const [phone, board] = [aClient(port, { now: () => 1_000 }), aClient(port)]
    expect(board.call('begin')).toBe(false)
    board.connect(DRILL, ORGANISER)
    phone.connect(DRILL, PHONE)
    await until(() => isOpen(board)() && isOpen(phone)())
    expect(phone.call('begin')).toBe(false)
    expect(board.call('begin')).toBe(true)
    await until(() => phone.reading().called !== null)
    expect(phone.reading().called).toMatchObject({ call: 'begin', number: 1, at: 1_000 })
  })

  it('never tells where somebody is who stayed at home', async () => {
    const { port } = await aRelay()
    const phone = aClient(port)
    phone.connect(DRILL, PHONE)
    await until(isOpen(phone))
    phone.tell(aState({ status: 'stayed', cell: { x: 1, y: 2 } }))
    phone.handIn(writeReport(aReport()))
    await until(() => phone.reading().report === 'taken')
    expect(phone.reading().state).toBe('open')
  })
})

describe('a cut', () => {
  it('is mended by itself: the newest state comes through, and no older one', async () => {
    const { port } = await aRelay()
    const network = await aNetwork(port)
    const [phone, board] = [aClient(network.port), aClient(port)]
    board.connect(DRILL, ORGANISER)
    phone.connect(DRILL, PHONE)
    phone.tell(aState())
    await until(() => statusOf(board) === 'onTheWay')
    const seen = new Set<string | undefined>()
    board.onChange(() => void seen.add(statusOf(board)))
    network.cut()
    await until(() => phone.reading().state === 'lost' && board.reading().board?.gone === 1)
    phone.tell(aState({ status: 'needsHelp' }))
    phone.tell(aState({ status: 'arrived' }))
    phone.handIn(writeReport(aReport()))
    network.mend()
    await until(() => statusOf(board) === 'arrived' && board.reading().board?.reports.length === 1)
    expect(seen).toEqual(new Set(['onTheWay', 'arrived']))
    expect(board.reading().board).toMatchObject({ gone: 0, reports: [aReport()] })
  })

  it('without a word is noticed, since nothing answers', async () => {
    const { port } = await aRelay()
    const network = await aNetwork(port)
    const phone = aClient(network.port, { rhythm: QUICK })
    phone.connect(DRILL, PHONE)
    await until(isOpen(phone))
    network.swallow()
    await until(() => phone.reading().state === 'lost')
    network.mend()
    await until(isOpen(phone))
  })

  it('is mended at once when the network comes back', async () => {
    const { port } = await aRelay()
    const network = await aNetwork(port)
    let wake = (): void => undefined
    const phone = aClient(network.port, {
      rhythm: { ...QUICK, firstWaitMs: 3_600_000, longestWaitMs: 3_600_000 },
      onWake: (act) => void (wake = act),
    })
    phone.connect(DRILL, PHONE)
    await until(isOpen(phone))
    network.cut()
    await until(() => phone.reading().state === 'lost')
    network.mend()
    wake()
    await until(isOpen(phone))
  })

  it('and a relay that was started anew: everything is told again', async () => {
    const first = await aRelay()
    const network = { port: first.port }
    const phone = aClient(network.port)
    phone.connect(DRILL, PHONE)
    phone.tell(aState({ status: 'arrived' }))
    phone.handIn(writeReport(aReport()))
    await until(() => phone.reading().report === 'taken')
    await first.close()
    await until(() => phone.reading().state === 'lost')
    await aRelay({ port: first.port })
    const board = aClient(first.port)
    board.connect(DRILL, ORGANISER)
    await until(() => statusOf(board) === 'arrived' && board.reading().board?.reports.length === 1)
  })

  it('keeps the board of the organiser as it was told last', async () => {
    const { port } = await aRelay()
    const network = await aNetwork(port)
    const [phone, board] = [aClient(port), aClient(network.port)]
    phone.connect(DRILL, PHONE)
    phone.tell(aState())
    board.connect(DRILL, ORGANISER)
    await until(() => statusOf(board) === 'onTheWay')
    network.cut()
    await until(() => board.reading().state === 'lost')
    expect(statusOf(board)).toBe('onTheWay')
  })
})

describe('what is final', () => {
  it('is a wrong secret, whatever was typed', async () => {
    const { port } = await aRelay()
    for (const secret of ['WRONG', '', 'ひみつ', 'x'.repeat(500)]) {
      const board = aClient(port)
      board.connect(DRILL, { kind: 'organiser', secret })
      await until(() => board.reading().state === 'refused')
      expect(board.reading()).toMatchObject({ refusal: 'wrongSecret', board: null })
    }
  })

  it('is another page of the same run', async () => {
    const { port } = await aRelay()
    const [before, now] = [aClient(port), aClient(port)]
    before.connect(DRILL, PHONE)
    before.tell(aState())
    await until(isOpen(before))
    now.connect(DRILL, PHONE)
    now.tell(aState())
    await until(() => before.reading().state === 'refused')
    expect(before.reading().refusal).toBe('replaced')
    expect(now.reading().state).toBe('open')
  })

  it.each([
    ['something that is no relay', 'hello', 'notARelay'],
    [
      'a newer relay',
      writeDown({ kind: 'ack', of: 'join', why: null }).replace('"v":1', '"v":2'),
      'otherVersion',
    ],
  ])('is %s', async (_name, says, refusal) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => server.close())
    server.on('connection', (socket) => socket.on('message', () => socket.send(says)))
    await until(() => server.address() !== null)
    const phone = aClient((server.address() as AddressInfo).port)
    phone.connect(DRILL, PHONE)
    await until(() => phone.reading().state === 'refused')
    expect(phone.reading().refusal).toBe(refusal)
  })

  it('is a browser that does not let the page connect', async () => {
    const open: OpenLine = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const phone = aClient(1, { open })
    phone.connect(DRILL, PHONE)
    await until(() => phone.reading().state === 'refused')
    expect(phone.reading().refusal).toBe('blocked')
  })
})

describe('what is asked of nobody', () => {
  it('is anything before it was switched on, and after it was switched off', async () => {
    let lines = 0
    const open: OpenLine = () => {
      lines += 1
      return { send: () => undefined, end: () => undefined }
    }
    const phone = aClient(1, { open })
    phone.tell(aState())
    phone.handIn(writeReport(aReport()))
    expect([lines, phone.reading().state]).toEqual([0, 'off'])
    phone.connect(DRILL, PHONE)
    phone.disconnect()
    await new Promise((done) => setTimeout(done, 150))
    expect([lines, phone.reading().state]).toEqual([1, 'off'])
  })

  it('is to take the report of another drill, or what is none', () => {
    const phone = aClient(1)
    phone.connect(DRILL, PHONE)
    phone.handIn(writeReport(aReport({ drill: 'another1' })))
    expect(phone.reading().report).toBe('otherDrill')
    phone.handIn('nothing')
    expect(phone.reading().report).toBe('notAReport')
  })

  it('is more than a state now and then: the last of many is told', async () => {
    const { port } = await aRelay()
    const [phone, board] = [aClient(port, { rhythm: { ...RELAY_RHYTHM, stateGapMs: 60 } }), aClient(port)]
    board.connect(DRILL, ORGANISER)
    phone.connect(DRILL, PHONE)
    await until(() => isOpen(phone)() && isOpen(board)())
    const states = new Set<string>()
    phone.onChange(({ state }) => void states.add(state))
    for (let count = 0; count < 200; count += 1)
      phone.tell(aState({ status: count % 2 === 0 ? 'onTheWay' : 'needsHelp' }))
    phone.tell(aState({ status: 'done' }))
    await until(() => statusOf(board) === 'done')
    // Nor was it put out for talking too much.
    expect([...states, phone.reading().state]).toEqual(['open'])
  })
})

it('begins a new run with a new connection, and the report of the run before stays with it', async () => {
  const { port } = await aRelay()
  const [phone, board] = [aClient(port), aClient(port)]
  board.connect(DRILL, ORGANISER)
  phone.connect(DRILL, PHONE)
  phone.tell(aState())
  phone.handIn(writeReport(aReport()))
  await until(() => phone.reading().report === 'taken')
  phone.tell(aState({ nonce: 'secondrun' }))
  expect(phone.reading().report).toBe('none')
  await until(() => statusOf(board, 'secondrun') === 'onTheWay')
  phone.handIn(writeReport(aReport({ nonce: 'secondrun' })))
  await until(() => board.reading().board?.reports.length === 2)
  expect(statusOf(board)).toBe('onTheWay')
})

describe('the waits', () => {
  it('grow up to a bound, each phone its own', () => {
    const waits = (random: number) =>
      [1, 2, 3, 4, 5, 6, 50].map((failures) => waitAfter(failures, RELAY_RHYTHM, random))
    expect(waits(0.5)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    expect(waits(0)[0]).toBe(500)
    expect(waits(1)[6]).toBe(45_000)
  })
})

it.each([
  ['https://city.example/hazard/?area=41207#/d/abc', 'wss://city.example/hazard/relay'],
  ['https://city.example/hazard/index.html', 'wss://city.example/hazard/relay'],
  ['http://192.168.0.9:4190/', 'ws://192.168.0.9:4190/relay'],
])('is beside the page %s', (page, address) => {
  expect(relayAddress(page)).toBe(address)
})
