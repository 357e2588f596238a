/** What somebody else has written in a field meanwhile. */
export function TheirText({ id, text }: { id: string; text: string }) {
  return (
    <div id={id} className="mt-3 max-w-200 border-l-4 border-warn bg-warn-wash px-4.5 py-3 text-sm">
      <p className="font-semibold">They wrote:</p>
      <p className="mt-1 break-words whitespace-pre-wrap">{text === '' ? '(nothing)' : text}</p>
    </div>
  );
}
