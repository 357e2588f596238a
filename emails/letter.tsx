import {
  Body,
  Column,
  Container,
  Head,
  Html,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components';
import type { ReactNode } from 'react';

const SANS = "'Instrument Sans', Helvetica, Arial, sans-serif";
const SERIF = "'Brygada 1918', Georgia, 'Times New Roman', serif";

/** Colours of the register, light. Mail programs that darken do it by themselves; these stay readable. */
export const INK = '#141f2e';
export const INK_2 = '#3c4858';
export const INK_3 = '#5a6675';
export const RULE = '#c8d4e4';
const MARGIN = '#e8a5a0';
export const ACCENT = '#c2261c';
const WASH = '#edf2f7';

const mark = { width: 44, borderRight: `1px solid ${MARGIN}`, verticalAlign: 'top' } as const;
const cell = { padding: '0 20px', verticalAlign: 'top' } as const;

type LetterProps = {
  site: { name: string; url: string };
  /** What an inbox shows after the subject. */
  preview: string;
  heading: string;
  /** Why the reader gets this mail, and what they can do about it. */
  reason: ReactNode;
  children: ReactNode;
};

/** The sheet on which every mail is written: a margin line, a heading, and why it came. */
export function Letter({ site, preview, heading, reason, children }: LetterProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ margin: 0, padding: '24px 8px', backgroundColor: WASH, fontFamily: SANS, color: INK }}>
        <Container
          style={{
            maxWidth: 560,
            backgroundColor: '#ffffff',
            borderTop: `3px solid ${INK}`,
            margin: '0 auto',
          }}
        >
          <Strip tick>
            <Link
              href={site.url}
              style={{ color: INK, fontFamily: SERIF, fontSize: 24, fontWeight: 600, textDecoration: 'none' }}
            >
              {site.name}
            </Link>
          </Strip>
          <Strip rule>
            <h1
              style={{
                margin: '8px 0 0',
                fontFamily: SERIF,
                fontSize: 28,
                lineHeight: '34px',
                fontWeight: 500,
              }}
            >
              {heading}
            </h1>
            {children}
          </Strip>
          <Strip rule>
            <Small>
              {reason}{' '}
              <Link href={site.url} style={{ color: INK_3 }}>
                {site.name}
              </Link>
              , {new URL(site.url).host}
            </Small>
          </Strip>
        </Container>
      </Body>
    </Html>
  );
}

function Strip({ tick, rule, children }: { tick?: boolean; rule?: boolean; children: ReactNode }) {
  const top = rule ? `1px solid ${INK}` : undefined;
  return (
    <Section>
      <Row>
        <Column
          aria-hidden
          style={{
            ...mark,
            borderTop: top,
            paddingTop: 18,
            textAlign: 'center',
            color: ACCENT,
            fontSize: 22,
          }}
        >
          {tick ? '✓' : '\u00a0'}
        </Column>
        <Column style={{ ...cell, borderTop: top, paddingTop: 16, paddingBottom: 16 }}>{children}</Column>
      </Row>
    </Section>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text style={{ margin: '12px 0 0', fontSize: 16, lineHeight: '24px', color: INK_2 }}>{children}</Text>
  );
}

export function Small({ children }: { children: ReactNode }) {
  return <Text style={{ margin: 0, fontSize: 13, lineHeight: '20px', color: INK_3 }}>{children}</Text>;
}

/** The one thing to do. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Text style={{ margin: '20px 0 4px' }}>
      <Link
        href={href}
        style={{
          display: 'inline-block',
          padding: '12px 22px',
          backgroundColor: ACCENT,
          color: '#ffffff',
          fontSize: 15,
          fontWeight: 600,
          textDecoration: 'none',
          borderRadius: 2,
        }}
      >
        {children}
      </Link>
    </Text>
  );
}

export function Line({ children }: { children: ReactNode }) {
  return (
    <Text
      style={{
        margin: '12px 0 0',
        paddingTop: 12,
        borderTop: `1px solid ${RULE}`,
        fontSize: 16,
        lineHeight: '23px',
        fontWeight: 600,
        color: INK,
      }}
    >
      {children}
    </Text>
  );
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} style={{ color: INK, textDecorationColor: ACCENT, textDecoration: 'underline' }}>
      {children}
    </Link>
  );
}
