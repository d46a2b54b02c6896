import {
  Building2,
  CalendarDays,
  ChartNoAxesColumn,
  FileText,
  Gauge,
  Gavel,
  GitMerge,
  Inbox,
  KeyRound,
  ListChecks,
  ChartLine,
  Megaphone,
  MonitorSmartphone,
  Network,
  Newspaper,
  PenLine,
  ScrollText,
  Settings,
  SquareCheckBig,
  UserRoundCog,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { NavKey } from './navigation'

const ICONS: Record<NavKey, LucideIcon> = {
  desk: Inbox,
  directives: FileText,
  received: FileText,
  tasks: ListChecks,
  unitTasks: ListChecks,
  review: SquareCheckBig,
  signoff: PenLine,
  urges: Megaphone,
  overview: ChartNoAxesColumn,
  units: Network,
  ownUnit: Network,
  indicators: ChartLine,
  decisions: Gavel,
  bulletins: Newspaper,
  settings: Settings,
  audit: ScrollText,
  adminUnits: Building2,
  adminUsers: Users,
  adminCalendar: CalendarDays,
  adminChanges: GitMerge,
  adminRun: Gauge,
  adminRoles: UserRoundCog,
  adminAccounts: KeyRound,
  adminSessions: MonitorSmartphone,
}

export function NavIcon({ name }: { name: NavKey }) {
  const Icon = ICONS[name]
  return <Icon />
}
