#!/usr/bin/env bash
# pdftotext makes “Marlow-Ek” into “MarlowEk” and “2025-26” into “202526” where a column breaks at the hyphen.
#
# Package: poppler-utils 22.12.0-2+deb12u3 (Debian 12).
# Guess: at a line end the tool either keeps hyphen and line break, or takes the hyphen out where it parts a word between two small
#   letters, and leaves it between names and figures.
# Seen: without options every hyphen at a line end is deleted along with the break: in double names, in spans of years, in ranges
#   (“10-12” becomes “1012”). A dash in the same place is kept. With -layout or -raw all is kept as it stands.
# Why it matters: e-papers are PDF in narrow columns. Names that no search finds and numbers that are off by a hundredfold look like
#   ordinary text afterwards.
# Known: poppler 26.05 adds -remove-hyphens, by which one can have them kept; this version has no such choice.
set -euo pipefail

want=22.12.0-2+deb12u3
command -v pdftotext >/dev/null || apt-get install -y --no-install-recommends poppler-utils >/dev/null
have=$(dpkg-query -W -f='${Version}' poppler-utils)
if [ "$have" != "$want" ]; then
  echo "version differs: untested (poppler-utils is $have, not $want)"
  exit 3
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

# one page, one narrow column, written by hand
page='BT /F1 11 Tf 60 720 Td 14 TL
(The bridge, said Ines Marlow-) Tj T*
(Ek of the harbour, lost the 2025-) Tj T*
(26 season, and takes 10-) Tj T*
(12 cars a day. It must be re-) Tj T*
(built by May.) Tj T*
ET'
body='%PDF-1.4
'
xref='0000000000 65535 f 
'
add() {
  xref+=$(printf '%010d 00000 n ' "${#body}")$'\n'
  body+=$1$'\n'
}
add '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj'
add '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj'
add '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj'
add "4 0 obj << /Length ${#page} >> stream
$page
endstream endobj"
add '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> endobj'
printf '%sxref\n0 6\n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' "$body" "$xref" "${#body}" >page.pdf

plain=$(pdftotext page.pdf - | tr -d '\f' | tr '\n' ' ')
layout=$(pdftotext -layout page.pdf - | tr -d '\f' | tr '\n' ' ')
echo "poppler-utils $have"
echo "no option: $plain"
echo "-layout:   $layout"
for seen in 'Ines MarlowEk of' '202526 season' '1012 cars' 'be rebuilt by'; do
  case $plain in *"$seen"*) ;; *) echo "changed: no “$seen” without options"; exit 1 ;; esac
done
for seen in 'Ines Marlow- Ek of' '2025- 26 season' '10- 12 cars' 're- built'; do
  case $layout in *"$seen"*) ;; *) echo "changed: no “$seen” with -layout"; exit 1 ;; esac
done
