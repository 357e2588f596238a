/** What mail programs that darken mails do to them, more or less. */
const DARKENED = '<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}</style></head>';

/** A mail as it was rendered, shut in: no scripts, no forms, and links open elsewhere. */
export function MailFrame({ title, html, dark = false }: { title: string; html: string; dark?: boolean }) {
  const page = html.replace('<head>', '<head><base target="_blank">');
  return (
    <iframe
      title={title}
      srcDoc={dark ? page.replace('</head>', DARKENED) : page}
      sandbox="allow-popups"
      className="h-160 w-full border border-rule"
    />
  );
}
