import { classNames } from '#components/ui/class-names.ts';
import type { Option } from '#lib/domain/options/option.ts';
import type { Need } from '#lib/domain/run/run.ts';
import { OptionTitle } from './option-title.tsx';
import { Price } from './price.tsx';
import type { ResultView } from './result-view.ts';

type Row = { option: Option; chosen: boolean };

/** More bars than these are no longer compared at a glance; the table has them all. */
const shown = 8;

/** Monthly cost as bars, cheapest first; the table below says the same in numbers. Nothing is drawn for fewer than two. */
export function CostBars({ options, need, view }: { options: readonly Row[]; need: Need; view: ResultView }) {
  const priced = options
    .flatMap(({ option, chosen }) => {
      const figure = option.monthly === undefined ? undefined : view.ledger.get(option.monthly);
      return figure === undefined ? [] : [{ option, chosen, figure }];
    })
    .toSorted((a, b) => a.figure.value - b.figure.value);
  const cheapest = priced.slice(0, shown);
  const chosenBeyond = priced.slice(shown).filter(({ chosen }) => chosen);
  const drawn = [...cheapest.slice(0, shown - chosenBeyond.length), ...chosenBeyond];
  const longest = Math.max(...drawn.map(({ figure }) => figure.value));
  if (drawn.length < 2 || longest <= 0) return null;
  return (
    <figure
      className="border-t border-line px-5 py-4"
      aria-label={`Monthly cost of options for ${need.title}`}
    >
      <figcaption className="mb-2 text-xs text-ink-faint">
        Monthly cost{drawn.length < priced.length ? ', the cheapest options' : ''}. A striped bar is a price
        with parts missing.
      </figcaption>
      <ul className="grid gap-1.5">
        {drawn.map(({ option, chosen: isChosen, figure }) => (
          <li
            key={option.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 text-[0.8125rem] sm:grid-cols-[minmax(0,19rem)_minmax(0,1fr)_8rem]"
          >
            <span
              className={classNames('truncate', isChosen ? 'font-medium' : 'text-ink-soft')}
              title={option.title}
            >
              <OptionTitle option={option} />
            </span>
            <span
              aria-hidden
              className="order-last col-span-2 h-2.5 overflow-hidden rounded-full bg-sunken sm:order-none sm:col-span-1"
            >
              <span
                className={classNames(
                  'block h-full rounded-full',
                  isChosen ? 'bg-accent' : 'bg-control-line',
                )}
                style={{
                  width: `${Math.max(1, (100 * figure.value) / longest)}%`,
                  ...(option.missing.length > 0 && { maskImage: stripes }),
                }}
              />
            </span>
            <span className="text-right whitespace-nowrap">
              <Price option={option} figure={figure.id} view={view} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const stripes = 'repeating-linear-gradient(115deg, black 0 5px, rgb(0 0 0 / 0.4) 5px 9px)';
