import { describe, expect, it } from 'vitest'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { migrateRecord, type Migration } from './migrate-record.ts'

const rename: Migration = ({ title, ...rest }) => ({ ...rest, name: title })
const addKit: Migration = (plan) => ({ ...plan, kit: [] })
const fails: Migration = (plan) => ({ ...plan, first: (plan['list'] as number[])[0]!.toFixed() })

describe('an older record', () => {
  it('goes through every migration after its version, in order', () => {
    const old = freezeDeep({ version: 1, title: 'うち' })
    expect(migrateRecord(old, 1, [rename, addKit], 3)).toEqual({ version: 3, name: 'うち', kit: [] })
    expect(migrateRecord({ version: 2, name: 'b' }, 2, [rename, addKit], 3)).toEqual({
      version: 3,
      name: 'b',
      kit: [],
    })
  })

  it('of the newest version is left as it is', () => {
    const plan = freezeDeep({ version: 1, name: 'うち' })
    expect(migrateRecord(plan, 1, [], 1)).toEqual(plan)
  })

  it('cannot say which version it becomes', () => {
    expect(migrateRecord({}, 1, [() => ({ version: 99 })], 2)).toEqual({ version: 2 })
  })

  it('is refused when a migration cannot read it, or there is none', () => {
    expect(migrateRecord({ version: 1 }, 1, [fails], 2)).toBeNull()
    expect(migrateRecord({ version: 1 }, 1, [rename], 3)).toBeNull()
    expect(migrateRecord({ version: 1 }, 0, [rename], 2)).toBeNull()
  })
})
