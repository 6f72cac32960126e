/** What fills the places of a sentence. Text is shown as it is, never as markup. */
export type Params = Readonly<Record<string, string | number>>

/**
 * A sentence as a code: a key written `namespace:dotted.key`, and what fills its places. The same shape as the domain's
 * `Phrase`.
 */
export type Phrase = { readonly key: string; readonly params?: Params }
