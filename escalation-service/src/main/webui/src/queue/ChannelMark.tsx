import CommentsIcon from '@patternfly/react-icons/dist/esm/icons/comments-icon';
import EnvelopeIcon from '@patternfly/react-icons/dist/esm/icons/envelope-icon';
import MobileAltIcon from '@patternfly/react-icons/dist/esm/icons/mobile-alt-icon';
import PhoneIcon from '@patternfly/react-icons/dist/esm/icons/phone-icon';
import { channelWords } from '../shared/words.ts';

const icons: Record<string, typeof CommentsIcon> = {
  chat: CommentsIcon,
  email: EnvelopeIcon,
  voice: PhoneIcon,
  sms: MobileAltIcon,
};

/** The channel as icon and word. */
export function ChannelMark({ channel }: { channel: string }) {
  const Icon = icons[channel.toLowerCase().replace('-', '')] ?? CommentsIcon;
  return (
    <span className="channel">
      <Icon aria-hidden="true" />
      {channelWords(channel)}
    </span>
  );
}
