#!/usr/bin/env bash
# Makes busy.ts, a segment as services send it: 720p at 4 Mbit/s with AAC, of a picture full of noise.
set -euo pipefail
cd "$(dirname "$0")"
ffmpeg -y -loglevel error \
  -f lavfi -i "testsrc2=size=1280x720:rate=30:duration=3,format=yuv420p,noise=c0_strength=12:c0_flags=t:c0_seed=7" \
  -f lavfi -i "sine=frequency=440:sample_rate=48000:duration=3" \
  -c:v libx264 -preset medium -profile:v high -threads 1 -bf 2 -g 90 \
  -b:v 4000k -maxrate 4000k -bufsize 4000k -c:a aac -ac 2 -b:a 128k \
  -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -f mpegts busy.ts
