/**
 * An input that cannot be used, in one sentence that says which file, which row or feature, and what was expected.
 * The build stops: half of a hazard layer is worse than none. `exitCode` 2 = the request itself was wrong.
 */
export class Refusal extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.name = 'Refusal'
    this.exitCode = exitCode
  }
}
