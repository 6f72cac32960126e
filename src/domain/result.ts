/**
 * What a function returns when it can refuse. Plain objects, so that a result crosses threads unchanged.
 * `reason` is a code from a closed union; the words for it are in `locales/`.
 */
export type Result<T, R extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: R; readonly detail?: string }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <R extends string>(
  reason: R,
  detail?: string,
): { readonly ok: false; readonly reason: R; readonly detail?: string } =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }
