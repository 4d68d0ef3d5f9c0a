import { Building2, House, ListChecks, type LucideIcon, ScrollText, UserRound, Users } from 'lucide-react';

export type Destination = { href: string; label: string; icon: LucideIcon };

/** Where the main navigation leads, in this order. */
export function destinations(canReadAudit: boolean): Destination[] {
  return [
    { href: '/', label: 'Home', icon: House },
    { href: '/clients', label: 'Clients', icon: Building2 },
    { href: '/runs', label: 'Analyses', icon: ListChecks },
    { href: '/members', label: 'Members', icon: Users },
    ...(canReadAudit ? [{ href: '/audit', label: 'Audit trail', icon: ScrollText }] : []),
    { href: '/account', label: 'Your account', icon: UserRound },
  ];
}

/** Whether the page at `path` belongs to a destination. */
export function isCurrent(path: string, href: string): boolean {
  if (href === '/') return path === '/';
  return path === href || path.startsWith(`${href}/`);
}
