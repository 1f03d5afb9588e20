#!/bin/sh
# Makes the clips of the cases that change the configuration in mid stream: each differs from its
# base in one thing. They are committed; the same ffmpeg (5.1, with libx264, libvpx-vp9 and libopus)
# on the same machine gives the same bytes. 0.4 s each, the first frame is a key frame.
set -eu
cd "$(dirname "$0")"
rm -f ./*.mp4 ./*.webm

exact="-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 -threads 1"
fragmented="-movflags +frag_keyframe+empty_moov+default_base_moof+omit_tfhd_offset"

# video SIZE RATE: the arguments of an input
video() { echo "-f lavfi -i testsrc2=size=$1:rate=$2:duration=0.4"; }
audio() { echo "-f lavfi -i sine=frequency=$1:sample_rate=48000:duration=0.4"; }

# make NAME SIZE RATE VIDEO_BITRATE AUDIO_BITRATE: an empty field leaves its track out
make() {
  name=$1 size=$2 rate=$3 vbits=$4 abits=$5
  inputs="" avc="" vp9="" aac="" opus=""
  if [ -n "$size" ]; then
    inputs="$(video "$size" "$rate")"
    avc="-c:v libx264 -profile:v main -level 1.3 -pix_fmt yuv420p -bf 0 -g 100 -b:v $vbits"
    vp9="-c:v libvpx-vp9 -pix_fmt yuv420p -g 100 -lag-in-frames 0 -auto-alt-ref 0 -cpu-used 8 -b:v $vbits"
  fi
  if [ -n "$abits" ]; then
    inputs="$inputs $(audio 440)"
    aac="-c:a aac -ac 2 -b:a $abits"
    opus="-c:a libopus -ac 2 -b:a $abits"
  fi
  # shellcheck disable=SC2086
  ffmpeg -v error -y $inputs $exact $avc $aac $fragmented "$name.mp4"
  # shellcheck disable=SC2086
  ffmpeg -v error -y $inputs $exact $vp9 $opus "$name.webm"
}

make a "" "" "" 64k
make a-bitrate "" "" "" 128k
make v 160x90 25 60k ""
make v-bitrate 160x90 25 300k ""
make v-framerate 160x90 15 60k ""
make v-framesize 240x136 25 60k ""
make av 160x90 25 60k 64k
make av-audio-bitrate 160x90 25 60k 128k
make av-video-bitrate 160x90 25 300k 64k
make av-framesize 240x136 25 60k 64k
