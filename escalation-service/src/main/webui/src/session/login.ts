/** Where the service begins the login; it comes back to the page that was open. */
export function loginUrl(location: { pathname: string; search: string }): string {
  return `/login?${new URLSearchParams({ return: location.pathname + location.search })}`;
}

let leaving = false;

/**
 * Leaves for the login, once, however many calls find out at the same time that the session is over. What was being written stays
 * in the tab's storage (see `drafts.ts`) and is there again afterwards.
 */
export function goToLogin(): void {
  if (!leaving) {
    leaving = true;
    window.location.assign(loginUrl(window.location));
  }
}
