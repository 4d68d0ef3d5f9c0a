import type { Option } from '#lib/domain/options/option.ts';

/** What an option is called: models, machines and regions, whose digits are names and not numbers about the client. */
export function OptionTitle({ option }: { option: Pick<Option, 'title'> }) {
  return <span data-identifier="">{option.title}</span>;
}
