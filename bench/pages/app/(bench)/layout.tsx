import type { ReactNode } from 'react';

/** A root layout of its own: without data, so that the pages below are as static as Next can make them. */
export default function BenchLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <title>Bench</title>
      </head>
      <body>{children}</body>
    </html>
  );
}
