import type { Plan } from '#domain/plan/plan.ts'
import type { PlansFailure, PlanStore, QuarantinedPlan, StoredPlan } from '#platform/ports.ts'

export type PlanDisk = {
  readonly records: Map<string, StoredPlan>
  readonly photos: Map<string, Blob>
  readonly quarantined: QuarantinedPlan[]
  /** Why everything fails from now on; null = it works. */
  fault: PlansFailure | null
  /** True = the next saving is written, and told as lost all the same. */
  isNextLost: boolean
  removedBySystem: boolean
  /** How often somebody saved. */
  saves: number
  /** A door to the disk, as one tab has it. @param wait is awaited before and after each visit */
  tab(wait?: () => Promise<void>): PlanStore
}

/** A disk that keeps plans as the port says, in memory, for several tabs. What lies on it is a copy. */
export function aPlanDisk(): PlanDisk {
  const tabs = new Map<object, Set<(id: string | null) => void>>()
  const disk: PlanDisk = {
    records: new Map(),
    photos: new Map(),
    quarantined: [],
    fault: null,
    isNextLost: false,
    removedBySystem: false,
    saves: 0,
    tab(wait = async () => undefined) {
      const own = new Set<(id: string | null) => void>()
      const tellOthers = (id: string) => {
        for (const [tab, listeners] of tabs) if (tab !== own) listeners.forEach((listener) => listener(id))
      }
      tabs.set(own, own)
      const visit = async <T>(job: () => T): Promise<T> => {
        await wait()
        const done = job()
        await wait()
        return done
      }
      return doorTo(disk, visit, tellOthers, own)
    },
  }
  return disk
}

function doorTo(
  disk: PlanDisk,
  visit: <T>(job: () => T) => Promise<T>,
  tellOthers: (id: string) => void,
  listeners: Set<(id: string | null) => void>,
): PlanStore {
  const { records, photos } = disk
  const put = (plan: Plan, basedOn: number | null) => {
    const exported = records.get(plan.id)?.exported ?? null
    const stored = { plan: structuredClone(plan), revision: (basedOn ?? 0) + 1, exported }
    records.set(plan.id, stored)
    tellOthers(plan.id)
    return stored
  }
  const refused = () => ({ ok: false, why: disk.fault ?? 'lost' }) as const
  return {
    open: () =>
      visit(() => ({
        plans: disk.fault === null ? [...records.values()] : [],
        quarantined: disk.quarantined,
        trouble: disk.fault,
        removedBySystem: disk.removedBySystem,
      })),
    read: (id) => visit(() => (disk.fault === null ? (records.get(id) ?? null) : null)),
    save: (plan, basedOn) =>
      visit(() => {
        disk.saves += 1
        const newest = records.get(plan.id) ?? null
        if (disk.fault !== null) return refused()
        if ((newest?.revision ?? null) !== basedOn) return { ok: false, why: 'conflict', newest } as const
        const stored = put(plan, basedOn)
        if (!disk.isNextLost) return { ok: true, stored } as const
        disk.isNextLost = false
        return refused()
      }),
    remove: (id) =>
      visit(() => {
        if (disk.fault !== null) return refused()
        records.delete(id)
        tellOthers(id)
        return { ok: true } as const
      }),
    noteExport: (id, exported) =>
      visit(() => {
        const before = records.get(id)
        if (disk.fault !== null || before === undefined) return false
        records.set(id, { ...before, revision: before.revision + 1, exported })
        tellOthers(id)
        return true
      }),
    putPhoto: (id, photo) =>
      visit(() => (disk.fault === null ? (photos.set(id, photo), { ok: true } as const) : refused())),
    photo: (id) => visit(() => photos.get(id) ?? null),
    tidyPhotos: () => visit(() => undefined),
    onChange(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
