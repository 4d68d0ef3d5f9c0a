import { ListSkeleton } from '#components/ui/skeleton.tsx';

export default function WorkspaceLoading() {
  return <ListSkeleton />;
}
