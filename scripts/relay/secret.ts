import { randomInt } from 'node:crypto'

/** Base 32 of D. Crockford: what is read off a screen and typed is not mistaken. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A secret for the organisers: 60 bits of chance in three groups of four signs, `7K2M-9QXD-R4TB`. */
export const drawSecret = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-')
