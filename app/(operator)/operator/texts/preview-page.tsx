import { notFound } from 'next/navigation';
import { readPageValues } from '@/app/page-values';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { TextPreview } from '@/components/operator/text-preview';
import { TextLinks, WrittenBy } from '@/components/operator/text-state';
import { RoleArticle } from '@/components/roles/role-article';
import { Tag } from '@/components/ui/chip';
import { database } from '@/db/pool';
import { idParam, type Params, textParam } from '@/domain/operator/input';
import { findSubject, findWriters } from '@/domain/operator/texts';
import { type RoleText, TEXT_SECTIONS, type TextContent, type TextKind } from '@/domain/texts/input';
import { fillPlaceholders } from '@/domain/texts/placeholders';
import { findPublishedText, findRevision, findText, listRevisions } from '@/domain/texts/queries';
import { renderQuestions, renderRole, renderSections } from '@/domain/texts/render';
import { findNamed } from '@/domain/texts/slugs';
import { markdownToHtml } from '@/lib/markdown';
import { publish } from './actions';
import { publicPath, textPath } from './paths';

/** A text as its page would show it: the draft, else what is published, or one state of it. */
export async function TextPreviewPage({
  kind,
  slug,
  params,
}: {
  kind: TextKind;
  slug: string;
  params: Params;
}) {
  const asked = textParam(params, 'revision');
  const [subject, held, published] = await Promise.all([
    findSubject(database(), kind, slug),
    findText(database(), kind, slug),
    findPublishedText(database(), kind, slug),
  ]);
  const id = asked === undefined ? held?.base : idParam(asked);
  const revision = id ? await findRevision(database(), kind, slug, id) : null;
  if (!subject || !revision) notFound();
  const [writers, revisions] = await Promise.all([
    findWriters(database(), [revision]),
    listRevisions(database(), kind, slug),
  ]);
  const isDraft = revision.publishedAt === null;
  const path = textPath(kind, slug);
  return (
    <>
      <ConsoleHead
        title={`Preview: ${subject.title}`}
        note={<WrittenBy revision={revision} writers={writers} saying={isDraft ? 'Draft' : 'Published'} />}
      >
        {isDraft && (
          <ActForm action={publish} about={{ kind, slug, id: String(revision.id) }} kind="go">
            Publish
          </ActForm>
        )}
      </ConsoleHead>
      <TextLinks
        links={[
          { href: path, label: 'Back to the text' },
          ...(published && revision.id !== published.id
            ? [{ href: `${path}/revisions/${revision.id}`, label: 'Compare with what is published' }]
            : []),
          ...(published ? [{ href: publicPath(kind, slug), label: 'The page' }] : []),
          { href: `${path}/revisions`, label: `Revisions (${revisions.length})` },
        ]}
      />
      {await previewOf(kind, subject, revision.content)}
    </>
  );
}

async function previewOf(
  kind: TextKind,
  subject: { slug: string; title: string },
  content: TextContent[TextKind],
) {
  if (kind === 'role') return <RolePreview role={subject} text={content as RoleText} />;
  if (kind === 'service') {
    const service = content as TextContent['service'];
    const { questions: _, ...sections } = TEXT_SECTIONS.service;
    return (
      <TextPreview
        title={service.title}
        summary={service.summary}
        line={service.fromPrice}
        sections={Object.entries(sections).map(([field, heading]) => ({
          id: field,
          heading,
          html: markdownToHtml(service[field as keyof typeof sections]),
        }))}
        questions={renderQuestions(service.questions)}
      />
    );
  }
  const { title, body } = content as TextContent['page'];
  const { before, sections } = renderSections(fillPlaceholders(body, await readPageValues()), 2);
  return <TextPreview title={title} before={before} sections={sections} />;
}

async function RolePreview({ role, text }: { role: { slug: string; title: string }; text: RoleText }) {
  const rendered = renderRole(text);
  const { tools, related } = await findNamed(database(), text);
  return (
    <TextPreview title={role.title} summary={rendered.summary} questions={rendered.questions}>
      <RoleArticle
        role={role}
        text={rendered}
        tools={tools.map(({ group, skills }) => ({
          group,
          skills: skills.map(({ slug, name }) => ({ slug, name, offers: 0 })),
        }))}
      />
      {related.length > 0 && (
        <section className="mt-12">
          <h2>Roles next to it</h2>
          <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
            {related.map(({ slug, title }) => (
              <Tag key={slug} href={`/roles/${slug}`} label={title} />
            ))}
          </p>
        </section>
      )}
    </TextPreview>
  );
}
