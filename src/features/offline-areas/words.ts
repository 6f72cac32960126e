import type { PackFailure } from '#platform/ports.ts'

/** The sentence for each way in which a pack can fail: one switch, so that a new failure cannot stay without words. */
export function failureKey(why: PackFailure): string {
  switch (why) {
    case 'unreachable':
      return 'offline:failure.unreachable'
    case 'notData':
      return 'offline:failure.notData'
    case 'corrupt':
      return 'offline:failure.corrupt'
    case 'wrongArea':
      return 'offline:failure.wrongArea'
    case 'storageFull':
      return 'offline:failure.storageFull'
    case 'storageBlocked':
      return 'offline:failure.storageBlocked'
  }
}
