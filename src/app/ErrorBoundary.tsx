import { Component, type ReactNode } from 'react'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type Props = {
  /** Key of the sentence that says what does not work. */
  readonly says: string
  readonly children: ReactNode
}

/** Holds a crash inside one region of the screen: the others stay standing. */
export class ErrorBoundary extends Component<Props, { readonly crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    if (!this.state.crashed) return this.props.children
    return (
      <Notice
        tone="unknown"
        announce
        actions={
          <Button onClick={() => this.setState({ crashed: false })}>
            <Said k="app:crash.again" />
          </Button>
        }
      >
        <p>
          <Said k={this.props.says} />
        </p>
      </Notice>
    )
  }
}
