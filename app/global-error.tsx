'use client';

import './globals.css';

/** Shown where even the frame failed; it brings its own document and needs nothing. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke</title>
        <main className="mx-auto max-w-160 px-6 py-16">
          <h1>Something broke on our side.</h1>
          <p className="mt-5 text-md text-ink-2">
            It is noted, and not your doing. Loading the page again may be enough; if not, try in a few
            minutes.
          </p>
          {error.digest && (
            <p className="mt-4 text-sm text-ink-3">If you write to us, name the number {error.digest}.</p>
          )}
          <p className="mt-7">
            {/* biome-ignore lint/a11y/useValidAnchor: the empty address is this page */}
            <a href="">Load the page again</a>
          </p>
        </main>
      </body>
    </html>
  );
}
