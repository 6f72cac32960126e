import {
  beginDrill,
  endDrill,
  minuteOfDrill,
  resumeDrill,
  takeUpDrill,
  type Drill,
} from '#domain/drills/drill.ts'
import { drillTokenOf, nonceFrom } from '#domain/drills/drill-token.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { forgetDrill, noteDrill, type DrillRecord } from '#domain/drills/history.ts'
import { readInvitation, scenarioOf } from '#domain/drills/invitation.ts'
import { readJoinCode } from '#domain/drills/join-code.ts'
import { judgeInWorld } from '#domain/drills/judge-in-world.ts'
import { kindOfSealed } from '#domain/drills/sealed-code.ts'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { refuse, type Result } from '#domain/result.ts'
import { createDesk, isOver, stepTo, tellAt, type Desk, type DrillDeps } from './desk.ts'
import { dropKept, keepHistory, keepNow, readKept } from './keep.ts'
import type { Drills, DrillsCommands, Finished, InvitedRefusal, Running } from './state.ts'

/** How often time is looked at, and how often a drill is kept while nothing is decided. Milliseconds. */
const TICK_MS = 500
const KEEP_MS = 5_000

/** The drills of this device: one that is being done, one that is looked back at, and those that were done. */
export function createDrills(deps: DrillDeps): Drills {
  const desk = createDesk(deps)
  const { store } = desk
  const commands: DrillsCommands = {
    open: () => open(desk),
    receive: (text) => receive(desk, text),
    invite: (invitation) => store.setState({ invited: { ok: true, value: invitation } }),
    join: (joining) => {
      const nonce = nonceFrom(deps.randomBytes(16))
      const [high = 0, low = 0] = deps.randomBytes(2)
      const token = drillTokenOf(joining.invitation)
      const drill = beginDrill({ ...joining, nonce, token, number: high * 256 + low }, deps.clock.now())
      store.setState({ finished: null, invited: null, lostDrill: false })
      run(desk, drill, false)
      void keepNow(desk, drill)
    },
    act: (change) => act(desk, change),
    takeUp: () => {
      const { running } = store.getState()
      if (running === null) return
      const drill = resumeDrill(running.drill, deps.clock.now())
      store.setState({ running: { ...running, drill, isInterrupted: false } })
      tick(desk)
    },
    finish: () => finish(desk),
    leave: () => {
      halt(desk)
      store.setState({ running: null })
      void dropKept(desk)
    },
    rateAfter: (after) => {
      const { finished } = store.getState()
      if (finished === null) return
      store.setState({ finished: { ...finished, after } })
      note(desk, finished.drill, (record) => ({ ...record, rating: { ...record.rating, after } }))
    },
    noteChanges: (proposed, accepted) => {
      const { finished } = store.getState()
      if (finished !== null) note(desk, finished.drill, (record) => ({ ...record, proposed, accepted }))
    },
    forget: (nonce) => keepHistory(desk, forgetDrill(store.getState().history, nonce)),
    bringBack: (record) => keepHistory(desk, noteDrill(store.getState().history, record)),
    close: () => store.setState({ finished: null }),
  }
  return { store, commands }
}

/** A drill that another page of this device does is only told of. */
async function open(desk: Desk): Promise<void> {
  if (desk.isOpening) return
  desk.isOpening = true
  desk.store.setState({ status: 'opening' })
  const { drill, history } = await readKept(desk)
  desk.store.setState({ status: 'open', history })
  if (drill !== null && desk.store.getState().running === null)
    run(desk, takeUpDrill(drill.drill, drill.keptAt), true)
}

/** An app that is open on another area is told so; whoever reads codes decides what to do with it. */
function receive(desk: Desk, text: string): 'invitation' | 'report' | 'refused' {
  if (kindOfSealed(text).ok) {
    desk.store.setState({ handedIn: text })
    return 'report'
  }
  const code = readJoinCode(text)
  const read: Result<DrillInvitation, InvitedRefusal> = code.ok ? code : readInvitation(text)
  // Six signs that are no code are told as such; all else as the link that it was meant to be.
  const invited =
    !read.ok && code.ok === false && code.reason !== 'notACode' && read.reason === 'notOurs' ? code : read
  desk.store.setState({
    invited: invited.ok && scenarioOf(invited.value) === null ? refuse('newerVersion') : invited,
  })
  return invited.ok ? 'invitation' : 'refused'
}

function run(desk: Desk, drill: Drill, isInterrupted: boolean): void {
  halt(desk)
  const minute = minuteOfDrill(drill, desk.deps.clock.now())
  const running: Running = { drill, world: null, minute, told: null, isInterrupted, isElsewhere: false }
  desk.store.setState({ running })
  const { deps } = desk
  void deps.hold().then((release) => {
    const { running: now } = desk.store.getState()
    if (now?.drill.nonce !== drill.nonce) return release?.()
    desk.release = release
    if (release === null) desk.store.setState({ running: { ...now, isElsewhere: true } })
  })
  const ends = [deps.every(TICK_MS, () => tick(desk)), deps.onLeaving(() => keepRunning(desk))]
  desk.stop = () => ends.forEach((end) => end())
  tick(desk)
}

function halt(desk: Desk): void {
  desk.stop?.()
  desk.release?.()
  desk.stop = null
  desk.release = null
}

const keepRunning = (desk: Desk): void => {
  const { running } = desk.store.getState()
  if (running !== null && !running.isInterrupted && !running.isElsewhere) void keepNow(desk, running.drill)
}

function tick(desk: Desk): void {
  const { running } = desk.store.getState()
  if (running === null || running.isElsewhere) return
  if (running.world === null) return void openWorld(desk, running.drill)
  const now = desk.deps.clock.now()
  const moved = running.isInterrupted
    ? { ...running, told: tellAt(running.drill, running.world, running.minute) }
    : stepTo(running, running.world, now)
  desk.store.setState({ running: moved })
  if (moved.isInterrupted) return
  if (isOver(moved, now)) finish(desk)
  else if (now - desk.keptAt >= KEEP_MS) keepRunning(desk)
}

/** Asked for at each tick until it is there: the area may still be opening. */
const opening = new WeakSet<Desk>()
async function openWorld(desk: Desk, drill: Drill): Promise<void> {
  if (opening.has(desk)) return
  opening.add(desk)
  const world = await desk.deps.openWorld(drill).catch(() => null)
  opening.delete(desk)
  const { running } = desk.store.getState()
  if (world === null || running?.drill.nonce !== drill.nonce) return
  desk.store.setState({ running: { ...running, world } })
  tick(desk)
}

function act(desk: Desk, change: (drill: Drill, now: Running) => Drill | null): boolean {
  tick(desk)
  const { running } = desk.store.getState()
  if (running === null || running.isInterrupted || running.isElsewhere) return false
  const drill = change(running.drill, running)
  if (drill === null) return false
  desk.store.setState({ running: { ...running, drill } })
  void keepNow(desk, drill)
  tick(desk)
  return true
}

/** A drill whose world never came cannot be judged: it ends without a result. */
function finish(desk: Desk): void {
  const { running } = desk.store.getState()
  if (running === null) return
  halt(desk)
  const finished = finishedOf(running)
  // In one step: whoever follows it must not see a moment with neither.
  desk.store.setState({ running: null, finished })
  void dropKept(desk)
  if (finished !== null)
    keepHistory(desk, noteDrill(desk.store.getState().history, recordOf(finished, desk.deps.clock.now())))
}

function finishedOf({ drill, world, minute }: Running): Finished | null {
  if (world === null) return null
  const ended = endDrill(drill, minute)
  return judge(ended, world, tellAt(ended, world, minute).injects)
}

function judge(drill: Drill, world: DrillWorld, told: Finished['told']): Finished {
  const { run } = drill
  const common = { drill, world, told, after: null }
  if (run.mode === 'class') return { ...common, result: null, others: [], wentWrong: null }
  const { result, others, wentWrong } = judgeInWorld(world, run)
  return { ...common, result, others, wentWrong }
}

function recordOf({ drill, result }: Finished, now: number): DrillRecord {
  const { scenario, mode } = drill.run
  return {
    nonce: drill.nonce,
    at: now,
    area: drill.invitation.area,
    scenario: scenario.id,
    hazard: scenario.hazard,
    mode,
    outcome: result?.outcome ?? 'unknown',
    margin: result?.margin ?? null,
    prepared: result?.prepared ?? null,
    speed: result?.speed ?? null,
    metres: result?.metres ?? 0,
    rating: { before: drill.before, after: null },
    proposed: 0,
    accepted: 0,
  }
}

function note(desk: Desk, { nonce }: Drill, change: (record: DrillRecord) => DrillRecord): void {
  const { history } = desk.store.getState()
  const record = history.records.find((one) => one.nonce === nonce)
  if (record !== undefined) keepHistory(desk, noteDrill(history, change(record)))
}
