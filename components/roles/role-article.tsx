import type { ReactNode } from 'react';
import { Prose } from '@/components/texts/prose';
import { Tag } from '@/components/ui/chip';
import { offersHref } from '@/domain/offers/input';
import { formatNumber } from '@/domain/offers/labels';
import { TOOL_GROUPS, type ToolGroup } from '@/domain/texts/input';
import { keepSlashes, withArticle } from './role-words';

/** What is said of a role; '' where nothing is. */
export type RoleArticleText = {
  introduction: string;
  work: string;
  responsibilities: string;
  skills: string;
  plus: string;
  bar: { before: string; sections: { id: string; heading: string; html: string }[] };
};

export type ToolList = { group: ToolGroup; skills: { slug: string; name: string; offers: number }[] };

type RoleArticleProps = {
  role: { slug: string; title: string };
  text: RoleArticleText;
  tools: ToolList[];
};

/** The profession: what it is, what is done, with what, and what it takes. Parts that say nothing are left out. */
export function RoleArticle({ role, text, tools }: RoleArticleProps) {
  const { introduction, work, responsibilities, skills, plus, bar } = text;
  return (
    <>
      {introduction && (
        <Part id="field" title="The field">
          <Prose html={introduction} />
        </Part>
      )}
      <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_19rem] xl:gap-x-16">
        <div className="min-w-0">
          {work && (
            <Part id="work" title={`What does ${keepSlashes(withArticle(role.title))} do?`}>
              <Prose html={work} />
            </Part>
          )}
          {responsibilities && (
            <Part id="responsibilities" title="Responsibilities">
              <Prose html={responsibilities} />
            </Part>
          )}
        </div>
        {tools.length > 0 && (
          <Part id="tools" title="Languages and technologies" note={figuresNote(tools)}>
            <Tools role={role} tools={tools} />
          </Part>
        )}
      </div>
      <div className="md:grid md:grid-cols-2 md:gap-x-12">
        {skills && (
          <Part id="skills" title="Skills">
            <Prose html={skills} />
          </Part>
        )}
        {plus && (
          <Part id="plus" title="A plus if">
            <Prose html={plus} />
          </Part>
        )}
      </div>
      {(bar.before || bar.sections.length > 0) && (
        <Part id="bar" title="How the bar moves">
          {bar.before && <Prose html={bar.before} />}
          <div className="grid gap-x-12 gap-y-7 md:grid-cols-2">
            {bar.sections.map(({ id, heading, html }) => (
              <section key={id}>
                <h3>{heading}</h3>
                <Prose html={html} className="mt-2" />
              </section>
            ))}
          </div>
        </Part>
      )}
    </>
  );
}

/** The parts of the article that say something, for a list of contents. */
export function articleContents({ text, tools }: Pick<RoleArticleProps, 'text' | 'tools'>) {
  const { introduction, work, responsibilities, skills, plus, bar } = text;
  return [
    introduction && { id: 'field', label: 'The field' },
    work && { id: 'work', label: 'The work' },
    responsibilities && { id: 'responsibilities', label: 'Responsibilities' },
    tools.length > 0 && { id: 'tools', label: 'Technologies' },
    skills && { id: 'skills', label: 'Skills' },
    plus && { id: 'plus', label: 'A plus' },
    (bar.before || bar.sections.length > 0) && { id: 'bar', label: 'How the bar moves' },
  ].filter((entry) => entry !== '' && entry !== false);
}

function Part({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className="mt-12 scroll-mt-6">
      <h2>{title}</h2>
      {note && <p className="mt-1 text-sm text-ink-3">{note}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}

function figuresNote(tools: ToolList[]): string | undefined {
  const asked = tools.some(({ skills }) => skills.some(({ offers }) => offers > 0));
  return asked ? 'The figure is how many offers ask for it.' : undefined;
}

function Tools({ role, tools }: Pick<RoleArticleProps, 'role' | 'tools'>) {
  return tools.map(({ group, skills }) => (
    <section key={group} className="not-first:mt-5">
      <h3 className="mb-1 font-sans text-md font-semibold">{TOOL_GROUPS[group]}</h3>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {skills.map(({ slug, name, offers }) =>
          offers > 0 ? (
            <Tag
              key={slug}
              href={offersHref({ role: [role.slug], skill: [slug] })}
              label={name}
              count={formatNumber(offers)}
            />
          ) : (
            <Tag key={slug} href={`/skills/${slug}`} label={name} />
          ),
        )}
      </p>
    </section>
  ));
}
