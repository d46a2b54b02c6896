import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { ROLES, type Role } from '@/domain/permissions/roles'

/** Narrows the list of grants to one role; the view stays as it is. */
export function RoleFilter({ role, state }: { role: Role | ''; state: string }) {
  const t = useTranslations('roles')
  const roleName = useTranslations('shell.roles')
  return (
    <>
      <input type="hidden" name="state" value={state} />
      <Select
        key={role}
        name="role"
        label={t('role')}
        hideLabel
        emptyLabel={t('anyRole')}
        defaultValue={role}
        options={ROLES.map((one) => ({ value: one, label: roleName(one) }))}
      />
    </>
  )
}
