import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { formatShortDate } from '@/domain/offers/labels';
import type { Act } from './questions';

type DraftTableProps = {
  /** `savedAt` in ISO 8601; `href` leads to where it is gone on with. */
  drafts: { id: string; title: string; savedAt: string; href: string }[];
  remove: Act;
  /** Path to come back to. */
  back: string;
};

/** What was written and not sent yet, the company's and one's own. */
export function DraftTable({ drafts, remove, back }: DraftTableProps) {
  return (
    <table className="ledger ledger-stack">
      <caption className="sr-only">Drafts, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">Saved</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map(({ id, title, savedAt, href }) => {
          const name = title || 'Without a title';
          return (
            <tr key={id}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td className="num whitespace-nowrap" data-label="Saved">
                <time dateTime={savedAt}>{formatShortDate(savedAt)}</time>
              </td>
              <td className="md:w-64 md:pt-1.5!">
                <div className="flex flex-wrap gap-x-4">
                  <a href={href} className="link-button">
                    Go on<span className="sr-only"> with “{name}”</span>
                  </a>
                  <Confirm
                    label={
                      <>
                        Delete<span className="sr-only"> “{name}”</span>
                      </>
                    }
                  >
                    <p>What was written is gone then.</p>
                    <form action={remove} className="mt-2">
                      <input type="hidden" name="draft" value={id} />
                      <input type="hidden" name="back" value={back} />
                      <Button small kind="ink">
                        Delete it
                      </Button>
                    </form>
                  </Confirm>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
