import { describe, expect, it } from 'vitest'
import { FINGER, nearestTarget } from './nearest-site.ts'

describe('nearestTarget', () => {
  it('takes the nearest symbol under the finger', () => {
    const targets = [
      { id: 'far', x: 20, y: 0 },
      { id: 'near', x: 5, y: 5 },
    ]
    expect(nearestTarget({ x: 0, y: 0 }, targets)).toBe('near')
  })

  it('reaches exactly as far as a finger and no farther', () => {
    expect(nearestTarget({ x: 0, y: 0 }, [{ id: 'edge', x: FINGER, y: 0 }])).toBe('edge')
    expect(nearestTarget({ x: 0, y: 0 }, [{ id: 'out', x: FINGER + 0.1, y: 0 }])).toBeNull()
  })
})
