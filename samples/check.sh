#!/bin/sh
# Installs what is published into a repository of its own and builds the sample from it.
set -eu
cd "$(dirname "$0")/.."
repository="$PWD/target/samples-repository"
known="${HOME}/.m2/repository"

rm -rf "$repository/dev/offstage"
./mvnw -q -Prelease -DskipTests -Dspotless.check.skip \
  -pl teavm-app/bindings,teavm-app/engine -am install \
  -Dmaven.repo.local="$repository" -Dmaven.repo.local.tail="$known"

for artifact in bindings engine; do
  for kind in '' -sources -javadoc; do
    set -- "$repository/dev/offstage/offstage-$artifact/"*/"offstage-$artifact-"[0-9.]*[0-9]"$kind.jar"
    [ -s "$1" ] || { echo "samples: no $artifact$kind.jar was installed" >&2; exit 1; }
  done
done

./mvnw -q -f samples/stream-in-java package \
  -Dmaven.repo.local="$repository" -Dmaven.repo.local.tail="$known"
[ -s samples/stream-in-java/target/site/program.js ] ||
  { echo "samples: no program was compiled" >&2; exit 1; }
echo "samples: built samples/stream-in-java/target/site"
