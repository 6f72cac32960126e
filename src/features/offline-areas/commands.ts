import type { PackIndex } from '#domain/packs/area-pack.ts'
import type { AppShell, PackFailure, PackStore } from '#platform/ports.ts'
import type { AreasStore } from './store.ts'

export type AreasCommands = {
  /** Opens the wanted area, or the first one that the host offers, then goes on with what is still missing. */
  start(wanted: string | null): Promise<void>
  open(code: string): Promise<void>
  /** Fetches what is missing and looks for a newer pack. */
  complete(): Promise<void>
  cancel(): void
  selfTest(): Promise<void>
  refreshFacts(): Promise<void>
  askToPersist(): Promise<void>
}

/** What one run of the app works with: one area is opened at a time, one fetch runs at a time. */
type Work = {
  readonly store: AreasStore
  readonly packs: PackStore
  readonly shell: Pick<AppShell, 'facts' | 'askToPersist' | 'keepLaterCode'>
  opening: AbortController
  fetching: AbortController
}

/** What a person can do with areas. A new opening or fetch ends the one before it, and an ended one says nothing. */
export function createAreasCommands(
  store: AreasStore,
  packs: PackStore,
  shell: Pick<AppShell, 'facts' | 'askToPersist' | 'keepLaterCode'>,
): AreasCommands {
  const work: Work = {
    store,
    packs,
    shell,
    opening: new AbortController(),
    fetching: new AbortController(),
  }
  return {
    start: (wanted) => start(work, wanted),
    open: (code) => openAndComplete(work, code),
    complete: () => complete(work),
    cancel() {
      work.fetching.abort()
      store.setState({ fetching: { status: 'resting' } })
    },
    selfTest: () => selfTest(work),
    refreshFacts: () => refreshFacts(work),
    async askToPersist() {
      store.setState({ persistAnswer: await shell.askToPersist() })
      await refreshFacts(work)
    },
  }
}

/** The outcome of a job, or null when it was ended: an abort is silence, not an error. */
async function unlessEnded<T>(signal: AbortSignal, job: Promise<T>): Promise<T | null> {
  try {
    const outcome = await job
    return signal.aborted ? null : outcome
  } catch (error) {
    if (signal.aborted) return null
    throw error
  }
}

const fail = (work: Work, code: string | null, why: PackFailure) =>
  work.store.setState({ open: { status: 'failed', code, why } })

async function start(work: Work, wanted: string | null): Promise<void> {
  const { signal } = work.opening
  const index = await unlessEnded(signal, work.packs.index(signal, wanted))
  if (index === null) return
  if (index.ok) work.store.setState({ index: index.value })
  const code = codeToOpen(wanted, index.ok ? index.value : null)
  if (code === null) return fail(work, wanted, index.ok ? 'notData' : index.why)
  await openAndComplete(work, code)
}

/** On a slow first visit everything shares one line: first what answers, then the map's code, then the map's files. */
async function openAndComplete(work: Work, code: string): Promise<void> {
  await open(work, code)
  await work.shell.keepLaterCode(true)
  await complete(work)
}

async function open(work: Work, code: string): Promise<void> {
  work.opening.abort()
  work.fetching.abort()
  work.opening = new AbortController()
  const { signal } = work.opening
  work.store.setState({
    open: { status: 'opening', code },
    fetching: { status: 'resting' },
    testing: 'untested',
  })
  const opened = await unlessEnded(signal, work.packs.open(code, signal))
  if (opened === null) return
  if (!opened.ok) return fail(work, code, opened.why)
  work.store.setState({ open: { status: 'open', code, area: opened.area, pack: opened.state } })
}

async function complete(work: Work): Promise<void> {
  const { store, packs } = work
  const { open: opened } = store.getState()
  if (opened.status !== 'open') return
  work.fetching.abort()
  work.fetching = new AbortController()
  const { signal } = work.fetching
  store.setState({ fetching: { status: 'running', progress: null } })
  const outcome = await unlessEnded(
    signal,
    packs.complete(opened.code, signal, (progress) => {
      if (!signal.aborted) store.setState({ fetching: { status: 'running', progress } })
    }),
  )
  if (outcome === null) return
  if (!outcome.ok) return store.setState({ fetching: { status: 'failed', why: outcome.why } })
  store.setState({ fetching: { status: 'done' }, updated: store.getState().updated || outcome.updated })
  await takeOver(work, opened.code, outcome.updated)
  await refreshFacts(work)
}

/** After a fetch the pack is opened anew from the device, so that answers come from what is stored now. */
async function takeOver(work: Work, code: string, updated: boolean): Promise<void> {
  const { signal } = work.opening
  const again = await unlessEnded(signal, work.packs.open(code, signal))
  const before = work.store.getState().open
  if (again === null || !again.ok || before.status !== 'open' || before.code !== code) return
  const area = updated ? again.area : before.area
  work.store.setState({ open: { ...before, area, pack: again.state } })
}

async function selfTest({ store, packs, opening }: Work): Promise<void> {
  const { open: opened } = store.getState()
  if (opened.status !== 'open') return
  store.setState({ testing: 'running' })
  const testing = await unlessEnded(opening.signal, packs.selfTest(opened.code, opening.signal))
  store.setState({ testing: testing ?? 'untested' })
}

async function refreshFacts({ store, shell }: Work): Promise<void> {
  store.setState({ facts: await shell.facts() })
}

/** The wanted area when the host offers it (or when the host does not answer and only the device can know), else the first. */
export function codeToOpen(wanted: string | null, index: PackIndex | null): string | null {
  if (index === null) return wanted
  const offered = index.areas.find((area) => area.code === wanted) ?? index.areas[0]
  return offered?.code ?? wanted
}
