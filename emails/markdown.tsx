import { Hr, Link, Section, Text } from '@react-email/components';
import { Marked, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { ACCENT, INK, INK_2, RULE } from './letter';

const SERIF = "'Brygada 1918', Georgia, 'Times New Roman', serif";
const marked = new Marked({ gfm: true, breaks: true, async: false });
const body = { margin: '12px 0 0', fontSize: 16, lineHeight: '24px', color: INK_2 } as const;

/** What an address of the text becomes in the mail; undefined where it leads nowhere that mail may lead. */
export type Href = (url: string) => string | undefined;

/**
 * Markdown as mail programs show it: every element styled for itself. HTML in it stands as text, and pictures as
 * links to them.
 */
export function Markdown({ text, href }: { text: string; href: Href }) {
  return <Blocks tokens={marked.lexer(text)} href={href} />;
}

type Props = { tokens: readonly Token[]; href: Href };

function Blocks({ tokens, href }: Props) {
  return tokens.map((token, n) => (
    // Tokens have no names, and are never reordered.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={n}>{writeBlock(token as Tokens.Generic, href)}</Fragment>
  ));
}

function writeBlock(token: Tokens.Generic, href: Href): ReactNode {
  const inner = () => <Inline tokens={token.tokens ?? []} href={href} />;
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return token.depth <= 2 ? <Heading>{inner()}</Heading> : <Subheading>{inner()}</Subheading>;
    case 'hr':
      return <Hr style={{ margin: '20px 0 8px', borderColor: RULE }} />;
    case 'list':
      return <List list={token as unknown as Tokens.List} href={href} />;
    case 'blockquote':
      return (
        <Section style={{ marginTop: 12, borderLeft: `3px solid ${RULE}`, paddingLeft: 14 }}>
          <Blocks tokens={token.tokens ?? []} href={href} />
        </Section>
      );
    case 'code':
      return (
        <pre style={{ ...body, fontSize: 14, lineHeight: '20px', whiteSpace: 'pre-wrap' }}>{token.text}</pre>
      );
    case 'table':
    case 'html':
      return <Text style={body}>{token.raw.trim()}</Text>;
    case 'text':
      return token.tokens ? inner() : token.text;
    default:
      return <Text style={body}>{inner()}</Text>;
  }
}

function List({ list, href }: { list: Tokens.List; href: Href }) {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <Tag style={{ ...body, paddingLeft: 22 }} start={list.ordered && list.start ? list.start : undefined}>
      {list.items.map((item) => (
        <li key={item.raw} style={{ margin: '4px 0' }}>
          <Blocks tokens={item.tokens} href={href} />
        </li>
      ))}
    </Tag>
  );
}

function Inline({ tokens, href }: Props) {
  return tokens.map((token, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={n}>{writeInline(token as Tokens.Generic, href)}</Fragment>
  ));
}

function writeInline(token: Tokens.Generic, href: Href): ReactNode {
  const inner = () => <Inline tokens={token.tokens ?? []} href={href} />;
  switch (token.type) {
    case 'strong':
      return <strong style={{ color: INK }}>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <s>{inner()}</s>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
    case 'image': {
      const url = href(token.href);
      const words = token.type === 'image' ? token.text || token.href : inner();
      if (!url) return words;
      return (
        <Link href={url} style={{ color: INK, textDecoration: 'underline', textDecorationColor: ACCENT }}>
          {words}
        </Link>
      );
    }
    default:
      return token.tokens ? inner() : withoutEntities(token.text ?? token.raw);
  }
}

/** The lexer leaves entities that were typed; React escapes again what comes of them. */
function withoutEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

export function Heading({ children }: { children: ReactNode }) {
  return (
    <h2
      style={{
        margin: '24px 0 0',
        fontFamily: SERIF,
        fontSize: 22,
        lineHeight: '28px',
        fontWeight: 500,
        color: INK,
      }}
    >
      {children}
    </h2>
  );
}

function Subheading({ children }: { children: ReactNode }) {
  return (
    <h3 style={{ margin: '18px 0 0', fontSize: 16, lineHeight: '22px', fontWeight: 600, color: INK }}>
      {children}
    </h3>
  );
}
