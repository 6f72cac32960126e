/** What is used of fontkit, which carries no types. */
declare module 'fontkit' {
  export type Font = { readonly characterSet: readonly number[] }
  export const create: (bytes: Uint8Array) => Font
}
