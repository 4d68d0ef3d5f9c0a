import { Compass } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';

export default function WorkspaceNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <Empty
        icon={Compass}
        title="There is nothing here"
        action={
          <Button asChild look="primary">
            <Link href="/">Go home</Link>
          </Button>
        }
      >
        Either it does not exist, or it belongs to another organisation.
      </Empty>
    </>
  );
}
