/**
 * A page of a newspaper whose DOM has a lot between the words of its story.
 * @module
 */

/** The words quoted on the page, as a reader sees them: white space collapsed. */
export const QUOTED = [
  'The harbour bridge will stay shut until May',
  '“We found cracks in <two> of the main beams & more 🌉,”',
  '“Nobody should drive over that.”',
  '“It is a disgrace, and they know it,”',
  '“The trust will pay for all of it, and the work will begin on the first day of March,”',
  '“We will not wait,”',
  '“We will not wait,”',
];

export const ARTICLE_PAGE = `\uFEFF<!DOCTYPE html>
<!-- a comment in front -->
<html lang=en><title>Harbour bridge &amp; more</title>
<script>function ad() {} var quote = "“We will not wait,” said Ines Marlow.";</script>
<noscript><style>.js { display: none }</style></noscript>
stray words in front of the body
<body class="news">
<svg><title>Logo</title><style><![CDATA[ .a > .b { fill: red } ]]></style><text>HP</text></svg>
<nav><ul><li><a href="/">Home 😀</a><li><a href="/local">Local</a></ul></nav>
<template><p>“We will not wait,” said Ines Marlow.</p></template>
<textarea>
“We will not wait,” said &lt;Ines Marlow&gt;.</textarea>
<h1>Harbour bridge to
   stay shut until&nbsp;May</h1>
<p class=byline>By Hannah Brook
<p>The harbour   bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on
taking the long way round by the old lock.
<p>“We found   cracks in &lt;two&gt; of the
  <!-- “ --><b><i>main</b> beams</i> &amp; more &#x1F309;,” said Ines Marlow, the chief
engineer. “Nobody should drive over that.”</p>
<table>misplaced <tr><td>“It is a <em>disgrace,</em> and they know it,” said Teodor Brandt, who runs the ferry.</td></tr></table>
<p>“The trust will pay for all of it,<script>ad("“x”")</script><style>p{}</style><noscript><img src=x></noscript>
and the work will begin on the <span hidden>Advertisement</span> first day of March,” said Marlow on Wednesday.
<p>“We will not wait,” Marlow said in the morning, when the tide was out and the first of the barges came in.
<p>Shop owners<br>on the east bank had hoped for an earlier date. A new timetable will be out within a week.
<p>“We will not wait,” Brandt said in the evening, when the last of the barges had left for the other side.
<pre>
Timetable
  6.15  East bank</pre>
<footer>Copyright</footer>
</body>
</html>
trailing words
`;
