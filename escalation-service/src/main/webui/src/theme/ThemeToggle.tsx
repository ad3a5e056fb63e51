import { ToggleGroup, ToggleGroupItem } from '../shared/patternfly.ts';
import DesktopIcon from '@patternfly/react-icons/dist/esm/icons/desktop-icon';
import MoonIcon from '@patternfly/react-icons/dist/esm/icons/moon-icon';
import SunIcon from '@patternfly/react-icons/dist/esm/icons/sun-icon';
import { useState } from 'react';
import { type Choice, choices, choose, chosen } from './theme.ts';

const looks: Record<Choice, { words: string; icon: typeof SunIcon }> = {
  light: { words: 'Light theme', icon: SunIcon },
  dark: { words: 'Dark theme', icon: MoonIcon },
  system: { words: 'Theme of the system', icon: DesktopIcon },
};

/** Light, dark, or as the system says. */
export function ThemeToggle() {
  const [choice, setChoice] = useState(chosen);
  return (
    <ToggleGroup isCompact aria-label="Theme" className="theme-toggle">
      {choices.map((each) => {
        const { words, icon: Icon } = looks[each];
        return (
          <ToggleGroupItem
            key={each}
            icon={<Icon />}
            aria-label={words}
            isSelected={choice === each}
            onChange={() => {
              choose(each);
              setChoice(each);
            }}
          />
        );
      })}
    </ToggleGroup>
  );
}
