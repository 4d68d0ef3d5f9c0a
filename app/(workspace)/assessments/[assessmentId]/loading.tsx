import { SectionSkeleton } from '#components/assessment/section-skeleton.tsx';

export default function SectionLoading() {
  return <SectionSkeleton />;
}
