import { expect, it } from 'vitest'
import { contentSecurityPolicy } from './security-policy.ts'
import { staffStore } from './staff-store.ts'

it('publishes beside the app unless it is told where', () => {
  expect(staffStore('')).toEqual({ address: '', origin: '' })
  expect(staffStore('https://store.example.jp/city/')).toEqual({
    address: 'https://store.example.jp/city/',
    origin: 'https://store.example.jp',
  })
})

it.each([
  'http://store.example.jp/',
  'https://store.example.jp/city',
  'https://a:b@store.example.jp/',
  'https://store.example.jp/?a=1',
  'store.example.jp',
])('takes no %s', (bad) => expect(() => staffStore(bad)).toThrow('MHM_STORE'))

it('lets the staff page alone talk to the store', () => {
  const [tiles, store] = ['https://tiles.example', 'https://store.example.jp']
  const [app, staff] = [contentSecurityPolicy('header', tiles), contentSecurityPolicy('header', tiles, store)]
  expect(app).not.toContain(store)
  expect(staff.match(/https?:[^\s;]*/g)).toEqual([store])
  expect(staff).toContain(`connect-src 'self' ${store};`)
  expect(contentSecurityPolicy('header', tiles, '')).toContain("connect-src 'self';")
  expect(staff).toContain("require-trusted-types-for 'script'")
})
