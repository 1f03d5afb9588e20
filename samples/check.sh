#!/bin/sh
# Installs what is published into a repository of its own, builds the sample from it, and has it play a stream in a
# browser.
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

./mvnw -q -pl e2e-tests -am verify -Dspotless.check.skip -Dtest=NoTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=StreamInJavaIT -Doffstage.sample="$PWD/samples/stream-in-java/target/site"
grep -q 'tests="1".*skipped="0"' e2e-tests/target/failsafe-reports/TEST-*.StreamInJavaIT.xml ||
  { echo "samples: nothing was played" >&2; exit 1; }
echo "samples: samples/stream-in-java/target/site plays a stream"
