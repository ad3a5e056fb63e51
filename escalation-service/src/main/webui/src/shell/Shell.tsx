import { Button, Tooltip } from '../shared/patternfly.ts';
import KeyboardIcon from '@patternfly/react-icons/dist/esm/icons/keyboard-icon';
import { useState } from 'react';
import { Link, NavLink, Outlet, useNavigate } from 'react-router';
import { ConnectionPill, MissingBanner } from '../live/ConnectionPill.tsx';
import { homeOf, may, pagesOf } from '../session/rights.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { UserMenu } from '../session/UserMenu.tsx';
import { HelpDialog } from '../shortcuts/HelpDialog.tsx';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';
import { ThemeToggle } from '../theme/ThemeToggle.tsx';
import { SkipLinks, SkipTargets } from './SkipLinks.tsx';
import './shell.css';

/** What is around every page: skip links, masthead, connection, help. */
export function Shell() {
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const session = useSession();
  const live = may(session, 'readCases');
  useShortcut('help', () => setHelp(true));
  useShortcut('goToQueue', () => void navigate('/queue'), may(session, 'readCases'));
  useShortcut('goToPlayground', () => void navigate('/policy/playground'), may(session, 'tryPolicies'));
  useShortcut('goToPolicy', () => void navigate('/policy'), may(session, 'readPolicies'));
  useShortcut('goToDecisions', () => void navigate('/decisions'), may(session, 'readFigures'));
  return (
    <SkipTargets>
      <div className="shell">
        <SkipLinks />
        <header className="masthead">
          <Link to={homeOf(session)} className="brand" aria-label="Surety, to the start page">
            <Mark />
            <span>Surety</span>
          </Link>
          <nav aria-label="Main">
            {pagesOf(session).map(({ path, name }) => (
              <NavLink key={path} to={path} end={path === '/policy'} className="masthead__link">
                {name}
              </NavLink>
            ))}
          </nav>
          <div className="masthead__end">
            {live && <ConnectionPill />}
            <ThemeToggle />
            <Tooltip content="Keyboard shortcuts (?)" aria="none">
              <Button variant="plain" aria-label="Keyboard shortcuts" icon={<KeyboardIcon />} onClick={() => setHelp(true)} />
            </Tooltip>
            <UserMenu />
          </div>
        </header>
        <Outlet />
        {live && <MissingBanner />}
        <HelpDialog open={help} close={() => setHelp(false)} />
      </div>
    </SkipTargets>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="brand__mark">
      <path d="M4 4h16v8.2c0 4.6-3.2 7.4-8 9.1-4.8-1.7-8-4.5-8-9.1z" fill="currentColor" />
      <path
        d="m8.4 11.3 2.7 2.7 4.7-5"
        fill="none"
        stroke="var(--s-raised)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
