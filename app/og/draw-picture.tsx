import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { PICTURE_SIZE } from './picture-size';

export type Picture = {
  siteName: string;
  /** At most some 140 letters; smaller the longer it is. */
  title: string;
  /** Under the title, such as company and place. */
  line?: string;
  /** At the foot: a figure, and what it is. */
  figure?: string;
  note?: string;
};

const INK = '#14202f';
const INK_2 = '#3c4b5e';
const INK_3 = '#566578';
const MARGIN = 176;
const TICK =
  'M1 10.4c1.9.7 3.5 2.4 4.7 4.9C7.9 9.9 11 5.6 16 1.4l.8 1C12.4 7 9.4 12 7.1 18.4H5.5C4.4 15 2.9 12.7.6 11.6z';

/** The page's words on the sheet of the register. Texts must be `drawable`. */
export async function drawPicture({ siteName, title, line, figure, note }: Picture): Promise<ImageResponse> {
  const size = title.length <= 40 ? 76 : title.length <= 80 ? 60 : 46;
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: '#fafbfd',
        color: INK,
        fontFamily: SANS,
      }}
    >
      <svg
        width="46"
        height="51"
        viewBox="0 0 18 20"
        style={{ position: 'absolute', left: MARGIN - 76, top: 52 }}
        aria-hidden="true"
      >
        <path d={TICK} fill="#c2281c" />
      </svg>
      <div
        style={{
          position: 'absolute',
          left: MARGIN,
          top: 0,
          width: 2,
          height: '100%',
          background: '#e6a098',
        }}
      />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          width: PICTURE_SIZE.width - MARGIN - 44,
          marginLeft: MARGIN + 44,
          padding: '48px 64px 56px 0',
        }}
      >
        <div style={{ display: 'flex', fontFamily: SERIF, fontSize: 44, letterSpacing: '-0.02em' }}>
          {siteName}
        </div>
        <div style={{ display: 'flex', height: 2, marginTop: 22, background: INK }} />
        <div
          style={{
            display: 'flex',
            marginTop: 36,
            fontFamily: SERIF,
            fontSize: size,
            lineHeight: 1.12,
            letterSpacing: '-0.012em',
            wordBreak: 'break-word',
          }}
        >
          {title}
        </div>
        {line && (
          <div style={{ display: 'flex', marginTop: 18, fontSize: 34, lineHeight: 1.3, color: INK_2 }}>
            {line}
          </div>
        )}
        <div style={{ display: 'flex', flexGrow: 1 }} />
        {figure && <div style={{ display: 'flex', fontSize: 46, fontWeight: 600 }}>{figure}</div>}
        {note && <div style={{ display: 'flex', marginTop: 6, fontSize: 28, color: INK_3 }}>{note}</div>}
      </div>
    </div>,
    { ...PICTURE_SIZE, fonts: await loadFonts() },
  );
}

/**
 * Pictures need the fonts as WOFF files; the pages use the variable WOFF2 ones. Each file is a family of its
 * own, since of files with one name only the first would be asked for a letter.
 */
const FILES: [name: string, file: string, weight: Font['weight']][] = [
  ...['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'].map(
    (subset): (typeof FILES)[number] => [`Serif ${subset}`, `brygada-1918/files/brygada-1918-${subset}`, 500],
  ),
  ...['latin', 'latin-ext'].flatMap((subset) =>
    ([400, 600] as const).map((weight): (typeof FILES)[number] => [
      `Sans ${subset}`,
      `instrument-sans/files/instrument-sans-${subset}`,
      weight,
    ]),
  ),
];
const SERIF = [...new Set(FILES.map(([name]) => name).filter((name) => name.startsWith('Serif')))].join(', ');
const SANS = `Sans latin, Sans latin-ext, ${SERIF}`;

type Font = { name: string; data: Buffer; weight: 400 | 500 | 600; style: 'normal' };
let fonts: Promise<Font[]> | undefined;

function loadFonts(): Promise<Font[]> {
  fonts ??= Promise.all(
    FILES.map(async ([name, file, weight]): Promise<Font> => {
      const path = join(process.cwd(), `node_modules/@fontsource/${file}-${weight}-normal.woff`);
      return { name, data: await readFile(path), weight, style: 'normal' };
    }),
  );
  return fonts;
}
