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

/**
 * What a person can do with areas. One area is opened at a time and one fetch runs at a time: a new one ends the one
 * before it, and an ended one says nothing.
 */
export function createAreasCommands(
  store: AreasStore,
  packs: PackStore,
  shell: Pick<AppShell, 'facts' | 'askToPersist'>,
): AreasCommands {
  let opening = new AbortController()
  let fetching = new AbortController()

  const fail = (code: string | null, why: PackFailure) =>
    store.setState({ open: { status: 'failed', code, why } })

  async function open(code: string): Promise<void> {
    opening.abort()
    fetching.abort()
    opening = new AbortController()
    const { signal } = opening
    store.setState({
      open: { status: 'opening', code },
      fetching: { status: 'resting' },
      testing: 'untested',
    })
    const opened = await packs.open(code, signal)
    if (signal.aborted) return
    if (!opened.ok) return fail(code, opened.why)
    store.setState({ open: { status: 'open', code, area: opened.area, pack: opened.state } })
  }

  async function complete(): Promise<void> {
    const { open: opened } = store.getState()
    if (opened.status !== 'open') return
    fetching.abort()
    fetching = new AbortController()
    const { signal } = fetching
    store.setState({ fetching: { status: 'running', progress: null } })
    const outcome = await packs.complete(opened.code, signal, (progress) => {
      if (!signal.aborted) store.setState({ fetching: { status: 'running', progress } })
    })
    if (signal.aborted) return
    if (!outcome.ok) return store.setState({ fetching: { status: 'failed', why: outcome.why } })
    store.setState({ fetching: { status: 'done' }, updated: store.getState().updated || outcome.updated })
    await takeOver(opened.code, outcome.updated)
    await refreshFacts()
  }

  /** After a fetch the pack is opened anew from the device, so that answers come from what is stored now. */
  async function takeOver(code: string, updated: boolean): Promise<void> {
    const { signal } = opening
    const again = await packs.open(code, signal)
    const before = store.getState().open
    if (signal.aborted || before.status !== 'open' || before.code !== code || !again.ok) return
    const area = updated ? again.area : before.area
    store.setState({ open: { ...before, area, pack: again.state } })
  }

  async function refreshFacts(): Promise<void> {
    store.setState({ facts: await shell.facts() })
  }

  async function start(wanted: string | null): Promise<void> {
    const index = await packs.index(opening.signal)
    if (index.ok) store.setState({ index: index.value })
    const code = codeToOpen(wanted, index.ok ? index.value : null)
    if (code === null) return fail(wanted, index.ok ? 'notData' : index.why)
    await open(code)
    await complete()
  }

  return {
    start,
    open: async (code) => {
      await open(code)
      await complete()
    },
    complete,
    cancel() {
      fetching.abort()
      store.setState({ fetching: { status: 'resting' } })
    },
    async selfTest() {
      const { open: opened } = store.getState()
      if (opened.status !== 'open') return
      store.setState({ testing: 'running' })
      store.setState({ testing: await packs.selfTest(opened.code, opening.signal) })
    },
    refreshFacts,
    async askToPersist() {
      store.setState({ persistAnswer: await shell.askToPersist() })
      await refreshFacts()
    },
  }
}

/** The wanted area when the host offers it (or when the host does not answer and only the device can know), else the first. */
export function codeToOpen(wanted: string | null, index: PackIndex | null): string | null {
  if (index === null) return wanted
  const offered = index.areas.find((area) => area.code === wanted) ?? index.areas[0]
  return offered?.code ?? wanted
}
