import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import type { PlansFeature } from './state.ts'

/** In a field the keys undo what was typed there: that is the browser's business. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [contenteditable]') !== null)

/** What the keys ask for: Ctrl or ⌘ with Z goes back, with Shift too (or Ctrl+Y) forward. */
function wishOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return null
  if (isTyping(event.target)) return null
  const key = event.key.toLowerCase()
  if (key === 'y' && event.ctrlKey && !event.shiftKey) return 'redo'
  return key !== 'z' ? null : event.shiftKey ? 'redo' : 'undo'
}

/** Undo and redo of the plan that is looked at, by buttons and keys; says what happened. One per screen. */
export const UndoBar = ({ plans }: { readonly plans: PlansFeature }) => {
  const t = useWords('plan')
  const { past, future } = useStore(plans.store)
  const [said, setSaid] = useState('')
  const go = (wish: 'undo' | 'redo') => {
    const { past: back, future: forward } = plans.store.getState()
    const left = (wish === 'undo' ? back : forward).length - 1
    if (left < 0) return
    plans.commands[wish]()
    setSaid(t(wish === 'undo' ? 'undo.undone' : 'undo.redone', { count: left }))
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wish = wishOf(event)
      if (wish === null) return
      event.preventDefault()
      go(wish)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return (
    <>
      <LiveRegion>
        <Heard text={said} />
      </LiveRegion>
      {past.length + future.length === 0 ? null : (
        <Actions>
          <Button
            aria-disabled={past.length === 0}
            aria-keyshortcuts="Control+Z Meta+Z"
            onClick={() => go('undo')}
          >
            <Said k="plan:undo.undo" />
          </Button>
          <Button
            aria-disabled={future.length === 0}
            aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
            onClick={() => go('redo')}
          >
            <Said k="plan:undo.redo" />
          </Button>
        </Actions>
      )}
    </>
  )
}
