#!/usr/bin/env bash
# Fuzzes a target with Jazzer, which looks for inputs that reach code no other has reached.
#
#   ./fuzz.sh CLASS SECONDS [WORK_DIRECTORY]
#   ./fuzz.sh dev.offstage.engine.transmux.TransmuxFuzz 1800
#   ./fuzz.sh dev.offstage.engine.hls.PlaylistFuzz 1800
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

# Seeds: a byte that says how, then the first packets or frames of each fixture.
for file in "$here"/../resources/ts/*; do
  case $file in
    *.txt) ;;
    *.ts) { printf '\0'; head -c 11280 "$file"; } > "$work/seeds/$(basename "$file")" ;;
    *) { printf '\1'; head -c 4000 "$file"; } > "$work/seeds/$(basename "$file")" ;;
  esac
done

# Playlists as they are, and each with its reload.
for file in "$here"/../resources/hls/*; do
  cp "$file" "$work/seeds/"
  { cat "$file"; printf '\0'; cat "$file"; } > "$work/seeds/twice-$(basename "$file")"
done

class_path=$(printf '%s:' "$work"/lib/*.jar)$engine/target/classes:$engine/target/test-classes
cd "$work"
exec java -Xmx2g -cp "$class_path" com.code_intelligence.jazzer.Jazzer \
  --target_class="$target" --instrumentation_includes='dev.offstage.**' --reproducer_path=found \
  corpus seeds -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3500 -max_len=24000 \
  -artifact_prefix=found/ -print_final_stats=1
