/** New cases wait behind this button, so that no row moves while it is being looked at. */
export function ArrivalsButton({ count, show }: { count: number; show: () => void }) {
  if (count === 0) {
    return null;
  }
  return (
    <button type="button" className="arrivals" onClick={show}>
      <span aria-hidden="true">↑</span> {count} new · <span className="arrivals__verb">show</span>
      <kbd aria-hidden="true">.</kbd>
    </button>
  );
}
