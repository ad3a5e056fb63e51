import { expect, it } from 'vitest';
import { consequence, isNews, parseEvent, streamUrl } from './feed.ts';

const event = { feedSeq: 7, caseId: 'a', type: 'claimed', version: 3 };

it.each([
  ['an event that was not seen', 6, true],
  ['an event that was seen', 7, false],
  ['an event before one that was seen', 8, false],
  ['the first event of all', null, true],
])('takes %s for news or not', (_what, cursor, news) => {
  expect(isNews(cursor, event)).toBe(news);
});

it('reads a case again only if it is on the screen in an older version', () => {
  expect(consequence(event, 2)).toBe('reread-case');
  expect(consequence(event, 3)).toBe('refresh-lists');
  expect(consequence(event, undefined)).toBe('refresh-lists');
});

it('reads what the service sends and ignores what is no event', () => {
  expect(parseEvent(JSON.stringify({ ...event, later: 'addition' }))).toEqual(event);
  expect(parseEvent('{"feedSeq":"7"}')).toBeNull();
  expect(parseEvent('null')).toBeNull();
  expect(parseEvent('not json')).toBeNull();
});

it('resumes behind the cursor', () => {
  expect(streamUrl(41)).toBe('/v1/stream?cursor=41');
  expect(streamUrl(null)).toBe('/v1/stream');
});
