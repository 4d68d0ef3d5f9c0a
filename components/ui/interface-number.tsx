/**
 * A number of the interface: a count, a page, an elapsed time. It says nothing about the client, so it has no pedigree.
 * Numbers about the client are figures and nothing else shows them.
 */
export function InterfaceNumber({ value, of }: { value: number; of?: number }) {
  return (
    <span className="tabular-nums" data-interface-number="">
      {value.toLocaleString('en')}
      {of === undefined ? null : ` of ${of.toLocaleString('en')}`}
    </span>
  );
}
