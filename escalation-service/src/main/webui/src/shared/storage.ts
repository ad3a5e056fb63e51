/** Browser storage that may be full, forbidden or foreign: reading and writing never fail, they only forget. */
export function remember(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) {
      storage().removeItem(key);
    } else {
      storage().setItem(key, value);
    }
  } catch {
    // Private windows and full quotas: the page works on, it just does not remember.
  }
}

export function recall(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

export const forThisTab = () => window.sessionStorage;
export const forThisBrowser = () => window.localStorage;
