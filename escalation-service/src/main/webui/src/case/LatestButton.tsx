/** The way back to the end of the conversation, with how much has come since. */
export function LatestButton({ unread, below, show }: { unread: number; below: boolean; show: () => void }) {
  if (!below) {
    return null;
  }
  return (
    <div className="latest">
      <button type="button" onClick={show} data-unread={unread > 0}>
        ↓ Jump to latest{unread > 0 && ` (${unread})`}
      </button>
    </div>
  );
}
