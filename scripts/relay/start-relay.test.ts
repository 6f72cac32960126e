import { request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RELAY_ENDS } from '#domain/drills/relay-message.ts'
import { writeReport } from '#domain/drills/report-code.ts'
import { aReport } from '#tests/support/a-drill-report.ts'
import { aRelay, aState, connectTo, DRILL, SECRET, stateMessage, until } from '#tests/support/a-relay.ts'

const peopleOf = (phone: Awaited<ReturnType<typeof connectTo>>) =>
  phone.ofKind('people').flatMap(({ people }) => people)

describe('a drill over the relay', () => {
  it('serves the app on the same port', async () => {
    const { port } = await aRelay()
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect([page.status, await page.text()]).toEqual([200, '<p>the app'])
    expect((await fetch(`http://127.0.0.1:${port}/relay`)).status).toBe(404)
  })

  it('shows the organiser who is on the way, arrives and hands in a report', async () => {
    const relay = await aRelay()
    const [board, phone] = [await connectTo(relay), await connectTo(relay)]
    await board.join(SECRET)
    await phone.join()
    phone.say(stateMessage())
    await until(() => peopleOf(board).length === 1)
    phone.say(stateMessage({ status: 'arrived' }))
    const code = writeReport(aReport())
    phone.say({ kind: 'report', code })
    await until(() => board.ofKind('reports').length > 0)
    expect(peopleOf(board).map(({ status }) => status)).toEqual(['onTheWay', 'arrived'])
    expect(board.ofKind('reports')).toEqual([{ v: 1, kind: 'reports', codes: [code] }])
    expect(phone.ofKind('ack')).toEqual(
      ['join', 'state', 'state', 'report'].map((of) => ({ v: 1, kind: 'ack', of, why: null })),
    )
    phone.socket.close()
    await until(() => peopleOf(board).at(-1)?.isHere === false)
  })

  it('lets a class begin together, and who comes late begin where the others are', async () => {
    const relay = await aRelay()
    const [board, early] = [await connectTo(relay), await connectTo(relay)]
    await board.join(SECRET)
    await early.join()
    board.say({ kind: 'call', call: 'pause' })
    await until(() => board.ofKind('ack').length === 2)
    expect(board.ofKind('ack').at(-1)).toMatchObject({ of: 'call', why: 'notNow' })
    board.say({ kind: 'call', call: 'begin' })
    await until(() => early.ofKind('called').length === 1)
    await new Promise((done) => setTimeout(done, 60))
    const late = await connectTo(relay)
    await late.join()
    await until(() => late.ofKind('called').length === 1)
    expect(early.ofKind('called')[0]).toMatchObject({ call: 'begin', number: 1 })
    expect(late.ofKind('called')[0]?.ran).toBeGreaterThanOrEqual(50)
    expect(board.ofKind('called')).toHaveLength(1)
  })

  it('keeps two drills apart', async () => {
    const relay = await aRelay()
    const [boardA, boardB] = [await connectTo(relay), await connectTo(relay)]
    const [phoneA, phoneB] = [await connectTo(relay), await connectTo(relay)]
    await boardA.join(SECRET)
    await boardB.join(SECRET, 'another1')
    await phoneA.join()
    await phoneB.join(null, 'another1')
    phoneA.say(stateMessage({ nonce: 'inroomA' }))
    phoneB.say(stateMessage({ nonce: 'inroomB' }))
    phoneB.say({ kind: 'report', code: writeReport(aReport({ nonce: 'inroomB' })) })
    boardA.say({ kind: 'call', call: 'begin' })
    await until(() => peopleOf(boardA).length > 0 && peopleOf(boardB).length > 0)
    await until(() => phoneB.ofKind('ack').length === 3 && phoneA.ofKind('called').length === 1)
    expect(peopleOf(boardA).map(({ nonce }) => nonce)).toEqual(['inroomA'])
    expect(peopleOf(boardB).map(({ nonce }) => nonce)).toEqual(['inroomB'])
    // Its report is of the other drill.
    expect(phoneB.ofKind('ack').at(-1)).toMatchObject({ of: 'report', why: 'otherDrill' })
    expect([...phoneB.ofKind('called'), ...boardB.ofKind('called'), ...boardB.ofKind('reports')]).toEqual([])
    expect(relay.count()).toEqual({ sockets: 4, rooms: 2 })
  })

  it('believes the newest connection of a run, and ends the one before', async () => {
    const relay = await aRelay()
    const [board, before, now] = [await connectTo(relay), await connectTo(relay), await connectTo(relay)]
    await board.join(SECRET)
    await before.join()
    await now.join()
    before.say(stateMessage())
    await until(() => peopleOf(board).length === 1)
    now.say(stateMessage({ status: 'arrived' }))
    await until(() => before.code() !== null)
    expect(before.code()).toBe(RELAY_ENDS.replaced)
    await until(() => peopleOf(board).length > 1)
    expect(peopleOf(board).at(-1)).toMatchObject({ status: 'arrived', isHere: true })
  })
})

describe('a hostile phone', () => {
  it('never reads a board: not without the secret, and not with a wrong one', async () => {
    const relay = await aRelay()
    const [phone, spy, guess] = [await connectTo(relay), await connectTo(relay), await connectTo(relay)]
    await phone.join()
    await spy.join()
    await guess.join('WRONG')
    expect(guess.code()).toBe(RELAY_ENDS.wrongSecret)
    phone.say(stateMessage())
    phone.say({ kind: 'report', code: writeReport(aReport()) })
    await until(() => phone.ofKind('ack').length === 3)
    expect(new Set(spy.heard.map(({ kind }) => kind))).toEqual(new Set(['ack']))
    expect(guess.heard).toEqual([])
  })

  it('cannot call for the organiser', async () => {
    const relay = await aRelay()
    const [phone, other] = [await connectTo(relay), await connectTo(relay)]
    await other.join()
    await phone.join()
    phone.say({ kind: 'call', call: 'begin' })
    await until(() => phone.code() !== null)
    expect(phone.code()).toBe(RELAY_ENDS.broken)
    expect(other.ofKind('called')).toEqual([])
  })

  it('speaks for one run only, and its first report stands', async () => {
    const relay = await aRelay()
    const phone = await connectTo(relay)
    await phone.join()
    phone.say({ kind: 'report', code: writeReport(aReport({ outcome: 'caught' })) })
    phone.say({ kind: 'report', code: writeReport(aReport({ outcome: 'arrived' })) })
    phone.say({ kind: 'report', code: 'abcdefghijklmnop' })
    phone.say(stateMessage({ nonce: 'somebody' }))
    await until(() => phone.ofKind('ack').length === 5)
    expect(phone.ofKind('ack').map(({ why }) => why)).toEqual([null, null, 'twice', 'notAReport', 'otherRun'])
  })

  it.each([
    ['no JSON', 'hello', RELAY_ENDS.broken],
    ['bytes', Buffer.from([1, 2, 3]), RELAY_ENDS.broken],
    ['a state before it has joined', { ...stateMessage() }, RELAY_ENDS.broken],
    ['a room that is no token', { kind: 'join', room: '../..', secret: null }, RELAY_ENDS.broken],
    ['a later version', { v: 2, kind: 'join', room: DRILL, secret: null }, RELAY_ENDS.otherVersion],
    ['more than 1 kB', 'a'.repeat(1_025), 1009],
  ])('is put out for %s', async (_name, message, code) => {
    const relay = await aRelay()
    const phone = await connectTo(relay)
    phone.say(message)
    await until(() => phone.code() !== null)
    expect(phone.code()).toBe(code)
  })

  it('is put out when it joins twice', async () => {
    const phone = await connectTo(await aRelay())
    await phone.join()
    phone.say({ kind: 'join', room: 'another1', secret: null })
    await until(() => phone.code() !== null)
    expect(phone.code()).toBe(RELAY_ENDS.broken)
  })

  it('is put out when it talks without pause, and others are heard meanwhile', async () => {
    const relay = await aRelay({ limits: { burst: 10, perSecond: 1 } })
    const [board, loud, quiet] = [await connectTo(relay), await connectTo(relay), await connectTo(relay)]
    await board.join(SECRET)
    await loud.join()
    await quiet.join()
    for (let count = 0; count < 500; count += 1) loud.say(stateMessage({ nonce: 'loudloud' }))
    quiet.say(stateMessage({ nonce: 'quiet' }))
    await until(() => loud.code() !== null && peopleOf(board).some(({ nonce }) => nonce === 'quiet'))
    expect(loud.code()).toBe(RELAY_ENDS.tooMany)
    expect(loud.ofKind('ack').length).toBeLessThanOrEqual(10)
  })

  it('is put out when it never says what it wants, never answers, or says nothing for hours', async () => {
    const silent = await connectTo(await aRelay({ limits: { joinMs: 30 } }))
    await until(() => silent.code() !== null)
    expect(silent.code()).toBe(RELAY_ENDS.noJoin)

    const deaf = await connectTo(await aRelay({ limits: { pingMs: 40 } }), { autoPong: false })
    await deaf.join()
    await until(() => deaf.code() !== null)
    expect(deaf.code()).toBe(1006)

    // Looked at once, after the hours are over: a busy machine that answers late is not what is tested here.
    const idle = await connectTo(await aRelay({ limits: { pingMs: 400, idleMs: 200, burst: 10_000 } }))
    await idle.join()
    const asking = setInterval(() => idle.say({ kind: 'ping' }), 5)
    await until(() => idle.code() !== null)
    clearInterval(asking)
    // To be alive is not to say something.
    expect(idle.code()).toBe(RELAY_ENDS.idle)
  })

  it('is cut off when it asks and asks, and reads nothing', async () => {
    const relay = await aRelay({ limits: { burst: 10_000_000, phoneBacklog: 1_000 } })
    const [greedy, other] = [await connectTo(relay), await connectTo(relay)]
    await greedy.join()
    await other.join()
    greedy.socket.pause()
    for (let round = 0; round < 200 && relay.count().sockets > 1; round += 1) {
      for (let count = 0; count < 2_000; count += 1) greedy.say({ kind: 'ping' })
      await new Promise((done) => setTimeout(done, 5))
    }
    expect(relay.count().sockets).toBe(1)
    expect(other.code()).toBeNull()
  })

  it('does not take all connections: of an address, and of all', async () => {
    const ofOne = await aRelay({ limits: { perAddress: 2 } })
    const kept = [await connectTo(ofOne), await connectTo(ofOne)]
    const third = await connectTo(ofOne)
    await until(() => third.code() !== null)
    expect([third.code(), ...kept.map((phone) => phone.code())]).toEqual([1006, null, null])
    const ofAll = await aRelay({ limits: { sockets: 1 } })
    await connectTo(ofAll)
    const second = await connectTo(ofAll)
    await until(() => second.code() !== null)
    expect(second.code()).toBe(1006)
  })

  it('is told apart behind a proxy by what the proxy says, not by what it says itself', async () => {
    const relay = await aRelay({ isBehindProxy: true, limits: { perAddress: 1 } })
    const from = (address: string) => connectTo(relay, { headers: { 'X-Forwarded-For': address } })
    const [one, two] = [await from('10.0.0.1'), await from('10.0.0.2')]
    const liar = await from('10.0.0.77, 10.0.0.1')
    await until(() => liar.code() !== null)
    expect([one.code(), two.code(), liar.code()]).toEqual([null, null, 1006])
  })

  it('finds no door but one, and none for pages of other hosts', async () => {
    const relay = await aRelay()
    expect(await upgrade(relay.port, '/relay', `http://127.0.0.1:${relay.port}`)).toBe(101)
    expect(await upgrade(relay.port, '/relay', 'https://evil.example')).toBe(403)
    expect(await upgrade(relay.port, '/relay', 'null')).toBe(403)
    expect(await upgrade(relay.port, '/', `http://127.0.0.1:${relay.port}`)).toBe(404)
    expect(await upgrade(relay.port, '//', `http://127.0.0.1:${relay.port}`)).toBe(404)
  })

  it('does not stop the relay, whatever it sends', async () => {
    const relay = await aRelay({ limits: { perAddress: 1_000 } })
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.oneof(fc.string({ maxLength: 200 }), fc.json(), fc.uint8Array({ maxLength: 200 })), {
          maxLength: 5,
        }),
        async (joins, texts) => {
          const phone = await connectTo(relay)
          if (joins) await phone.join()
          for (const text of texts) phone.say(typeof text === 'string' ? text : Buffer.from(text))
          phone.socket.close()
        },
      ),
      { numRuns: 60 },
    )
    // No WebSocket at all, right into the open connection.
    const raw = connect(relay.port, '127.0.0.1')
    raw.on('error', () => undefined)
    raw.resume()
    raw.write(
      'GET /relay HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\u00ff\u00ff\u00ff\u00ffgarbage',
    )
    await new Promise((done) => raw.once('close', done))
    await until(() => relay.count().sockets === 0)
    const after = await connectTo(relay)
    await after.join()
    after.say({ ...stateMessage(), ...aState({ status: 'done' }) })
    await until(() => after.ofKind('ack').length === 2)
  })
})

/** The status with which an upgrade is answered. */
function upgrade(port: number, path: string, origin: string): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request({
      port,
      path,
      host: '127.0.0.1',
      headers: {
        Origin: origin,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    asked.on('upgrade', ({ statusCode }, stream) => {
      stream.destroy()
      done(statusCode ?? 0)
    })
    asked.on('response', ({ statusCode }) => done(statusCode ?? 0))
    asked.on('error', fail)
    asked.end()
  })
}
