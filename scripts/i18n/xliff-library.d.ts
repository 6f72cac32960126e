/** The library brings no types; these are the parts that are used here. */
declare module 'xliff' {
  export type XliffUnit = {
    readonly source?: string
    readonly target?: string
    readonly note?: string | readonly string[]
    readonly additionalAttributes?: Readonly<Record<string, string | number>>
  }
  export type XliffDocument = {
    readonly resources: Readonly<Record<string, Readonly<Record<string, XliffUnit>>>>
    readonly sourceLanguage: string
    readonly targetLanguage: string
  }
  export function js2xliff(document: XliffDocument): Promise<string>
  export function xliff2js(xml: string): Promise<XliffDocument>
}
