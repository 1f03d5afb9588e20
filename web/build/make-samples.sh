#!/bin/sh
# Remuxes the first 20 seconds of the sample: into MPEG transport streams, and into a plain file. What it
# makes is committed. Wants ffmpeg.
set -e
cd "${0%/*}/../src/media"
ladder=../../../e2e-tests/media/files/ladder
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for track in v480 en; do
  cat "$ladder/$track/init.mp4" "$ladder/$track"/0000[1-9].m4s "$ladder/$track/00010.m4s" >"$work/$track.mp4"
done
ffmpeg -v error -y -i "$work/v480.mp4" -i "$work/en.mp4" -c copy -flags +bitexact -f hls \
  -hls_time 2 -hls_playlist_type vod -hls_segment_filename ts/%d.ts ts/video.m3u8
cat >ts/sample.m3u8 <<'PLAYLIST'
#EXTM3U
#EXT-X-VERSION:3
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-STREAM-INF:BANDWIDTH=1250000,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=854x480
video.m3u8
PLAYLIST
ffmpeg -v error -y -i "$work/v480.mp4" -i "$work/en.mp4" -c copy -fflags +bitexact \
  -movflags +faststart file.mp4
