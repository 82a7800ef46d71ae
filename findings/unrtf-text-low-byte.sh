#!/usr/bin/env bash
# unrtf turns an ellipsis into an ampersand, and curly marks into control characters, in its text output.
#
# Package: unrtf 0.21.10-clean-1 (Debian 12).
# Guess: the text output has “, ” and … in the encoding of the locale, or plain stand-ins, or leaves them out, however the RTF file
#   spells them.
# Seen: of a character given as a byte of the code page (\'93, the usual way) the lower byte of its Unicode number is written:
#   “ (201C) is the control character 1C, ” is 1D, ’ is 19, and … (2026) is byte 26, which is “&”. The same marks spelled \ldblquote
#   and \rdblquote vanish. All that in a UTF-8 locale as in any other, with exit code 0 and nothing on standard error. Words set as
#   hidden (\v) are shown too. The HTML output of the same file has all the marks.
# Why it matters: no quote is found in such a text, XML forbids the characters, Python’s str.splitlines takes 1C and 1D for the end of
#   a line, and “I did not know…” ends in “know&”.
set -euo pipefail

want=0.21.10-clean-1
command -v unrtf >/dev/null || apt-get install -y --no-install-recommends unrtf >/dev/null
have=$(dpkg-query -W -f='${Version}' unrtf)
if [ "$have" != "$want" ]; then
  echo "version differs: untested (unrtf is $have, not $want)"
  exit 3
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
printf '%s\n' '{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}' \
  "\\pard Bytes: \\'93It\\'92s {\\v not }over, I know\\'85\\'94\\par" \
  "\\pard Words: \\ldblquote It\\rquote s over.\\rdblquote\\par" '}' >quote.rtf

check() {
  echo "$1: $2"
  [ "$2" = "$3" ] || { echo "changed: was $3"; exit 1; }
}
echo "unrtf $have"
text=$(LC_ALL=C.UTF-8 unrtf --quiet --text quote.rtf 2>stderr | grep -aE '^(Bytes|Words)' | cat -v)
html=$(LC_ALL=C.UTF-8 unrtf --quiet --html quote.rtf | grep -oE '(Bytes|Words).*quo;')
check 'standard error' "$(cat stderr)" ''
check 'text, control characters spelled out' "$text" $'Bytes: ^\\It^Ys not over, I know&^]\nWords: Its over.'
check 'html' "$html" $'Bytes: &ldquo;It&rsquo;s not over, I know&hellip;&rdquo;\nWords: &ldquo;It&rsquo;s over.&rdquo;'
