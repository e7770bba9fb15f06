#!/bin/sh
# The gates that a shared bench sets, where there is one: the founding pair must stay as good as it is.
# usage: gates.sh SHARED BIN
set -eu
shared=$1
bin=$2
if [ ! -f "$shared/bench/score.py" ]; then
    echo "no bench at $shared: gates left out"
    exit 0
fi
cases="$shared/bench/dev/minsk-2020-08 $shared/bench/dev/minsk-2020-08-dated"
# shellcheck disable=SC2086
"$bin/python" "$shared/bench/score.py" $cases --command "$bin/twosource compare --format json" --notes \
    --min language=1.0 --min values=1.0 --min times=1.0 --min alignment=0.9 --min verdict=0.85 --min quotes=0.85 \
    --min origins=0.85 --min independence=1.0 --min two_source_rule=0.75 --min false_conflicts=0
