const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** The id of a plan or a photo: 16 characters of [a-z0-9], 82 bits of chance, unlike any other in the world. */
export function randomId(): string {
  let id = ''
  // Bytes from 252 on are thrown away, so that each of the 36 characters is equally likely.
  while (id.length < 16)
    for (const byte of crypto.getRandomValues(new Uint8Array(24)))
      if (byte < 252 && id.length < 16) id += LETTERS[byte % 36]
  return id
}
