import { render } from '@react-email/render';
import type { IssueLetter, LetterBlock } from '@/domain/newsletter/issue-input';
import { Paragraph, Small, TextLink } from './letter';
import { ListLetter } from './list-letter';
import { Heading, type Href, Markdown } from './markdown';
import { OfferLines } from './offer-lines';
import type { Site } from './writer';

/** The mail of an issue, as HTML and as plain text. */
export async function renderIssue(letter: IssueLetter, site: Site): Promise<{ html: string; text: string }> {
  const body = <NewsletterLetter letter={letter} site={site} />;
  const [html, text] = await Promise.all([render(body), render(body, { plainText: true })]);
  return { html, text };
}

function NewsletterLetter({ letter, site }: { letter: IssueLetter; site: Site }) {
  const { subject, preview, blocks, footer, webUrl, href } = letter;
  return (
    <ListLetter
      site={site}
      preview={preview || subject}
      heading={subject}
      reason={`You get this because you asked for the newsletter of ${site.name}. It has no tracking pixels.`}
      footer={footer}
    >
      {blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are never reordered
        <IssueBlock key={n} block={block} href={href} />
      ))}
      {webUrl && (
        <Small>
          <br />
          <TextLink href={webUrl}>Read it on the web</TextLink>
        </Small>
      )}
    </ListLetter>
  );
}

function IssueBlock({ block, href }: { block: LetterBlock; href: Href }) {
  switch (block.kind) {
    case 'text':
      return <Markdown text={block.markdown} href={href} />;
    case 'offers':
      return (
        <>
          {block.title && <Heading>{block.title}</Heading>}
          <OfferLines offers={block.offers} />
          {block.allUrl && (
            <Paragraph>
              <TextLink href={block.allUrl}>See all that fit</TextLink>
            </Paragraph>
          )}
        </>
      );
    case 'figures':
      return (
        <>
          <Heading>{block.title}</Heading>
          <Paragraph>
            {block.offers} {block.pay} <TextLink href={block.url}>More about the role</TextLink>
          </Paragraph>
        </>
      );
  }
}
