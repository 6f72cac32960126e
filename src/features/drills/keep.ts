import { keepDrill, parseKeptDrill, type KeptDrill } from '#domain/drills/kept-drill.ts'
import { NO_DRILLS, parseHistory, type DrillHistory } from '#domain/drills/history.ts'
import type { Drill } from '#domain/drills/drill.ts'
import type { Desk } from './desk.ts'

/** Keys of the shelf. */
const RUN = 'run'
const HISTORY = 'history'
/** Where what cannot be read is laid aside, so that nothing is lost. */
const UNREAD = 'unread'

/** Writes one thing after the other, and says whether what is done is kept. */
function inLine(desk: Desk, work: () => Promise<boolean>): Promise<void> {
  const writing = desk.writing.then(async () => desk.store.setState({ isKept: await work() }))
  desk.writing = writing
  return writing
}

/** Keeps the drill as it is now. */
export function keepNow(desk: Desk, drill: Drill): Promise<void> {
  const { deps } = desk
  const now = deps.clock.now()
  desk.keptAt = now
  deps.marker.set()
  return inLine(desk, () => deps.shelf.write(RUN, keepDrill(drill, now)))
}

/** The drill is over: nothing of it is taken up again. */
export function dropKept(desk: Desk): Promise<void> {
  desk.deps.marker.clear()
  return inLine(desk, () => desk.deps.shelf.remove(RUN))
}

export function keepHistory(desk: Desk, history: DrillHistory): void {
  desk.store.setState({ history })
  void inLine(desk, () => desk.deps.shelf.write(HISTORY, history))
}

/** What lies on the device. What cannot be read is laid aside and told, and never written over. */
export async function readKept(
  desk: Desk,
): Promise<{ readonly drill: KeptDrill | null; readonly history: DrillHistory }> {
  const { shelf } = desk.deps
  const [run, kept] = await Promise.all([shelf.read(RUN), shelf.read(HISTORY)])
  if (!run.ok || !kept.ok) desk.store.setState({ isKept: false })
  return { drill: await drillIn(desk, run), history: await historyIn(desk, kept) }
}

type Read = Awaited<ReturnType<Desk['deps']['shelf']['read']>>

async function drillIn(desk: Desk, read: Read): Promise<KeptDrill | null> {
  if (!read.ok || read.value === null) return null
  const parsed = parseKeptDrill(read.value)
  if (parsed.ok) return parsed.value
  desk.store.setState({ lostDrill: true })
  await putAside(desk, RUN, read.value)
  return null
}

async function historyIn(desk: Desk, read: Read): Promise<DrillHistory> {
  if (!read.ok || read.value === null) return NO_DRILLS
  const parsed = parseHistory(read.value)
  if (parsed.ok) return parsed.value
  await putAside(desk, HISTORY, read.value)
  return NO_DRILLS
}

/** Only what was laid aside is taken away from its place. */
async function putAside(desk: Desk, key: string, value: unknown): Promise<void> {
  const { shelf } = desk.deps
  if (await shelf.write(`${UNREAD}/${key}`, value)) await shelf.remove(key)
}
