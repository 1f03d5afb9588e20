#!/bin/sh
# Builds the package of the last commit twice, in two folders and with hash codes of objects of two kinds, and compares
# the two byte by byte.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for hashes in 0 5; do
  git clone -q . "$work/$hashes"
  (cd "$work/$hashes" &&
    MAVEN_OPTS="-XX:+UnlockExperimentalVMOptions -XX:hashCode=$hashes" \
      ./mvnw -q -DskipTests -pl js-glue -am package)
done
diff -r "$work/0/js-glue/dist" "$work/5/js-glue/dist"
echo "js-glue: both builds give the same bytes"
