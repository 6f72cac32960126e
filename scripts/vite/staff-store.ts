/**
 * Where the staff page publishes: `MHM_STORE` in the environment, an address of the folder in which `feeds/` lies, such as
 * `https://store.example.jp/`. Nothing = beside the app, on its own origin.
 * @returns the address, ending in a slash, and its origin for the content security policy of the staff page; both '' when there is
 * none. Throws where it is no such address.
 */
export function staffStore(given: string | undefined = process.env['MHM_STORE']): {
  readonly address: string
  readonly origin: string
} {
  if (given === undefined || given === '') return { address: '', origin: '' }
  const url = URL.canParse(given) ? new URL(given) : null
  const isOfThisMachine = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  const isBare =
    url !== null && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (url === null || !isBare || !url.href.endsWith('/') || (url.protocol !== 'https:' && !isOfThisMachine))
    throw new Error(
      `MHM_STORE "${given}": expected a folder such as https://store.example.jp/, with a slash at its end`,
    )
  return { address: url.href, origin: url.origin }
}
