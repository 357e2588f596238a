type Service = { slug: string; title: string; summary: string; fromPrice: string };

/** What the portal's owner sells, side by side. */
export function ServiceColumns({
  services,
  heading: Heading = 'h3',
}: {
  services: Service[];
  heading?: 'h2' | 'h3';
}) {
  return (
    <div className="side-by-side">
      {services.map(({ slug, title, summary, fromPrice }) => (
        <div key={slug}>
          <Heading className="text-lg leading-7">
            <a href={`/services/${slug}`}>{title}</a>
          </Heading>
          <p className="mt-1.5 text-sm text-ink-2">{summary}</p>
          <p className="num mt-2 text-xs text-ink-3">{fromPrice}</p>
          <p className="mt-2 text-sm">
            <a href={`/services/${slug}`} aria-label={`Find out more about ${title}`}>
              Find out more
            </a>
          </p>
        </div>
      ))}
    </div>
  );
}
