import { describe, expect, it } from 'vitest'
import { createMapHealth } from './map-health.ts'
import type { MapStatus } from './map-view.ts'

const tile = (x: number) => ({ source: 'zones', z: 14, x, y: 7 })
function watched() {
  const told: MapStatus[] = []
  return { told, health: createMapHealth((status) => told.push(status)) }
}

describe('the health of the map', () => {
  it('is ready when everything was drawn, and says so once', () => {
    const { told, health } = watched()
    health.started()
    health.started()
    expect(told).toEqual(['ready'])
  })

  it('says noTiles while even one tile could not be read', () => {
    const { told, health } = watched()
    health.started()
    health.tileFailed(tile(1))
    health.tileFailed(tile(2))
    health.tileRead(tile(1))
    expect(health.status()).toBe('noTiles')
    health.tileRead(tile(2))
    expect(told).toEqual(['ready', 'noTiles', 'ready'])
  })

  it('forgets failed tiles that are no longer wanted', () => {
    const { told, health } = watched()
    health.started()
    health.tileFailed(tile(1))
    health.keepOnly(({ x }) => x === 1)
    expect(health.failedTiles()).toEqual([tile(1)])
    health.keepOnly(() => false)
    expect(told).toEqual(['ready', 'noTiles', 'ready'])
  })

  it('fails when it does not start in time, and is ready when it does after all', () => {
    const { told, health } = watched()
    health.overdue(false)
    health.started()
    expect(told).toEqual(['failed', 'ready'])
  })

  it('blames the tiles when they were asked for and never came', () => {
    const { told, health } = watched()
    health.overdue(true)
    expect(told).toEqual(['noTiles'])
  })

  it('does not call a running map overdue', () => {
    const { told, health } = watched()
    health.started()
    health.overdue(false)
    expect(told).toEqual(['ready'])
  })

  it('fails while the graphics context is lost', () => {
    const { told, health } = watched()
    health.started()
    health.contextLost()
    health.contextRestored()
    expect(told).toEqual(['ready', 'failed', 'ready'])
  })
})
