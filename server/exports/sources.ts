import type { SourceTable } from './source'
import { assignmentSource } from './sources/assignment-source'
import { auditSource } from './sources/audit-source'
import { registerSource } from './sources/register-source'
import { reportSource } from './sources/report-source'
import { taskSource } from './sources/task-source'
import { unitSource } from './sources/unit-source'
import { urgeSource } from './sources/urge-source'

/** Every list that can be taken out. */
export const SOURCES: SourceTable = {
  tasks: taskSource,
  assignments: assignmentSource,
  reports: reportSource,
  urges: urgeSource,
  register: registerSource,
  audit: auditSource,
  units: unitSource,
}
