#!/usr/bin/env bash
# Regenerates every file under files/: the test media, with truth in the picture and in the tone.
#
#   ./make-media.sh            everything
#   ./make-media.sh ladder     only the named groups: ladder, schemes, codecs, bad, hls, ts
#
# ffmpeg encodes the clips; packager/ (python3, standard library only) cuts them into segments and
# writes the manifests, so that each byte of the layout is ours to choose. README.md says what each
# asset is for. verify-media.py then decodes everything and checks what it claims.
#
# Needs: ffmpeg with libx264, libvpx-vp9, libaom, libopus and libmp3lame; openssl; python3; the font
# DejaVu Sans Mono.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
files=$here/files
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly FPS=25
readonly GOP=50 # 2 s, the length of every segment
readonly FONT='DejaVu Sans Mono'
readonly BITEXACT=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)
# One sample per packet of truth: no edit list, every moof addressed from its own start.
readonly FRAGMENTED=(-movflags +empty_moov+default_base_moof+frag_keyframe -f mp4)

ff() { ffmpeg -hide_banner -loglevel error -nostdin -y "$@"; }

# picture SIZE SECONDS ID FIRST_FRAME LABEL: a filter graph whose output [v] is the moving picture
# under the strip. The noise makes the clip cost the bits that it is given; the strip is laid over
# it afterwards, so it stays clean.
picture() {
  local size=$1 seconds=$2 id=$3 first=$4 label=$5
  local width=${size%x*} height=${size#*x}
  local strip=$(((height / 9 + 1) / 2 * 2))
  local big=$((height / 6)) small=$((height / 12))

  # Cell X of the strip: 0 and 1 are sync, 2..15 the frame number, 16..18 the rendition, 19 parity.
  local n="(N+$first)" parity="" bit
  for bit in {0..13}; do parity+="+mod(floor($n/$((1 << bit))),2)"; done
  for bit in {0..2}; do parity+="+$(((id >> bit) & 1))"; done
  local cell="if(eq(X,0),1,if(eq(X,1),0,"
  cell+="if(lte(X,15),mod(floor($n/pow(2,15-X)),2),"
  cell+="if(lte(X,18),mod(floor($id/pow(2,18-X)),2),"
  cell+="mod(0$parity,2)))))"

  local text="fontcolor=white:borderw=2:bordercolor=black@0.5:font='$FONT':x=(w-tw)/2"
  local clock="%{eif\\:floor((n+$first)/1500)\\:d\\:2}\\:%{eif\\:mod(floor((n+$first)/25)\\,60)\\:d\\:2}"
  clock+=".%{eif\\:mod(n+$first\\,25)*4\\:d\\:2}"
  local colours="nb_colors=4:c0=0x12355b:c1=0xd9594c:c2=0x1f9e89:c3=0xf2b950"
  printf '%s' \
    "gradients=s=$size:r=$FPS:d=$seconds:seed=11:speed=0.02:$colours:x0=0:y0=0:x1=$width:y1=$height," \
    "format=yuv420p,noise=c0_strength=12:c0_flags=t:c0_seed=7," \
    "drawtext=$text:fontsize=$big:y=h*0.42:text='$clock'," \
    "drawtext=$text:fontsize=$small:y=h*0.64:text='$label'[picture];" \
    "color=black:s=20x1:r=$FPS:d=$seconds,format=gray,geq=lum='255*$cell'," \
    "scale=$width:$strip:flags=neighbor,format=yuv420p[strip];" \
    "[picture][strip]overlay=0:0:format=yuv420[v]"
}

# h264 NAME SIZE SECONDS ID FIRST_FRAME KBPS [x264 options...]
h264() {
  local name=$1 size=$2 seconds=$3 id=$4 first=$5 kbps=$6
  shift 6
  ff -filter_complex "$(picture "$size" "$seconds" "$id" "$first" "${size#*x}p")" -map '[v]' \
    -c:v libx264 -preset medium -profile:v main -pix_fmt yuv420p -threads 1 \
    -b:v "${kbps}k" -maxrate "${kbps}k" -bufsize "${kbps}k" \
    -g $GOP -keyint_min $GOP -sc_threshold 0 -flags +cgop -bf 0 "$@" \
    -video_track_timescale 12800 "${BITEXACT[@]}" "${FRAGMENTED[@]}" "$work/$name.mp4"
}

# tone HERTZ SECONDS: the input options of a stereo sine, half a second longer than the clip, so
# that the packager can cut after the last whole audio frame.
tone() {
  printf '%s\n' -f lavfi -i "sine=frequency=$1:sample_rate=48000:duration=$2.5,volume=3"
}

# aac NAME HERTZ SECONDS KBPS
aac() {
  local input
  mapfile -t input < <(tone "$2" "$3")
  ff "${input[@]}" -ac 2 -c:a aac -b:a "$4k" \
    "${BITEXACT[@]}" "${FRAGMENTED[@]}" -frag_duration 1000000 "$work/$1.mp4"
}

make_ladder() {
  h264 v240 426x240 40 0 0 300 -level 2.1
  h264 v480 854x480 40 1 0 950 -level 3.0
  h264 v720 1280x720 40 2 0 2500 -level 3.1
  aac en 440 40 64
  aac fr 880 40 64
}

make_schemes() {
  h264 s0 320x180 12 0 0 130 -level 1.3
  h264 s1 320x180 12 1 0 200 -level 1.3
  # Its first frame is shown at 0.08 s and it ends at 12 s, so it is numbered from 2 on.
  h264 bframes 320x180 11.92 0 2 130 -level 1.3 -bf 2
  h264 bframes-negative 320x180 12 0 0 130 -level 1.3 -bf 2
  h264 period0 320x180 4 0 0 130 -level 1.3
  h264 period1 256x144 4 1 100 130 -level 1.3
  h264 period2 480x270 4 2 200 200 -level 2.1
  aac en 440 12 48
  aac tone0 440 4 48
  aac tone1 550 4 48
  aac tone2 660 4 48
}

# vp9 NAME SIZE SECONDS ID KBPS
vp9() {
  ff -filter_complex "$(picture "$2" "$3" "$4" 0 "${2#*x}p")" -map '[v]' \
    -c:v libvpx-vp9 -deadline good -cpu-used 4 -row-mt 0 -threads 1 \
    -b:v "$5k" -maxrate "$5k" -minrate 0 -bufsize "$5k" -g $GOP -keyint_min $GOP \
    -video_track_timescale 12800 "${BITEXACT[@]}" "${FRAGMENTED[@]}" "$work/$1.mp4"
}

# av1 NAME SIZE SECONDS ID KBPS. In two steps: the encoder tells its configuration too late for the
# moov that opens a fragmented file, so av1C would be empty.
av1() {
  ff -filter_complex "$(picture "$2" "$3" "$4" 0 "${2#*x}p")" -map '[v]' \
    -c:v libaom-av1 -cpu-used 7 -row-mt 0 -threads 1 -b:v "$5k" -g $GOP -keyint_min $GOP \
    "${BITEXACT[@]}" -f matroska "$work/$1.mkv"
  ff -i "$work/$1.mkv" -c copy -video_track_timescale 12800 \
    "${BITEXACT[@]}" "${FRAGMENTED[@]}" "$work/$1.mp4"
}

# opus NAME HERTZ SECONDS KBPS: both as fMP4 and as WebM, each straight from the encoder, because
# the two containers carry the encoder's delay differently.
opus() {
  local input
  mapfile -t input < <(tone "$2" "$3")
  # The last of the 20 ms frames covers the clip's end, 312 samples of delay taken off.
  local encode=(-ac 2 -c:a libopus -b:a "$4k" -t "$3.0135" "${BITEXACT[@]}")
  ff "${input[@]}" "${encode[@]}" "${FRAGMENTED[@]}" -frag_duration 1000000 "$work/$1.mp4"
  ff "${input[@]}" "${encode[@]}" -dash 1 -cluster_time_limit 2010 -f webm "$work/$1.webm"
}

# webm NAME [muxer options...]: the clip NAME once more, as WebM for DASH on demand.
webm() {
  ff -i "$work/$1.mp4" -c copy "${BITEXACT[@]}" -dash 1 "${@:2}" -f webm "$work/$1.webm"
}

make_codecs() {
  vp9 vp9-0 320x180 8 0 130
  vp9 vp9-1 480x270 8 1 250
  av1 av1 320x180 8 0 130
  opus opus 440 8 48
  # The index lies before the clusters in one file and behind them in the other, as it is found.
  webm vp9-0 -cues_to_front 1
  webm vp9-1
  webm av1
}

# Made of the schemes' files: nothing to encode.
make_bad() { :; }

# Playlists for the files of the schemes and the ladder, which have to be there.
make_hls() { :; }

# ts NAME SIZE SECONDS ID FIRST_FRAME KBPS HERTZ START BFRAMES: transport streams of 2 s, with sound
# in them (NAME-0.ts ...) and without (NAME-video-0.ts ...), whose first picture is shown and whose
# sound begins START seconds after the start of their clock.
ts() {
  local name=$1 size=$2 seconds=$3 id=$4 first=$5 kbps=$6 hertz=$7 start=$8 bframes=$9
  # The muxer between moves all pictures so that the first one is not decoded before 0.
  local moved=0.0$((4 * bframes))
  ff -filter_complex "$(picture "$size" "$seconds" "$id" "$first" "${size#*x}p")" -map '[v]' \
    -c:v libx264 -preset medium -profile:v main -pix_fmt yuv420p -threads 1 -level 2.1 \
    -b:v "${kbps}k" -maxrate "${kbps}k" -bufsize "${kbps}k" \
    -g $GOP -keyint_min $GOP -sc_threshold 0 -flags +cgop -bf "$bframes" \
    "${BITEXACT[@]}" -f nut "$work/$name.nut"
  ff -f lavfi -i "sine=frequency=$hertz:sample_rate=48000:duration=$seconds,volume=3" \
    -ac 2 -c:a aac -b:a 48k "${BITEXACT[@]}" -f nut "$work/$name-audio.nut"
  local cut=(-c copy -output_ts_offset "$start" -muxdelay 0 -muxpreload 0 "${BITEXACT[@]}"
    -f hls -hls_time 2 -hls_list_size 0 -hls_segment_type mpegts
    -hls_segment_options mpegts_copyts=1)
  ff -copyts -itsoffset "-$moved" -i "$work/$name.nut" -copyts -i "$work/$name-audio.nut" "${cut[@]}" \
    -hls_segment_filename "$work/$name-%d.ts" "$work/$name.m3u8"
  ff -copyts -itsoffset "-$moved" -i "$work/$name.nut" "${cut[@]}" \
    -hls_segment_filename "$work/$name-video-%d.ts" "$work/$name-video.m3u8"
}

make_ts() {
  # The clock of 33 bits wraps 3.2 s after this start.
  ts a0 320x180 6 0 0 130 440 95440.5 2
  ts a1 320x180 6 1 0 200 440 95440.5 2
  ts b0 320x180 2 0 0 130 440 3 2
  ts b1 256x144 2 1 50 130 550 7 0
  ts b2 480x270 2 2 100 200 660 0.5 2
  # Here 7.7 s after it.
  ts plain 320x180 16 0 0 130 440 95436 2
  local input
  mapfile -t input < <(tone 440 6)
  ff "${input[@]}" -ac 2 -c:a aac -b:a 48k "${BITEXACT[@]}" -f adts "$work/packed.aac"
  mapfile -t input < <(tone 880 6)
  ff "${input[@]}" -ac 2 -c:a libmp3lame -b:a 48k "${BITEXACT[@]}" \
    -write_xing 0 -id3v2_version 0 -f mp3 "$work/packed.mp3"
  ff -copyts -itsoffset -0.08 -i "$work/a0.nut" -copyts -i "$work/packed.mp3" -t 6.08 -c copy \
    -output_ts_offset 95440.5 -muxdelay 0 -muxpreload 0 "${BITEXACT[@]}" \
    -f hls -hls_time 2 -hls_list_size 0 -hls_segment_type mpegts \
    -hls_segment_options mpegts_copyts=1 \
    -hls_segment_filename "$work/mp3-%d.ts" "$work/mp3.m3u8"
}

groups=("$@")
((${#groups[@]})) || groups=(ladder schemes codecs bad hls ts)
for group in "${groups[@]}"; do
  "make_$group"
  rm -rf "${files:?}/$group"
  mkdir -p "$files/$group"
  PYTHONDONTWRITEBYTECODE=1 python3 "$here/packager/group_$group.py" "$work" "$files/$group"
done
du -sh "$files"
