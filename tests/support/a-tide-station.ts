import type { TideStation } from '#domain/tide/tide-station.ts'

/** A made-up gauge with a large half-daily tide; nothing in it is measured. */
export const aTideStation = (changes: Partial<TideStation> = {}): TideStation => ({
  id: 'mihon',
  name: { ja: '見本港', kana: 'みほんこう', en: 'Mihon Port' },
  at: [135.05, 30.03],
  timezone: 'Asia/Tokyo',
  meanLevel: 2.5,
  datum: '見本の基準面',
  constituents: [
    { name: 'M2', amplitude: 1.4, phase: 250 },
    { name: 'S2', amplitude: 0.6, phase: 285 },
    { name: 'N2', amplitude: 0.25, phase: 245 },
    { name: 'K2', amplitude: 0.17, phase: 280 },
    { name: 'K1', amplitude: 0.3, phase: 210 },
    { name: 'O1', amplitude: 0.22, phase: 190 },
    { name: 'P1', amplitude: 0.09, phase: 208 },
    { name: 'Q1', amplitude: 0.04, phase: 180 },
  ],
  source: 'tide',
  ...changes,
})
