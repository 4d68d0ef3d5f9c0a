import Link from 'next/link';
import { Button } from './button.tsx';

/** Leads to the next page of a list; nothing on the last. `path` may have a query already. */
export function NextPage({ path, cursor }: { path: string; cursor: string | null }) {
  if (cursor === null) return null;
  const joint = path.includes('?') ? '&' : '?';
  return (
    <div className="flex justify-center border-t border-line p-3">
      <Button asChild look="bare" size="small">
        <Link href={`${path}${joint}cursor=${encodeURIComponent(cursor)}`}>Older ones</Link>
      </Button>
    </div>
  );
}
