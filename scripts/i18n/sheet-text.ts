/**
 * What a cell of a sheet cannot hold as it is: control characters, what is no character in Unicode, halves of surrogate pairs.
 * Excel writes them as `_x` and four digits of their code and reads them back, and so do the libraries.
 */
const NEEDS_CODE =
  // oxlint-disable-next-line no-control-regex -- these are the characters that are meant
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

const codeOf = (sign: string): string =>
  Array.from({ length: sign.length }, (_, i) =>
    sign.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0'),
  )
    .map((digits) => `_x${digits}_`)
    .join('')

/** A text as it is written into a cell; the reader of sheets turns it back. A text that looks like such a code is coded too. */
export function toCell(text: string): string {
  const coded = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, codeOf('_')).replace(NEEDS_CODE, codeOf)
  // The library looks texts up in an object: the names that every object has (“constructor”) would be taken for known ones.
  return coded in {} ? codeOf(coded.slice(0, 1)) + coded.slice(1) : coded
}

/** The most characters that Excel keeps in a cell. */
export const LONGEST_CELL = 32_767
