'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'

/** Sends its form once: while the answer is awaited a second press does nothing, and focus stays where it is. */
export function SubmitButton({
  variant = 'primary',
  children,
  pendingLabel,
  ...rest
}: ButtonProps & { pendingLabel?: string }) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} type="submit" variant={variant} pending={pending}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  )
}
