import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { readDown, writeUp } from '#domain/drills/relay-message.ts'
import { writeReport } from '#domain/drills/report-code.ts'
import { MACHINE, type Measure } from '../print-measure.ts'

const PHONES = 500
const EVERY_MS = 5_000
const ROUNDS = 8
const ROOM = 'benchmark'

type Usage = { readonly cpuMs: number; readonly rss: number; readonly sockets: number }

/** What one organiser's board heard, and how long after a phone had said it. */
type Ears = { readonly latencies: number[]; readonly reports: Set<string> }

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((done) => child.once('message', (message) => done(message as T)))
}

function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = answerOf<Usage>(child)
  child.send('usage')
  return answer
}

/** Connects and joins. @param secret null = a phone */
function joinRoom(port: number, secret: string | null): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`)
  socket.once('open', () => socket.send(writeUp({ kind: 'join', room: ROOM, secret })))
  return new Promise((done, fail) => {
    socket.once('error', fail)
    socket.once('message', () => done(socket))
  })
}

/** Notes how long each state took from the phone to the board. */
function listen(board: WebSocket, saidAt: Map<string, number>): Ears {
  const ears: Ears = { latencies: [], reports: new Set() }
  board.on('message', (data: Buffer) => {
    const heard = readDown(data.toString('utf8'))
    if (!heard.ok) throw new Error(`the relay said what is no message: ${heard.reason}`)
    if (heard.value.kind === 'reports') for (const code of heard.value.codes) ears.reports.add(code)
    if (heard.value.kind !== 'people') return
    for (const { nonce, status } of heard.value.people) {
      const key = `${nonce} ${status}`
      const at = saidAt.get(key)
      if (at !== undefined) ears.latencies.push(performance.now() - at)
      saidAt.delete(key)
    }
  })
  return ears
}

/** Every phone says something new each five seconds, all of them spread over the five seconds, and hands in one report. */
async function drill(phones: readonly WebSocket[], saidAt: Map<string, number>): Promise<void> {
  const begun = performance.now()
  for (let turn = 0; turn < PHONES * ROUNDS; turn += 1) {
    const wait = begun + (turn * EVERY_MS) / PHONES - performance.now()
    if (wait > 1) await pause(wait)
    const [at, round] = [turn % PHONES, Math.floor(turn / PHONES)]
    const nonce = `phone${at}`
    const status = round % 2 === 0 ? 'onTheWay' : 'needsHelp'
    saidAt.set(`${nonce} ${status}`, performance.now())
    phones[at]?.send(
      writeUp({ kind: 'state', nonce, status, language: 'vi', cell: { x: at % 40, y: round } }),
    )
    if (round === ROUNDS - 1) phones[at]?.send(writeUp({ kind: 'report', code: codeOf(nonce, at) }))
  }
  await pause(1_000)
}

const codeOf = (nonce: string, at: number): string =>
  writeReport({
    v: 1,
    area: '99201',
    drill: ROOM,
    nonce,
    language: 'vi',
    mode: 'walk',
    outcome: 'arrived',
    margin: at % 60,
    cell: null,
    needsHelp: false,
    group: null,
  })

/** The value below which this share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

/** 500 phones in one room and one board: from a phone to the board, and what the relay's process uses for it. */
export async function measureRelay(): Promise<readonly Measure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-relay-'))
  writeFileSync(join(dir, 'index.html'), '<p>')
  const child = fork(join(import.meta.dirname, 'relay-process.ts'), [dir])
  const sockets: WebSocket[] = []
  try {
    const { port, secret } = await answerOf<{ readonly port: number; readonly secret: string }>(child)
    const empty = await usageOf(child)
    const saidAt = new Map<string, number>()
    const board = await joinRoom(port, secret)
    sockets.push(board)
    const ears = listen(board, saidAt)
    const begun = performance.now()
    const phones = await Promise.all(Array.from({ length: PHONES }, () => joinRoom(port, null)))
    const joinedMs = performance.now() - begun
    sockets.push(...phones)
    const before = await usageOf(child)
    await drill(phones, saidAt)
    const after = await usageOf(child)
    if (after.sockets !== PHONES + 1 || ears.reports.size !== PHONES || saidAt.size > 0)
      throw new Error(`${after.sockets} connections, ${ears.reports.size} reports, ${saidAt.size} not heard`)
    const seconds = (EVERY_MS * ROUNDS) / 1_000
    const on = `${PHONES} phones in one room, a state every ${EVERY_MS / 1_000} s for ${seconds} s and a report each, on the same machine; ${MACHINE}`
    return [
      { name: 'relay: states that reached the board', value: ears.latencies.length, unit: 'count', on },
      { name: 'relay: phone to board, p50', value: quantile(ears.latencies, 0.5), unit: 'ms', on },
      { name: 'relay: phone to board, p99', value: quantile(ears.latencies, 0.99), unit: 'ms', on },
      { name: 'relay: all phones join at once', value: joinedMs, unit: 'ms', on },
      {
        name: 'relay: processor time of the drill',
        value: (after.cpuMs - before.cpuMs) / 1_000,
        unit: 's',
        on,
      },
      { name: 'relay: memory before anybody came', value: empty.rss / 1e6, unit: 'MB', on },
      { name: 'relay: memory at the end', value: after.rss / 1e6, unit: 'MB', on },
    ]
  } finally {
    for (const socket of sockets) socket.terminate()
    child.kill()
    rmSync(dir, { recursive: true, force: true })
  }
}
