import { Icon } from './icons';

/** A filter in use. The link leads to the same search without it. */
export function RemoveChip({ href, label }: { href: string; label: string }) {
  return (
    <a className="chip" href={href}>
      <span className="sr-only">Remove filter: </span>
      {label}
      <Icon name="close" className="size-3.5" />
    </a>
  );
}

/** A quiet link with a figure, for runs of skills or cities. */
export function Tag({ href, label, count }: { href: string; label: string; count?: string }) {
  return (
    <a className="tag" href={href}>
      {label}
      {count !== undefined && <small>{count}</small>}
    </a>
  );
}
