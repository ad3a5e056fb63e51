import MicrophoneIcon from '@patternfly/react-icons/dist/esm/icons/microphone-icon';
import MicrophoneSlashIcon from '@patternfly/react-icons/dist/esm/icons/microphone-slash-icon';
import type { Floor, Person } from '../api/types.ts';

interface Props {
  floor: Floor;
  mine: boolean;
  owner: Person | null;
  resolved: boolean;
}

/** Who may speak to the customer now. */
export function FloorIndicator({ floor, mine, owner, resolved }: Props) {
  const Icon = floor.holder === 'human' ? MicrophoneIcon : MicrophoneSlashIcon;
  return (
    <p className="floor" data-holder={floor.holder} data-mine={mine && floor.holder === 'human'}>
      <Icon aria-hidden="true" />
      {floorWords(floor, mine, owner, resolved)}
    </p>
  );
}

export function floorWords(floor: Floor, mine: boolean, owner: Person | null, resolved: boolean): string {
  switch (floor.holder) {
    case 'human':
      return mine ? 'Bot is muted · you hold the floor' : `Bot is muted · ${owner?.name ?? 'a colleague'} holds the floor`;
    case 'held':
      return 'Bot is muted · nobody holds the floor';
    case 'bot':
      return resolved ? 'Bot speaks again' : 'Bot holds the floor';
  }
}
