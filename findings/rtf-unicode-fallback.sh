#!/usr/bin/env bash
# Two RTF readers swallow what follows the stand-in of a curly mark: unrtf the whole word, pandoc one letter.
#
# Packages: unrtf 0.21.10-clean-1 and pandoc 2.17.1.1-2~deb12u1 (Debian 12).
# Guess: in \u8220?Nobody the number is the character, “?” the stand-in for old readers, and \uc1 says that the stand-in is one
#   character long. So it reads “Nobody.
# Seen: pandoc skips two characters (“obody). unrtf skips the stand-in along with the rest of the word and its punctuation, so “Nobody
#   knew becomes “ knew in its HTML. With the stand-in as \'93, as word processors write it, both are right.
# Why it matters: a plain “?” is the simplest stand-in a program can write, and the first word of each quote is what goes, be it “not”
#   or “nobody”.
set -euo pipefail

version() {
  command -v "$1" >/dev/null || apt-get install -y --no-install-recommends "$1" >/dev/null
  local have
  have=$(dpkg-query -W -f='${Version}' "$1")
  if [ "$have" != "$2" ]; then
    echo "version differs: untested ($1 is $have, not $2)"
    exit 3
  fi
  echo "$1 $have"
}
version unrtf 0.21.10-clean-1
version pandoc 2.17.1.1-2~deb12u1

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
head='{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0 Times New Roman;}}'
printf '%s\n%s\n}\n' "$head" '\pard She said: \u8220?Nobody knew\u8221? and left.\par' >question.rtf
printf '%s\n%s\n}\n' "$head" "\\pard She said: \\u8220\\'93Nobody knew\\u8221\\'94 and left.\\par" >byte.rtf

with_unrtf() { unrtf --quiet --html "$1" | grep -o 'She said.*left\.' | sed 's/&ldquo;/“/; s/&rdquo;/”/'; }
with_pandoc() { LC_ALL=C.UTF-8 pandoc -f rtf -t plain --wrap=none "$1"; }
check() {
  echo "$1: $2"
  [ "$2" = "$3" ] || { echo "changed: was $3"; exit 1; }
}
check 'unrtf,  \u8220?   ' "$(with_unrtf question.rtf)" 'She said: “ knew” and left.'
check 'pandoc, \u8220?   ' "$(with_pandoc question.rtf)" 'She said: “obody knew”and left.'
check "unrtf,  \\u8220\\'93" "$(with_unrtf byte.rtf)" 'She said: “Nobody knew” and left.'
check "pandoc, \\u8220\\'93" "$(with_pandoc byte.rtf)" 'She said: “Nobody knew” and left.'
