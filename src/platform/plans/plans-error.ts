import type { PlansFailure } from '../ports.ts'

/** Thrown inside this folder; at its door it becomes a `PlansFailure` code. `message` is for the console only. */
export class PlansError extends Error {
  readonly code: PlansFailure
  constructor(code: PlansFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'PlansError'
    this.code = code
  }
}

const nameOf = (error: unknown): string => String((error as { name?: unknown } | null)?.name)

/** What browsers throw when the connection was closed under our hands, not when we did something wrong. */
export const isDropped = (error: unknown): boolean =>
  ['InvalidStateError', 'UnknownError', 'AbortError'].includes(nameOf(error))

export const isNewerVersion = (error: unknown): boolean => nameOf(error) === 'VersionError'

/**
 * The code of whatever was thrown. While opening, a browser that refuses (private mode, blocked by the person) throws
 * `SecurityError` or `InvalidStateError`: there is no storage. One that has it and lost it throws the other two.
 */
export function asPlansError(error: unknown, during: 'opening' | 'working'): PlansError {
  if (error instanceof PlansError) return error
  const name = nameOf(error)
  if (/quota/i.test(name)) return new PlansError('full', 'the storage of the browser is full', error)
  const isLost = during === 'working' || name === 'UnknownError' || name === 'AbortError'
  return new PlansError(isLost ? 'lost' : 'noStorage', 'the storage of the browser', error)
}
