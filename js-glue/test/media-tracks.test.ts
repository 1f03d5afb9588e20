import './fakes.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AudioTrack, Rendition, RenditionList, TrackList } from '../src/media-tracks.js';
import { settled } from './fakes.js';

function facts(id: string) {
  return { id, kind: 'main', label: id, language: id };
}

/** A list of audio tracks with the first enabled, its events, and what the page has chosen. */
function audioTracks(...ids: string[]) {
  const chosen: (string | null)[] = [];
  const list = new TrackList(AudioTrack, 'track', (id) => chosen.push(id));
  const events: string[] = [];
  for (const type of ['addtrack', 'removetrack', 'change']) {
    list.addEventListener(type, (event) => {
      events.push([type, (event as Event & { track?: AudioTrack }).track?.id].join(' ').trim());
    });
  }
  const update = (all: string[], id: string | null) => list.update(all.map(facts), id);
  update(ids, ids[0] ?? null);
  return { list, chosen, events, update };
}

test('update_newTracks_areListedAndTold', () => {
  const { list, events, update } = audioTracks('en', 'fr');
  assert.deepEqual(events, ['addtrack en', 'addtrack fr', 'change']);
  assert.equal(list.length, 2);
  assert.equal(list[1]?.id, 'fr');
  assert.equal(list.getTrackById('fr'), list[1]);
  assert.equal(list.getTrackById('de'), null);
  assert.deepEqual(
    [...list].map(({ enabled }) => enabled),
    [true, false],
  );
  events.length = 0;
  update(['de'], 'de');
  assert.deepEqual(events, ['removetrack en', 'removetrack fr', 'addtrack de', 'change']);
  assert.equal(list.length, 1);
  assert.equal(1 in list, false);
});

test('update_sameTracks_keepsThemAndTellsOfAnotherChoice', () => {
  const { list, events, chosen, update } = audioTracks('en', 'fr');
  const [first] = list;
  events.length = 0;
  update(['en', 'fr'], 'en');
  assert.deepEqual(events, []);
  update(['en', 'fr'], 'fr');
  assert.deepEqual(events, ['change']);
  assert.equal(list[0], first);
  assert.equal(list.selectedIndex, 1);
  assert.deepEqual(chosen, []);
});

test('enabled_setOneByOne_choosesTheNewOneOnce', async () => {
  const { list, events, chosen } = audioTracks('en', 'fr', 'de');
  events.length = 0;
  for (const track of list) {
    track.enabled = track.id === 'fr'; // as controls do
  }
  await settled();
  assert.deepEqual(chosen, ['fr']);
  assert.deepEqual(events, ['change']);
  (list[0] as AudioTrack).enabled = true; // as pages do
  await settled();
  assert.deepEqual(chosen, ['fr', 'en']);
  assert.deepEqual(
    [...list].map(({ enabled }) => enabled),
    [true, false, false],
  );
});

test('enabled_noneLeft_isTakenBack', async () => {
  const { list, chosen } = audioTracks('en', 'fr');
  (list[0] as AudioTrack).enabled = false;
  await settled();
  assert.deepEqual(chosen, []);
  assert.equal(list[0]?.enabled, true);
});

test('renditions_selectedIndex_pinsAndUnpins', async () => {
  const chosen: (string | null)[] = [];
  const list = new RenditionList(Rendition, 'rendition', (id) => chosen.push(id));
  const all = ['240', '480'].map((id) => ({ id, bitrate: 1, codec: '', height: Number(id) }));
  let changes = 0;
  list.onchange = () => changes++;
  list.update(all, null);
  assert.equal(list.selectedIndex, -1);
  assert.deepEqual({ ...list[0] }, all[0]);
  list.selectedIndex = 1;
  await settled();
  assert.equal(list.getRenditionById('480')?.selected, true);
  list.selectedIndex = -1;
  await settled();
  assert.deepEqual(chosen, ['480', null]);
  assert.equal(changes, 2);
  list.onchange = null;
  (list[0] as Rendition).selected = true;
  await settled();
  assert.deepEqual(chosen, ['480', null, '240']);
  assert.equal(changes, 2);
});
