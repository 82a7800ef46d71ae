#!/usr/bin/env bash
# pandoc writes a byline set in small capitals as “INES VON DER HEIDE”.
#
# Package: pandoc 2.17.1.1-2~deb12u1 (Debian 12).
# Guess: small capitals are a matter of looks, like a colour or a font. Plain text has no place for looks, so the letters stay.
# Seen: for -t plain the letters themselves are changed to capitals, while bold and italic text is left as it is. The same page as
#   Markdown has the letters as they were.
# Why it matters: papers set bylines, datelines and the first words of a story in small capitals. Afterwards “von” and “Von”, “Macrae”
#   and “MacRae” are one, and the name no longer matches the one further down in the story.
set -euo pipefail

want=2.17.1.1-2~deb12u1
command -v pandoc >/dev/null || apt-get install -y --no-install-recommends pandoc >/dev/null
have=$(dpkg-query -W -f='${Version}' pandoc)
if [ "$have" != "$want" ]; then
  echo "version differs: untested (pandoc is $have, not $want)"
  exit 3
fi

html='<p>By <span style="font-variant: small-caps">Ines von der Heide</span>, <b>Elsing</b>, <i>Tuesday</i></p>'
plain=$(printf '%s' "$html" | LC_ALL=C.UTF-8 pandoc -f html -t plain)
markdown=$(printf '%s' "$html" | LC_ALL=C.UTF-8 pandoc -f html -t markdown)
echo "pandoc $have"
echo "plain:    $plain"
echo "markdown: $markdown"
[ "$plain" = 'By INES VON DER HEIDE, Elsing, Tuesday' ] || { echo 'changed: was By INES VON DER HEIDE, Elsing, Tuesday'; exit 1; }
case $markdown in *'Ines von der Heide'*) ;; *) echo 'changed: Markdown has other letters'; exit 1 ;; esac
