#!/usr/bin/env bash
# Fuzzes a target with Jazzer, which looks for inputs that reach code no other has reached.
#
#   ./fuzz.sh CLASS SECONDS [WORK_DIRECTORY]
#   ./fuzz.sh dev.offstage.engine.transmux.TransmuxFuzz 1800
#   ./fuzz.sh dev.offstage.engine.hls.PlaylistFuzz 1800    (likewise hls.LiveFuzz, codec.FramerFuzz,
#                                                            container.HeaderFuzz)
#
# The engine and its tests have to be compiled (./mvnw -pl teavm-app/engine -am test-compile). What
# makes the target fail lies in WORK_DIRECTORY/found afterwards; what has been mended belongs into
# ../resources/fuzz, where an ordinary test runs it from then on.
set -euo pipefail

readonly JAZZER=0.24.0
here=$(cd "$(dirname "$0")" && pwd)
engine=$here/../../..
target=$1 seconds=$2
work=${3:-$(mktemp -d)}
mkdir -p "$work/lib" "$work/corpus" "$work/seeds" "$work/found"

cat > "$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>fuzz</groupId><artifactId>fuzz</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.code-intelligence</groupId><artifactId>jazzer</artifactId><version>$JAZZER</version>
    </dependency>
  </dependencies>
</project>
POM
"$engine/../../mvnw" -q -f "$work/pom.xml" \
  org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory="$work/lib"

# A seed: bytes that say how it is read, then the first so many bytes of a file.
seed() { # NAME HOW BYTES FILE
  { printf "$2"; head -c "$3" "$4"; } > "$work/seeds/$1-$(basename "$(dirname "$4")")-$(basename "$4")"
}

media=$engine/../../e2e-tests/media/files
case $target in
  *.TransmuxFuzz)
    for file in "$here"/../resources/ts/*; do
      case $file in
        *.txt) ;;
        *.ts) seed ts '\0' 11280 "$file" ;;
        *) seed audio '\1' 4000 "$file" ;;
      esac
    done
    ;;
  *.FramerFuzz)
    for file in "$here"/../resources/ts/packed.*; do
      case $file in
        *.aac) seed adts '\0\100' 3000 "$file" ;;
        *.mp3) seed mpeg '\1\100' 3000 "$file" ;;
        *.ac3) seed ac3 '\2\100' 4000 "$file" ;;
      esac
      [[ $file == *.txt ]] || seed id3 '\6\0' 300 "$file"
    done
    for file in "$here"/../resources/ts/{latm,opus,eac3}.ts; do
      for how in '\2\100' '\3\100' '\4\100'; do seed "ts$how" "$how" 3000 "$file"; done
    done
    ;;
  *.HeaderFuzz)
    while read -r file; do
      for how in '\0\200' '\1\100' '\2\20' '\3\20'; do seed "mp4$how" "$how" 4000 "$file"; done
    done < <(find "$media" -name 'init.mp4' -o -name '2.m4s' -o -name '00002.m4s' -o -name '*.mp4' -o -name '*.webm')
    ;;
  *)
    # Playlists as they are, and each with its reload, of its own and of another Representation.
    for file in "$here"/../resources/hls/*; do
      cp "$file" "$work/seeds/"
      { cat "$file"; printf '\0'; cat "$file"; } > "$work/seeds/twice-$(basename "$file")"
      for how in 00 01; do
        { printf '0'; cat "$file"; printf '\0%s' "${how:1}"; cat "$file"; } \
          > "$work/seeds/live-$how-$(basename "$file")"
      done
    done
    # A window that moves, that jumps, and whose numbers begin anew.
    window() { # FIRST END
      printf '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:%s\n' "$1"
      for ((i = $1; i < $2; i++)); do printf '#EXTINF:4,\ns%s.ts\n' "$i"; done
    }
    for next in '7 13' '30 35' '0 4' '5 10'; do
      { printf '0'; window 5 11; printf '\0001'; window 6 12; printf '\0000'; window $next; } \
        > "$work/seeds/window-${next/ /-}"
    done
    ;;
esac

class_path=$(printf '%s:' "$work"/lib/*.jar)$engine/target/classes:$engine/target/test-classes
cd "$work"
exec java -Xmx2g -cp "$class_path" com.code_intelligence.jazzer.Jazzer \
  --target_class="$target" --instrumentation_includes='dev.offstage.**' --reproducer_path=found \
  corpus seeds -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3500 -max_len=24000 \
  -artifact_prefix=found/ -print_final_stats=1
