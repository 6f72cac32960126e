import { strToU8 } from 'fflate'
import { encodeQR } from 'qr'

/** Dark squares are true. Square, with the quiet zone around it. */
export type QrMatrix = readonly (readonly boolean[])[]

/** Light squares around a code: four, ISO/IEC 18004 §6.3.8. Without them many readers do not find it. */
export const QUIET_ZONE = 4

/**
 * Bytes in a QR code of version 25 (117 squares) at level M, ISO/IEC 18004 table 7. Larger codes have squares below a third
 * of a millimetre when they are printed 4 cm wide, which old cameras do not part any more.
 */
const MOST_AT_M = 997

/**
 * The squares of the QR code of a text, row by row from the top. Error correction is M (15 %: a crease, a stain) while the
 * code is of version 25 or less, else L (7 %), which keeps the squares larger. Throws for a text longer than 2,953 bytes:
 * links are cut to 1,000 before.
 */
export const qrMatrix = (text: string): QrMatrix =>
  encodeQR(text, 'raw', {
    ecc: strToU8(text).length <= MOST_AT_M ? 'medium' : 'low',
    border: QUIET_ZONE,
    scale: 1,
  })
