import fc from 'fast-check'

/**
 * Property tests throw the same dice in every run, so that a red run is a change in the code and never bad luck. New dice:
 * `FAST_CHECK_SEED=random npm run check`, or the number that a failed property names, to repeat it.
 */
const wanted = process.env['FAST_CHECK_SEED']
const seed = wanted === 'random' ? Date.now() % 2 ** 31 : Number(wanted ?? 41207)
fc.configureGlobal({ seed })
