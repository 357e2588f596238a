/** A field that no person sees: whoever fills it in is no person. */
export function Trap({ name }: { name: string }) {
  return (
    <div className="absolute -left-[200vw]" aria-hidden="true">
      <label>
        Leave this empty
        <input name={name} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
