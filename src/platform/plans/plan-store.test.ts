import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPlan } from '#tests/support/a-plan.ts'
import { createPlanStore } from './plan-store.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a plan', () => {
  it('is there again after the page was closed, letter for letter', async () => {
    const plan = aPlan()
    const saved = await createPlanStore().save(plan, null)
    expect(saved).toMatchObject({ ok: true, stored: { plan, exported: null } })
    expect(await createPlanStore().open()).toMatchObject({ plans: [{ plan }], trouble: null })
  })
})
