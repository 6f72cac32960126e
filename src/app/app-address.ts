/** The address of the app, without its question and its fragment: what a link to it begins with. */
export const appAddress = (): string => new URL('./', document.baseURI).href
