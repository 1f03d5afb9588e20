#!/usr/bin/env bash
# Regenerates ../resources/ts: small transport streams and packed audio, and beside each what
# ffprobe and ffmpeg find in it (NAME.oracle.txt), against which the engine's own reading is held.
#
# Needs: ffmpeg with libx264, libx265, libmp3lame and libopus; python3.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$here/../resources/ts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out"

readonly BITEXACT=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)

ff() { ffmpeg -hide_banner -loglevel error -nostdin -y "$@"; }
picture() { printf '%s\n' -f lavfi -i "testsrc2=size=$1:rate=25:duration=$2"; }
tone() { printf '%s\n' -f lavfi -i "sine=frequency=440:sample_rate=$1:duration=$2"; }

# ts NAME [ffmpeg arguments...]
ts() {
  local name=$1
  shift
  ff "$@" "${BITEXACT[@]}" -muxdelay 0 -muxpreload 0 -f mpegts "$out/$name.ts"
}

x264=(-c:v libx264 -preset medium -pix_fmt yuv420p -threads 1 -crf 40 -g 25 -keyint_min 25 -sc_threshold 0)

mapfile -t small < <(picture 128x72 2)
mapfile -t wide < <(picture 192x108 1)
mapfile -t stereo < <(tone 48000 2)
mapfile -t cd < <(tone 44100 1)
mapfile -t low < <(tone 24000 1)
mapfile -t short < <(tone 48000 1)

ts avc-aac "${small[@]}" "${stereo[@]}" "${x264[@]}" -bf 2 -c:a aac -b:a 32k -ac 2
ts avc-slices "${wide[@]}" "${x264[@]}" -profile:v high -bf 3 -x264-params slices=4:b-pyramid=normal
ts avc-anamorphic "${wide[@]}" -vf setsar=4/3 "${x264[@]}" -bf 0 -profile:v baseline
ts avc-opengop "${small[@]}" "${x264[@]}" -bf 2 -x264-params open-gop=1:keyint=12:min-keyint=12:b-adapt=0
ts hevc-aac "${wide[@]}" "${cd[@]}" -c:v libx265 -preset fast -pix_fmt yuv420p -crf 40 \
  -x265-params log-level=none:keyint=10:min-keyint=10:bframes=2:frame-threads=1:pools=1:info=0 \
  -c:a aac -b:a 32k -ac 1
ts avc-mp3 "${wide[@]}" "${cd[@]}" "${x264[@]}" -bf 0 -c:a libmp3lame -b:a 48k -ac 2
ts mp3-low "${low[@]}" -c:a libmp3lame -b:a 24k
ts aac-51 "${short[@]}" -c:a aac -b:a 96k -ac 6
ts latm "${short[@]}" -c:a aac -b:a 32k -ac 2 -mpegts_flags latm
ts ac3 "${short[@]}" -c:a ac3 -b:a 64k -ac 2
ts ac3-44 "${cd[@]}" -c:a ac3 -b:a 64k -ac 1
ts eac3 "${short[@]}" -c:a eac3 -b:a 96k -ac 6
ts opus "${short[@]}" -c:a libopus -b:a 32k -ac 2

# Packed audio, without the tag that says when it starts: tests put one before it.
ff "${short[@]}" -c:a aac -b:a 32k -ac 2 "${BITEXACT[@]}" -f adts "$out/packed.aac"
ff "${cd[@]}" -c:a libmp3lame -b:a 32k "${BITEXACT[@]}" -id3v2_version 0 -write_xing 1 -f mp3 "$out/packed.mp3"
ff "${short[@]}" -c:a ac3 -b:a 64k "${BITEXACT[@]}" -f ac3 "$out/packed.ac3"

for file in "$out"/*; do
  PYTHONDONTWRITEBYTECODE=1 python3 "$here/oracle.py" "$file" "$work" > "$out/$(basename "$file").oracle.txt"
done
du -sh --apparent-size "$out"
