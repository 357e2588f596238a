/** What Next itself loads on any page: the floor of the weights. */
export default function EmptyPage() {
  return <p>Nothing.</p>;
}
