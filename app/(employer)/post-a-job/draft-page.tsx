import type { ReactNode } from 'react';
import { DraftForm, FORM_ID } from '@/components/drafts/draft-form';
import { DraftKeeper } from '@/components/drafts/draft-keeper';
import { Clock } from '@/components/drafts/save-note';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { draftPath, type TypedForm } from '@/domain/drafts/input';
import type { Draft } from '@/domain/drafts/queries';
import { viewForm } from './loaders';

export type SearchParams = Record<string, string | string[] | undefined>;

type DraftPageProps = {
  id: string;
  /** What is stored of it, if anything is yet. */
  draft: Draft | null;
  /** The form to begin with where nothing is stored. */
  initial: TypedForm;
  companyId: number | null;
  offerId: number | null;
  params: SearchParams;
  notice?: ReactNode;
  /** Around the form, inside its keeper: heading and contents. */
  frame: (form: ReactNode) => ReactNode;
  after?: ReactNode;
};

/** The form of a new offer, of a duplicate or of changes: what is stored, and what was asked for in the address. */
export async function DraftPage(props: DraftPageProps) {
  const { id, draft, initial, companyId, offerId, params, notice, frame, after } = props;
  const conflict = params.conflict !== undefined && draft ? draft.aside : null;
  const form = conflict?.form ?? draft?.form ?? initial;
  const { choices, faults, live } = await viewForm(form, { id, companyId });
  const shown = params.check === undefined ? {} : faults;
  const added = typeof params.add === 'string' ? params.add : null;
  return (
    <DraftKeeper
      key={`${id} ${draft?.revision}`}
      formId={FORM_ID}
      draftId={id}
      savedAt={draft?.savedAt.toISOString() ?? null}
      live={live}
    >
      {frame(
        <DraftForm
          draftId={id}
          revision={draft?.revision ?? 0}
          writer={crypto.randomUUID()}
          form={form}
          faults={shown}
          focus={Object.keys(shown)[0] ?? focusOf(added, form)}
          added={added}
          choices={choices}
          live={live}
          isChange={offerId !== null}
          notice={
            <>
              {notice}
              {conflict && draft && <ConflictNotice id={id} savedAt={draft.savedAt} />}
              {params.copy !== undefined && (
                <Notice role="status" kind="warn" className="mb-8">
                  <p>
                    You were signed out while you wrote. What you sent is kept here, as a draft of this
                    browser; sign in to take it along.
                  </p>
                </Notice>
              )}
              {params.late !== undefined && (
                <Notice role="status" kind="warn" className="mb-8">
                  <p>
                    The offer had been sent already. What you sent after that is kept here, as changes that
                    nobody sees until you save them.
                  </p>
                </Notice>
              )}
            </>
          }
        >
          {after}
        </DraftForm>,
      )}
    </DraftKeeper>
  );
}

/** What was typed into an older copy is in the form; the buttons of the notice belong to the form. */
function ConflictNotice({ id, savedAt }: { id: string; savedAt: Date }) {
  return (
    <Notice role="alert" kind="warn" className="mb-8">
      <p>
        Another window saved this draft at <Clock at={savedAt.toISOString()} />, so nothing was overwritten.
        Below is what you sent. Which one is to stay?
      </p>
      <p className="mt-3 flex flex-wrap gap-3">
        <Button type="submit" form={FORM_ID} name="act" value="save" small kind="ink">
          Keep what is on this page
        </Button>
        <ButtonLink href={draftPath(id)} small>
          Load the other one
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** The row that was asked for is the one to go on with. */
function focusOf(added: string | null, form: TypedForm): string | null {
  if (added === 'pay') return `pay-${form.pay.length}-contract`;
  if (added === 'skill') return `skill-${form.skills.length}-name`;
  if (added === 'place') return `place-${form.places.length}`;
  return added === 'home' ? `home-${form.homes.length}` : null;
}
