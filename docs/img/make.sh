#!/bin/sh
# Make the pictures of the README anew from our own examples; needs Chromium and an installed twosource.
set -eu
cd "$(dirname "$0")/../../examples"
page=$(mktemp --suffix .html)
profile=$(mktemp -d)
trap 'rm -rf "$page" "$profile"' EXIT
"${TWOSOURCE:-twosource}" compare viking-sky-2019-03/da.txt viking-sky-2019-03/nb.txt --format html > "$page"
shoot() {
  name=$1
  shift
  "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.25 \
    --force-prefers-reduced-motion --user-data-dir="$profile" --window-size=1440,1080 \
    --screenshot="../docs/img/$name" "$@" "file://$page" 2> /dev/null
}
shoot dossier.png
shoot dossier-dark.png --blink-settings=preferredColorScheme=0
