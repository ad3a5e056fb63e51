import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '../shared/patternfly.ts';
import { useState } from 'react';
import { useSession } from './SessionProvider.tsx';

/** Who is logged in, and the way out. */
export function UserMenu() {
  const session = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right', appendTo: 'inline' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={
            <span className="initials" aria-hidden="true">
              {initials(session.name)}
            </span>
          }
        >
          <span className="user-name">{session.name}</span>
        </MenuToggle>
      )}
    >
      <DropdownGroup label={`${session.roles.join(', ')} · ${session.tenant}`}>
        <DropdownList>
          <Divider component="li" />
          <DropdownItem to="/logout" onClick={() => window.location.assign('/logout')}>
            Log out
          </DropdownItem>
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
