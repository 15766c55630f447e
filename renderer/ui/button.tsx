import { Button as AntButton, type ButtonProps as AntButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { useShortcut } from './keys.ts'
import { KeyHint } from './key-hint.tsx'

export type ButtonProps = {
  kind?: 'primary' | 'plain' | 'danger' | 'link'
  /** Shown beside the word and works while the button is there. */
  shortcut?: string
  /** The shortcut is only shown; somebody else listens for it. */
  shortcutShownOnly?: boolean
  onClick?: () => void
  /** Its work is under way: shows so and takes no second click. */
  busy?: boolean
  disabled?: boolean
  /** A button that stays down. */
  pressed?: boolean
  /** The one main action of a screen: 60 px high. */
  large?: boolean
  icon?: ReactNode
  autoFocus?: boolean
  title?: string
  children?: ReactNode
} & Pick<
  AntButtonProps,
  'htmlType' | 'id' | 'className' | 'block' | 'aria-label' | 'aria-expanded' | 'aria-describedby'
>

const types = {
  primary: { type: 'primary' },
  plain: { type: 'default' },
  danger: { type: 'default', danger: true },
  link: { type: 'link' },
} as const satisfies Record<NonNullable<ButtonProps['kind']>, AntButtonProps>

export function Button(props: ButtonProps) {
  const {
    kind = 'plain',
    shortcut,
    shortcutShownOnly,
    busy,
    large,
    disabled,
    pressed,
    ...rest
  } = props
  const { children, className, onClick, ...others } = rest
  useShortcut(shortcut ?? '', () => onClick?.(), {
    enabled: Boolean(shortcut) && !shortcutShownOnly && !disabled && !busy,
  })
  const classes = [
    'tx-button',
    kind === 'link' ? 'tx-button-link' : '',
    large ? 'tx-button-large' : '',
  ]
  return (
    <AntButton
      {...types[kind]}
      {...others}
      className={[...classes, className ?? ''].filter(Boolean).join(' ')}
      disabled={disabled}
      aria-pressed={pressed}
      loading={busy}
      onClick={() => onClick?.()}
    >
      {children}
      {shortcut ? <KeyHint combo={shortcut} /> : null}
    </AntButton>
  )
}
