import { describe, expect, it } from 'vitest'
import { controlsOf, faultsOf, treeOf, type RawNode, type TreeNode } from './accessibility-tree.ts'

const node = (role: string, name = '', children: readonly TreeNode[] = [], level: number | null = null) => ({
  role,
  name,
  level,
  children,
})
const heading = (level: number, name = 'Words') => node('heading', name, [], level)
const page = (...inMain: readonly TreeNode[]) =>
  node('RootWebArea', 'Page', [node('banner', '', [heading(1)]), node('main', '', inMain)])

describe('the faults of a page for the ear', () => {
  it('are none where all is named and in order', () => {
    const good = page(heading(2), node('button', 'Go'), heading(3), heading(2), node('region', 'Answer'))
    expect(faultsOf(good)).toEqual([])
  })

  it.each(['button', 'link', 'searchbox', 'radio', 'switch', 'image', 'region', 'navigation', 'heading'])(
    'are a %s without a name',
    (role) => {
      expect(
        faultsOf(page(node(role, '', [node('StaticText', 'x')], role === 'heading' ? 2 : null))),
      ).toEqual([`a ${role} without a name, around: x`])
    },
  )

  it('are headings that skip a level, and more or less than one of the first level', () => {
    expect(faultsOf(page(heading(3, 'Deep')))).toEqual(['h3 "Deep" follows h1'])
    expect(faultsOf(page(heading(1)))).toEqual(['2 headings of level 1'])
    expect(faultsOf(page(heading(2), heading(4, 'Deep')))).toEqual(['h4 "Deep" follows h2'])
  })

  it('are missing and double landmarks', () => {
    const bare = node('RootWebArea', 'Page', [node('main', '', [heading(1)])])
    expect(faultsOf(bare)).toEqual(['0 landmarks banner, instead of one'])
    expect(faultsOf(node('RootWebArea', '', [page(), node('main')]))).toEqual([
      '2 landmarks main, instead of one',
    ])
  })
})

it('is put together from the list of the browser, where ignored nodes give way to their children', () => {
  const raw: readonly RawNode[] = [
    {
      nodeId: '1',
      ignored: false,
      role: { value: 'RootWebArea' },
      name: { value: 'Page' },
      childIds: ['2', '9'],
    },
    { nodeId: '2', ignored: true, role: { value: 'generic' }, childIds: ['3', '4'] },
    { nodeId: '3', ignored: false, role: { value: 'button' }, name: { value: ' Go ' } },
    {
      nodeId: '4',
      ignored: false,
      role: { value: 'heading' },
      name: { value: 'Head' },
      properties: [{ name: 'level', value: { value: 2 } }],
    },
  ]
  const tree = treeOf(raw)
  expect(tree.children).toEqual([node('button', 'Go'), node('heading', 'Head', [], 2)])
  expect(controlsOf(tree)).toEqual([{ role: 'button', name: 'Go' }])
})
