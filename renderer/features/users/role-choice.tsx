import { roles, type Role } from '#db/domain/roles.ts'
import { roleDuties, roleLabels } from '../../lib/labels/roles.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'

const options = roles.map((role) => ({
  value: role,
  label: roleLabels[role],
  hint: roleDuties[role],
}))

type RoleChoiceProps = { value: Role | undefined; onChange: (role: Role) => void; error?: string }

export function RoleChoice(props: RoleChoiceProps) {
  return <ChoiceField label="角色" required vertical options={options} {...props} />
}
