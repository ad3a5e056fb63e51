export type Phase = 'connecting' | 'live' | 'reconnecting' | 'catching-up' | 'offline';

/** What is known about the live connection. `since` is when this phase began, `behind` how many changes are being caught up with. */
export interface Connection {
  readonly phase: Phase;
  readonly since: number;
  readonly heardAt: number;
  readonly behind: number;
}

export type Signal =
  | { kind: 'opened'; at: number }
  | { kind: 'heartbeat'; at: number }
  | { kind: 'event'; at: number }
  | { kind: 'settled'; at: number }
  | { kind: 'lost'; at: number }
  | { kind: 'offline'; at: number }
  | { kind: 'online'; at: number }
  | { kind: 'tick'; at: number };

/** The server sends a heartbeat every 15 s; two missed ones and a little patience mean that the line is dead. */
export const silenceMillis = 35_000;
/** After this long without a connection a banner says what it means for the work. */
export const bannerMillis = 15_000;

export function begin(at: number): Connection {
  return { phase: 'connecting', since: at, heardAt: at, behind: 0 };
}

export function next(connection: Connection, signal: Signal): Connection {
  switch (signal.kind) {
    case 'opened':
      return opened(connection, signal.at);
    case 'heartbeat':
      return heard(connection, signal.at);
    case 'event':
      return { ...heard(connection, signal.at), behind: connection.behind + (connection.phase === 'catching-up' ? 1 : 0) };
    case 'settled':
      return connection.phase === 'catching-up' ? enter(connection, 'live', signal.at) : connection;
    case 'lost':
      return connection.phase === 'offline' ? connection : enter(connection, 'reconnecting', signal.at);
    case 'offline':
      return enter(connection, 'offline', signal.at);
    case 'online':
      return connection.phase === 'offline' ? enter(connection, 'reconnecting', signal.at) : connection;
    case 'tick':
      return isSilent(connection, signal.at) ? enter(connection, 'reconnecting', connection.heardAt) : connection;
  }
}

export function isSilent(connection: Connection, now: number): boolean {
  const listening = connection.phase === 'live' || connection.phase === 'catching-up';
  return listening && now - connection.heardAt > silenceMillis;
}

/** True while messages may be missing for so long that the person at the screen must know. */
export function mayBeMissing(connection: Connection, now: number): boolean {
  return isBroken(connection) && now - connection.since > bannerMillis;
}

export function isBroken({ phase }: Connection): boolean {
  return phase === 'reconnecting' || phase === 'offline';
}

/** The words of the connection pill. */
export function label(connection: Connection, now: number): string {
  switch (connection.phase) {
    case 'connecting':
      return 'Connecting';
    case 'live':
      return 'Live';
    case 'reconnecting':
      return `Reconnecting (${Math.max(0, Math.floor((now - connection.since) / 1000))} s)`;
    case 'catching-up':
      return connection.behind > 0 ? `Catching up (${connection.behind})` : 'Catching up';
    case 'offline':
      return 'Offline';
  }
}

function opened(connection: Connection, at: number): Connection {
  const afterBreak = isBroken(connection);
  return { ...enter(connection, afterBreak ? 'catching-up' : 'live', at), heardAt: at, behind: 0 };
}

function heard(connection: Connection, at: number): Connection {
  const alive = connection.phase === 'reconnecting' ? enter(connection, 'catching-up', at) : connection;
  return { ...alive, heardAt: at };
}

function enter(connection: Connection, phase: Phase, at: number): Connection {
  return connection.phase === phase ? connection : { ...connection, phase, since: at };
}
