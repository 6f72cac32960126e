/** Freezes a value and all that it holds, so that whoever changes it throws. @returns the same value */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(freezeDeep)
  return value
}
