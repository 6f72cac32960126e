import type { OpenedPlans, PlanStore, StoredPlan } from '../ports.ts'

/**
 * Plans in memory only, copied from others when they are opened: what is changed in them is gone with them, and the others are read
 * and never written. For a drill, which nobody's plan may come out of changed.
 */
export function copyPlans(original: Pick<PlanStore, 'open' | 'photo'>): PlanStore {
  const plans = new Map<string, StoredPlan>()
  const photos = new Map<string, Blob>()
  let opening: Promise<void> | null = null
  const copy = async (): Promise<void> => {
    for (const stored of (await original.open()).plans) plans.set(stored.plan.id, stored)
  }
  const opened = (): OpenedPlans => ({
    plans: [...plans.values()],
    quarantined: [],
    trouble: null,
    removedBySystem: false,
  })
  return {
    open: async () => {
      await (opening ??= copy())
      return opened()
    },
    read: async (id) => plans.get(id) ?? null,
    async save(plan, basedOn) {
      const before = plans.get(plan.id) ?? null
      if ((before?.revision ?? null) !== basedOn) return { ok: false, why: 'conflict', newest: before }
      const stored: StoredPlan = {
        plan,
        revision: (before?.revision ?? 0) + 1,
        exported: before?.exported ?? null,
      }
      plans.set(plan.id, stored)
      return { ok: true, stored }
    },
    async remove(id) {
      plans.delete(id)
      return { ok: true }
    },
    async noteExport(id, exported) {
      const stored = plans.get(id)
      if (stored !== undefined) plans.set(id, { ...stored, exported })
      return stored !== undefined
    },
    async putPhoto(id, photo) {
      photos.set(id, photo)
      return { ok: true }
    },
    photo: async (id) => photos.get(id) ?? original.photo(id),
    tidyPhotos: async () => undefined,
    onChange: () => () => undefined,
  }
}
