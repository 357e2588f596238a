import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import type { SaveAnswer } from './answer';
import { ApplySection } from './apply-section';
import { DescriptionSection } from './description-section';
import type { FormParts } from './form-parts';
import { HintList } from './hint-list';
import { PaySection } from './pay-section';
import { RoleSection } from './role-section';
import { RowPreview } from './row-preview';
import { SaveNote, SaveQuestion } from './save-note';
import { SkillsSection } from './skills-section';

export const FORM_ID = 'offer-form';

/** The contents of the form, for the side column. */
export function FormContents() {
  return (
    <nav aria-label="Parts of the form" className="mb-4 flex flex-wrap gap-x-5 text-sm lg:block lg:max-w-44">
      {['role', 'pay', 'skill', 'description', 'apply'].map((id, index) => (
        <a
          key={id}
          href={`#s-${id}`}
          className="flex min-h-9 items-center border-rule no-underline lg:border-b"
        >
          {index + 1}. {['The role', 'Pay', 'Skills', 'Description', 'How to apply'][index]}
        </a>
      ))}
    </nav>
  );
}

type DraftFormProps = FormParts & {
  draftId: string;
  /** 0 until the draft was first saved. */
  revision: number;
  /** Names this page among those that save the draft. */
  writer: string;
  choices: { roles: { slug: string; title: string }[]; skills: string[]; currencies: string[] };
  live: SaveAnswer['live'];
  /** Changes of an offer that exists, rather than an offer to be. */
  isChange: boolean;
  /** What the writer is told before anything else. */
  notice?: ReactNode;
  /** After the form: the step that comes next, with the red button. */
  children?: ReactNode;
};

/**
 * The form, with the offer's row beside it. Every button saves; without JavaScript the page is loaded anew each
 * time, with it everything is saved as it is typed.
 */
export function DraftForm(props: DraftFormProps) {
  const { draftId, revision, writer, choices, live, isChange, notice, children, ...parts } = props;
  const faults = Object.entries(parts.faults);
  return (
    <div className="grid gap-x-16 gap-y-12 xl:grid-cols-[minmax(0,39rem)_minmax(0,21rem)]">
      <div>
        {notice}
        <SaveQuestion />
        {faults.length > 0 && <FaultNotice faults={faults} />}
        <form
          id={FORM_ID}
          method="post"
          action="/post-a-job/submit"
          noValidate
          autoComplete="off"
          className="group"
        >
          {/* What Enter presses: the first button of a form. */}
          <button
            id="save-by-enter"
            type="submit"
            name="act"
            value="save"
            className="sr-only"
            tabIndex={-1}
            aria-hidden="true"
          >
            Save
          </button>
          <input type="hidden" name="draft" defaultValue={draftId} />
          <input type="hidden" name="revision" defaultValue={revision} />
          <input type="hidden" name="writer" defaultValue={writer} />
          <input type="hidden" name="sequence" defaultValue={0} />
          <RoleSection roles={choices.roles} {...parts} />
          <PaySection currencies={choices.currencies} {...parts} />
          <SkillsSection skills={choices.skills} {...parts} />
          <DescriptionSection {...parts} />
          <ApplySection today={live.today} {...parts} />
          <div id="s-send" className="mt-10 border-t border-ink pt-5 md:mt-14">
            <p className="max-w-160 text-ink-2">
              {isChange
                ? 'Changes are on the public pages within a second, and the version before is kept.'
                : 'Nothing is charged yet: once it is sent you choose a plan, and see what it costs.'}
            </p>
            <p className="mt-5 flex flex-wrap gap-3">
              <Button type="submit" name="act" value="send" kind={children ? 'ink' : 'go'}>
                {isChange ? 'Save the changes' : 'Send the offer'}
              </Button>
              <Button type="submit" name="act" value="preview">
                See the full page
              </Button>
              <Button type="submit" name="act" value="save">
                Save the draft
              </Button>
            </p>
            {revision > 0 && (
              <div className="mt-5">
                <Confirm label={isChange ? 'Drop the changes' : 'Delete the draft'}>
                  <p>
                    {isChange
                      ? 'What you changed here is gone; the offer stays as it is.'
                      : 'Everything you typed here is gone.'}
                  </p>
                  <Button type="submit" name="act" value="delete" small className="mt-3">
                    {isChange ? 'Drop them' : 'Delete it'}
                  </Button>
                </Confirm>
              </div>
            )}
          </div>
        </form>
        {children}
      </div>
      <aside aria-label="How it reads" className="xl:pt-1">
        <div className="xl:sticky xl:top-6">
          <h2 className="mb-2 text-lg leading-7 md:text-lg md:leading-7">How it reads</h2>
          <RowPreview />
          <div className="mt-2 text-xs lg:hidden">
            <SaveNote isChange={isChange} />
          </div>
          <HintList />
        </div>
      </aside>
    </div>
  );
}

function FaultNotice({ faults }: { faults: [string, string][] }) {
  return (
    <Notice role="alert" className="mb-8">
      <p className="font-semibold">
        {faults.length === 1 ? 'One thing to mend' : `${faults.length} things to mend`} before it can be sent:
      </p>
      <ul className="mt-2 text-sm">
        {faults.map(([field, text]) => (
          <li key={field} className="mt-1">
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
