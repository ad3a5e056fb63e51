import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, createContext, useContext, useEffect, useReducer } from 'react';
import { keys } from '../api/cases.ts';
import { may } from '../session/rights.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { type Connection, begin, next } from './connection.ts';
import { Refresher } from './refresher.ts';
import { SharedStream } from './sharing.ts';
import { type Bulletin, LiveStream } from './stream.ts';

const ConnectionContext = createContext<Connection>(begin(0));

export function useConnection(): Connection {
  return useContext(ConnectionContext);
}

/** The feed is about cases: whoever reads none has nothing to follow. */
export function LiveProvider({ children }: { children: ReactNode }) {
  return may(useSession(), 'readCases') ? <FollowingProvider>{children}</FollowingProvider> : children;
}

/** Keeps what is on the screen true: follows the feed and reads again what changed, behind the screen, never blanking it. */
function FollowingProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { subject, tenant } = useSession();
  const [connection, signal] = useReducer(next, undefined, () => begin(Date.now()));

  useEffect(() => {
    const refresher = new Refresher(client, () => signal({ kind: 'settled', at: Date.now() }));
    const listener = (bulletin: Bulletin) => {
      const at = Date.now();
      switch (bulletin.kind) {
        case 'opened':
          signal({ kind: 'opened', at });
          return bulletin.resumed ? refresher.settle() : refresher.everything();
        case 'heartbeat':
          signal({ kind: 'heartbeat', at });
          return refresher.settle();
        case 'event':
          signal({ kind: 'event', at });
          return refresher.apply(bulletin.event);
        case 'resync':
          signal({ kind: 'event', at });
          return refresher.everything();
        case 'lost':
          return signal({ kind: 'lost', at });
        case 'refused':
          // The stream cannot say why; the session call can, and leads to the login when the session is over.
          return void client.invalidateQueries({ queryKey: keys.session });
      }
    };
    const stream = SharedStream.supported()
      ? new SharedStream(`surety-live-${tenant}-${subject}`, listener)
      : new LiveStream(listener);
    stream.start();
    const forget = watchBrowser(signal, stream);
    return () => {
      forget();
      refresher.stop();
      stream.stop();
    };
  }, [client, subject, tenant]);

  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

type Signal = Parameters<typeof next>[1];

/** What the browser itself knows about the network and about being looked at. */
function watchBrowser(signal: (signal: Signal) => void, stream: { check(): void; hurry(): void }): () => void {
  const offline = () => signal({ kind: 'offline', at: Date.now() });
  const online = () => {
    signal({ kind: 'online', at: Date.now() });
    stream.hurry();
  };
  const look = () => {
    if (document.visibilityState === 'visible') {
      stream.check();
    }
  };
  const pulse = setInterval(() => signal({ kind: 'tick', at: Date.now() }), 1_000);
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  if (!navigator.onLine) {
    offline();
  }
  return () => {
    clearInterval(pulse);
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}
