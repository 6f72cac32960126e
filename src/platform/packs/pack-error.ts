import type { PackFailure } from '../ports.ts'

/** Thrown inside this folder; at its doors it becomes a `PackFailure` code. `message` says which file, for the console only. */
export class PackError extends Error {
  readonly code: PackFailure
  constructor(code: PackFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'PackError'
    this.code = code
  }
}

/** The code of whatever was thrown: what the browser says about its storage is sorted, and nothing is lost. */
export function failureOf(error: unknown): PackFailure {
  if (error instanceof PackError) return error.code
  const name = (error as { name?: unknown } | null)?.name
  return name === 'QuotaExceededError' ? 'storageFull' : 'storageBlocked'
}
