import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPlaylists } from '../src/first-playlists.js';

const URL = 'https://example.org/a/master.m3u8?token=1';

function of(lines: string[], usualAudio = true): string[] {
  return firstPlaylists(['#EXTM3U', ...lines].join('\r\n'), URL, usualAudio);
}

const LOW = ['#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"', '# a comment', '', 'low/v.m3u8'];
const HIGH = ['#EXT-X-STREAM-INF:BANDWIDTH=9,AUDIO="a"', 'high.m3u8'];
const FRENCH = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="F",LANGUAGE="fr",URI="/fr.m3u8"';
const ENGLISH = '#EXT-X-MEDIA:NAME="E",GROUP-ID="a",DEFAULT=YES,URI="en.m3u8",TYPE=AUDIO';
const CAPTIONS = '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="C",DEFAULT=YES,URI="c.m3u8"';

const LOW_URL = 'https://example.org/a/low/v.m3u8';
const ENGLISH_URL = 'https://example.org/a/en.m3u8';
const FRENCH_URL = 'https://example.org/fr.m3u8';

test('variants_withoutRenditions_theFirst', () => {
  assert.deepEqual(of([...LOW, ...HIGH]), [LOW_URL]);
});

test('renditions_theDefaultOne', () => {
  assert.deepEqual(of([CAPTIONS, FRENCH, ENGLISH, ...LOW, ...HIGH]), [LOW_URL, ENGLISH_URL]);
});

test('renditions_withoutADefault_theFirst', () => {
  assert.deepEqual(of([...LOW, FRENCH]), [LOW_URL, FRENCH_URL]);
});

test('renditions_withAWishOfThePage_onlyIfThereIsOne', () => {
  assert.deepEqual(of([...LOW, FRENCH, ENGLISH], false), [LOW_URL]);
  assert.deepEqual(of([...LOW, FRENCH], false), [LOW_URL, FRENCH_URL]);
});

test('renditions_ofSeveralGroupsOrWithinTheVariants_none', () => {
  const other = FRENCH.replace('"a"', '"b"');
  assert.deepEqual(of([...LOW, ENGLISH, other]), [LOW_URL]);
  assert.deepEqual(of([...LOW, ENGLISH, FRENCH.replace(/,URI.*/, '')]), [LOW_URL]);
});

test('mediaPlaylist_orNone_needsNoOther', () => {
  assert.deepEqual(of(['#EXT-X-TARGETDURATION:4', '#EXTINF:4,', 'a.ts']), []);
  assert.deepEqual(firstPlaylists(LOW.join('\n'), URL, true), []);
  assert.deepEqual(firstPlaylists('<MPD/>', URL, true), []);
});

test('variables_areTheEnginesMatter', () => {
  assert.deepEqual(of([HIGH[0] ?? '', '{$host}/high.m3u8']), []);
});
