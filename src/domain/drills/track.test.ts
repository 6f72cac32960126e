import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { northOf } from '#tests/support/a-drill-run.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { TrackPoint } from './drill-run.ts'
import {
  isInGap,
  measureSpeed,
  MOST_SPEED,
  newTrack,
  STILL_METRES,
  takeFix,
  trackTill,
  type FixFate,
  type Track,
} from './track.ts'

/** A position, so many seconds after the beginning and metres to the north. */
const fix = (seconds: number, metres: number, accuracy = 5): TrackPoint => ({
  minute: seconds / 60,
  at: northOf(metres),
  accuracy,
})

function takeAll(fixes: readonly TrackPoint[], speed = 1): { track: Track; fates: readonly FixFate[] } {
  let track = newTrack(speed)
  const fates = fixes.map((one) => {
    const taken = takeFix(track, one)
    track = taken.track
    return taken.fate
  })
  return { track, fates }
}

const places = ({ points }: Track): readonly number[] =>
  points.map(({ at }) => Math.round(metresBetween(northOf(0), at)))

describe('a track', () => {
  it('leaves aside what is no position, too unsure, or not new', () => {
    const { track, fates } = takeAll([
      fix(0, 0),
      { minute: NaN, at: northOf(0), accuracy: 5 },
      { minute: 1, at: [200, 0], accuracy: 5 },
      fix(10, 10, -1),
      fix(10, 10, 50.1),
      fix(10, 10, 50),
      fix(0, 20),
      fix(12, 12),
      fix(12, 12),
    ])
    const left: FixFate[] = ['moved', 'unreadable', 'unreadable', 'unreadable', 'inaccurate']
    expect(fates).toEqual([...left, 'standing', 'old', 'moved', 'old'])
    expect(places(track)).toEqual([0, 12])
  })

  it('does not walk while somebody stands still, however the position wanders', () => {
    const wander = fc.double({ min: -STILL_METRES / 2 + 0.1, max: STILL_METRES / 2 - 0.1, noNaN: true })
    fc.assert(
      fc.property(fc.array(wander, { minLength: 1, maxLength: 60 }), (all) => {
        const { track } = takeAll(all.map((metres, index) => fix(index * 5, metres)))
        expect(track.points).toHaveLength(1)
        expect(track.gaps).toEqual([])
        const till = trackTill(track, track.heard ?? 0)
        expect(till.track.at(-1)?.minute).toBe(track.heard)
      }),
    )
  })

  it('knows that somebody stood before going on, and does not take it for a slow walk', () => {
    const stood = Array.from({ length: 21 }, (_, index) => fix(index * 10, 0))
    const { track } = takeAll([...stood, fix(210, 10), fix(220, 20)])
    expect(track.points.map(({ minute }) => Math.round(minute * 60))).toEqual([0, 200, 210, 220])
    expect(places(track)).toEqual([0, 0, 10, 20])
  })

  it('leaves one jump aside, and believes three that agree, with a gap before them', () => {
    const walk = [fix(0, 0), fix(10, 10), fix(20, 20)]
    const back = takeAll([...walk, fix(30, 900), fix(40, 40)])
    expect(back.fates.slice(3)).toEqual(['jump', 'moved'])
    expect(places(back.track)).toEqual([0, 10, 20, 40])
    expect(back.track).toMatchObject({ gaps: [], jumps: [] })
    const there = takeAll([...walk, fix(30, 900), fix(35, 905), fix(40, 910)])
    expect(there.fates.slice(3)).toEqual(['jump', 'jump', 'moved'])
    expect(places(there.track)).toEqual([0, 10, 20, 900, 905, 910])
    expect(there.track.gaps).toEqual([{ from: 20 / 60, till: 0.5 }])
    const wild = takeAll([...walk, fix(30, 900), fix(35, 2000), fix(40, 900), fix(45, 2000)])
    expect(wild.fates.slice(3)).toEqual(['jump', 'jump', 'jump', 'jump'])
  })

  it('tells when the position was lost, also while it still is', () => {
    const { track } = takeAll([fix(0, 0), fix(10, 10), fix(100, 60), fix(110, 70)])
    expect(track.gaps).toEqual([{ from: 10 / 60, till: 100 / 60 }])
    expect(trackTill(track, 139 / 60).gaps).toHaveLength(1)
    expect(trackTill(track, 141 / 60).gaps.at(-1)).toEqual({ from: 110 / 60, till: null })
    expect(trackTill(newTrack(1), 60)).toEqual({ track: [], gaps: [] })
  })

  it('reckons with the clock where the event runs faster', () => {
    // Ten minutes of the event in one: 2 event minutes are 12 seconds.
    const { fates, track } = takeAll([fix(0, 0), fix(120, 12), fix(240, 400)], 10)
    expect(fates).toEqual(['moved', 'moved', 'jump'])
    expect(track.gaps).toEqual([])
    expect(() => newTrack(0)).toThrow(RangeError)
  })

  it('only grows at its end, rises in time, and never runs outside a gap', () => {
    const anyFix = fc.record({
      after: fc.integer({ min: -5, max: 60 }),
      metres: fc.integer({ min: -400, max: 400 }),
      accuracy: fc.constantFrom(0, 3, 20, 50, 80),
    })
    fc.assert(
      fc.property(fc.array(anyFix, { maxLength: 40 }), (steps) => {
        let track = newTrack(1)
        let [seconds, metres] = [0, 0]
        for (const step of steps) {
          seconds += step.after
          if (step.accuracy < 50) metres += step.metres / 10
          const next = takeFix(
            track,
            fix(seconds, metres + (step.accuracy === 50 ? step.metres : 0), step.accuracy),
          ).track
          expect(next.points.slice(0, track.points.length)).toEqual(track.points)
          expect(next.gaps.slice(0, track.gaps.length)).toEqual(track.gaps)
          track = next
        }
        for (const [index, b] of track.points.entries()) {
          const a = track.points[index - 1]
          if (a === undefined) continue
          expect(b.minute).toBeGreaterThan(a.minute)
          if (isInGap(track.gaps, a.minute, b.minute)) continue
          const reach = MOST_SPEED * (b.minute - a.minute) * 60 + a.accuracy + b.accuracy + STILL_METRES
          expect(metresBetween(a.at, b.at)).toBeLessThanOrEqual(reach + 1e-3)
        }
      }),
    )
  })
})

describe('the measured speed', () => {
  it('is that of the walking, whatever the pauses, the gaps and the speed of the event', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 2, noNaN: true }),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom(1, 10),
        (speed, every, pause, faster) => {
          const walk = (from: number, metres: number): TrackPoint[] =>
            Array.from({ length: Math.ceil(200 / every) }, (_, index) =>
              fix((from + index * every) * faster, metres + index * every * speed),
            )
          const first = walk(0, 0)
          const end = (first.length - 1) * every
          const still = Array.from({ length: Math.floor(pause / every) }, (_, index) =>
            fix((end + (index + 1) * every) * faster, end * speed),
          )
          const fixes = [...first, ...still, ...walk(end + (still.length + 1) * every, end * speed)]
          const { track } = takeAll(fixes, faster)
          const measured = measureSpeed(track.points, track.gaps, track.secondsPerMinute)
          // A pause shorter than a slow step is not told from walking.
          expect(Math.abs((measured ?? 0) - speed) / speed).toBeLessThan(0.3)
          if (pause === 0 || pause > 120) expect(Math.abs((measured ?? 0) - speed) / speed).toBeLessThan(0.1)
        },
      ),
    )
  })

  it('is not told from too little', () => {
    const points = (seconds: number, metres: number) => [
      fix(0, 0),
      fix(seconds / 2, metres / 2),
      fix(seconds, metres),
    ]
    expect(measureSpeed(points(59, 60), [], 60)).toBeNull()
    expect(measureSpeed(points(61, 49), [], 60)).toBeNull()
    expect(measureSpeed(points(60, 60), [], 60)).toBeCloseTo(1, 3)
    expect(measureSpeed(points(60, 60), [{ from: 0.2, till: 0.3 }], 60)).toBeNull()
  })
})
