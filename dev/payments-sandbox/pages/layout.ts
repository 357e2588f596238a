import { currencyDecimals, toMajorUnits } from '@/lib/money';
import { type Html, html } from './html';
import { STYLES } from './styles';

export const LABEL = 'Payments sandbox: no money moves';

/** One page. `side` stands left of the margin line, on wide screens only: nothing may be said there alone. */
export function renderPage({
  links,
  title,
  side,
  body,
}: {
  links: string;
  title: string;
  side?: Html;
  body: Html;
}): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Payments sandbox</title>
<link rel="icon" href="data:,">
<style>${{ markup: STYLES.replaceAll('LINKS', links) }}</style>
</head>
<body>
<header class="band"><div class="side"><span>In place of Stripe,<br>in the demo</span></div><div class="main">Payments sandbox</div></header>
<main class="band">
<div class="side">${side}</div>
<div class="main">
<p class="notice">${LABEL}</p>
${body}
</div>
</main>
</body>
</html>
`;
  return page.markup;
}

/** Minor units as people write them: 12 345.00 EUR. */
export function showMoney(minor: number | null, currency: string | null): string {
  const code = (currency ?? '').toUpperCase();
  const decimals = currencyDecimals(code);
  const amount = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(toMajorUnits(minor ?? 0, code));
  return `${amount.replaceAll(',', '\u00a0')}\u00a0${code}`;
}

export function showTime(seconds: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(seconds * 1000);
}
