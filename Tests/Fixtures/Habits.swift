/// A habit of the web's: what it looks like in the middle of an article, what is read of it, and why.
package struct Habit: CustomStringConvertible, Sendable {
    package let why: String
    package let body: String
    package let expected: String
    package var description: String { why }

    private static let opening = prose(1)[0]
    private static let second = prose(2)[1]
    private static let third = prose(3)[2]

    /// The habit in an article, between menu and foot.
    package var page: String {
        """
        <html><head><title>Tides</title></head><body><nav><a href='/'>Home</a></nav>
        <article><h1>Tides</h1><p>\(Self.opening)</p><p>\(Self.second)</p>\(body)<p>\(Self.third)</p></article>
        <footer>Copyright, all rights reserved</footer></body></html>
        """
    }

    /// All that is read of `page`, as `blocks` writes it.
    package var text: String {
        [Self.opening, Self.second, expected, Self.third].joined(separator: "\n")
    }
}

extension Habit {
    package static let all = first + more

    private static let first = [
        Habit(
            why: "a picture loaded late is found where the loader keeps it",
            body: "<figure><img src='data:image/gif;base64,R0' data-src='/a.jpg' alt='Harbour'>"
                + "<figcaption>The harbour at dawn</figcaption></figure>",
            expected: "figure(https://news.example/a.jpg): [Harbour] The harbour at dawn"),
        Habit(
            why: "of several sizes of a picture the widest is taken",
            body:
                "<picture><source srcset='/s.webp 300w, /l.webp 1200w'><img src='' alt='Wall'></picture>",
            expected: "figure(https://news.example/l.webp): [Wall] "),
        Habit(
            why: "a picture in AMP is a picture, and what stands behind it is not in it",
            body:
                "<amp-img src='/a.jpg' width='800' height='600' alt='Wall'><noscript><img src='/a.jpg'>"
                + "</noscript></amp-img><p>It holds.</p>",
            expected: "figure(https://news.example/a.jpg): [Wall] \nIt holds."),
        Habit(
            why: "a picture with sizes alone has the widest of them",
            body: "<img srcset='/s.jpg 480w, /l.jpg 1600w' alt='Wall'>",
            expected: "figure(https://news.example/l.jpg): [Wall] "),
        Habit(
            why: "a picture for readers without scripts is not a second one",
            body:
                "<img data-src='/a.jpg' src='data:,' alt='Wall'><noscript><img src='/a.jpg' alt='Wall'></noscript>",
            expected: "figure(https://news.example/a.jpg): [Wall] "),
        Habit(
            why:
                "MediaWiki: links to edit, the contents and boxes of links are no text, thumbs are figures",
            body:
                "<div class='hatnote'>For the film, see Tides (film).</div><div id='toc' class='toc'><h2>Contents</h2>"
                + "<ul><li><a href='#Ebb'>1 Ebb</a></li></ul></div><h2><span class='mw-headline' id='Ebb'>Ebb</span>"
                + "<span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></h2>"
                + "<figure class='mw-default-size'><a href='/File:E.jpg'><img src='/e.jpg'></a>"
                + "<figcaption>Ebb at noon</figcaption></figure><p>The water goes, and it comes again.</p>"
                + "<div class='navbox'><a href='/Moon'>Moon</a> <a href='/Sun'>Sun</a></div>",
            expected: "== Ebb\nfigure(https://news.example/e.jpg): Ebb at noon\n"
                + "The water goes, and it comes again."),
        Habit(
            why: "what a reader who has not paid is told is no text",
            body:
                "<p>The wall was built in one winter.</p><div class='paywall'><h3>Go on reading</h3>"
                + "<p>Subscribers read all of it for one euro a week.</p></div>",
            expected: "The wall was built in one winter."),
        Habit(
            why: "an icon is no figure",
            body: "<p>Before</p><img src='/i.png' width='16' height='16' alt='icon'>",
            expected: "Before"),
        Habit(
            why: "code keeps its lines and names its language",
            body: "<pre><code class='language-swift'>let a = 1\n\n  print(a)\n</code></pre>",
            expected: "code(swift): let a = 1⏎⏎  print(a)"),
        Habit(
            why: "line breaks of every kind end a line of code, a row of the highlighter's too",
            body: "<pre>one<br>two\r\nthree<div>four</div></pre>",
            expected: "code(): one⏎two⏎three⏎four"),
        Habit(
            why: "line numbers in a table beside the code are not code",
            body: "<pre><table><tr><td>1\n2</td><td>let a\nlet b</td></tr></table></pre>",
            expected: "code(): let a⏎let b"),
        Habit(
            why: "a table of data is a table",
            body: "<table><tr><th>Port</th><th>Height</th></tr><tr><td>North</td><td>4.1</td></tr>"
                + "<tr><td>South</td><td>3.9</td></tr></table>",
            expected: "table(2): Port\tHeight⏎North\t4.1⏎South\t3.9"),
        Habit(
            why: "a table for layout is what stands in it",
            body:
                "<table role='presentation'><tr><td><p>Left words stand here.</p></td><td><p>Right words.</p></td>"
                + "</tr></table>",
            expected: "Left words stand here.\nRight words."),
        Habit(
            why: "two line breaks part paragraphs, one does not",
            body: "<div>First line of it<br>goes on<br><br>Second paragraph</div>",
            expected: "First line of it⏎goes on\nSecond paragraph"),
        Habit(
            why: "lists nest, count and keep their marks",
            body: "<ol start='3'><li>Three<ul><li>dot</li></ul></li><li value='9'>Nine</li></ol>",
            expected: "3. Three\n  * dot\n9. Nine"),
        Habit(
            why: "a checked box is a task",
            body:
                "<ul><li><input type='checkbox' checked> Wall measured</li><li><input type='checkbox'> Sent</li></ul>",
            expected: "[x] Wall measured\n[ ] Sent"),
        Habit(
            why: "terms and their definitions",
            body: "<dl><dt>Ebb</dt><dd>The water goes</dd></dl>",
            expected: "Ebb\n: The water goes"),
        Habit(
            why: "a quotation stands in its container",
            body: "<blockquote><p>Nobody spoke of it.</p><p>Ever.</p></blockquote>",
            expected: "> Nobody spoke of it.\n> Ever."),
        Habit(
            why: "what can be folded out is read",
            body: "<details><summary>How high?</summary><p>Four metres at most.</p></details>",
            expected: "How high?\nFour metres at most."),
        Habit(
            why: "a question in a button is the header it is",
            body:
                "<h3><button>How long does it take?</button></h3><p>Six hours and twelve minutes.</p>",
            expected: "== How long does it take?\nSix hours and twelve minutes."),
        Habit(
            why: "below a quote stands whose words they are",
            body:
                "<blockquote><p>Time and tide wait for no man, nor for his boat.</p>"
                + "<footer>— <cite>A proverb</cite></footer></blockquote><p>So it is said.</p>",
            expected:
                "> Time and tide wait for no man, nor for his boat.\n> — A proverb\nSo it is said."),
        Habit(
            why: "a formula is its source, with its signs",
            body: "<p>So <math alttext='E=mc^2'><mi>E</mi><mo>=</mo></math> holds.</p>",
            expected: "So E=mc² holds."),
        Habit(
            why: "a formula without a source is set on one line",
            body:
                "<p>So <math><mi>x</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>"
                + "<msup><mi>b</mi><mn>2</mn></msup></mfrac></math> holds.</p>",
            expected: "So x = (a + 1)/b² holds."),
        Habit(
            why: "what stands above and below in a formula is raised and lowered where it can be",
            body:
                "<p>So <math><mo>−</mo><msub><mi>x</mi><mi>i</mi></msub><mo>≤</mo><msubsup><mi>y</mi><mn>0</mn>"
                + "<mrow><mi>n</mi><mo>&#x2062;</mo><mn>2</mn></mrow></msubsup><mo>,</mo><munderover><mo>∑</mo>"
                + "<mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover><mover><mi>v</mi>"
                + "<mo>→</mo></mover><mo>,</mo><msup><mi>e</mi><msup><mi>x</mi><mn>2</mn></msup></msup>"
                + "<mo>,</mo><msup><mi>T</mi><mi>q</mi></msup></math> holds.</p>",
            expected: "So −xᵢ ≤ y₀ⁿ²,∑ᵢ₌₀ⁿv\u{20D7},e^x²,T^q holds."),
        Habit(
            why: "a formula in a script is its source, with its signs",
            body: "<p>So <script type='math/tex'>E < mc^2 & more</script> holds.</p>",
            expected: "So E < mc² & more holds."),
        Habit(
            why: "references are decoded in the middle of long texts and addresses",
            body:
                "<p>Fish &amp; chips by the harbour wall, &eacute;t&eacute; and winter alike&hellip; "
                + "and so&nbsp;on &notit; it went.</p>",
            expected: "Fish & chips by the harbour wall, été and winter alike… and so\u{A0}on ¬it; "
                + "it went."),
        Habit(
            why: "a formula that opens a menu is still a formula",
            body:
                "<p>When <span class='MathJax CtxtMenu'><math><mi>a</mi><mo>≠</mo><mn>0</mn></math>"
                + "</span> it holds.</p>",
            expected: "When a ≠ 0 it holds."),
        Habit(
            why: "a header that leads back to the contents is a header",
            body:
                "<h2><a class='toc-backref' href='#id1'>Setting up</a></h2><p>Words under it.</p>",
            expected: "== Setting up\nWords under it."),
        Habit(
            why: "a gloss on words in a sentence leaves them there",
            body:
                "<p>It rises by <a class='popup' href='javascript:void(0)'>four metres</a> in spring, "
                + "sometimes by five.</p>",
            expected: "It rises by four metres in spring, sometimes by five."),
        Habit(
            why: "a quoted post is text, the network's buttons are not",
            body:
                "<div class='social-media-embed'><blockquote class='twitter-tweet'><p>The wall holds.</p>"
                + "— Ana (@ana)</blockquote></div><div class='social-share'><a href='/s'>Share</a></div>",
            expected: "> The wall holds.\n> — Ana (@ana)"),
        Habit(
            why: "hidden text is not read",
            body:
                "<p style='display: none'>One</p><p hidden>Two</p><p style='font-size:0'>Three</p>"
                + "<p style='position:absolute;left:-9999px'>Four</p><p aria-hidden='true'>Five</p><p>Six stays.</p>",
            expected: "Six stays."),
        Habit(
            why: "labels of the page are dropped between the paragraphs",
            body:
                "<p>Advertisement</p><p>Story continues below</p><p>12 Comments</p><p>Facebook Twitter Email</p>"
                + "<p>The text goes on.</p>",
            expected: "The text goes on."),
        Habit(
            why: "a header's level is mended, none is skipped",
            body: "<h2>Two</h2><p>Words under two.</p><h5>Five</h5><p>Words under five.</p>",
            expected: "== Two\nWords under two.\n=== Five\nWords under five."),
        Habit(
            why: "a header over nothing but shares is dropped",
            body: "<p>Words before it.</p><h3>Share this article</h3><p>Words behind it.</p>",
            expected: "Words before it.\nWords behind it."),
        Habit(
            why: "words under a picture in a named box go with it",
            body:
                "<div class='image-box'><img src='/b.jpg' alt='Boat'><p class='caption'>A boat, 1921</p></div>",
            expected: "figure(https://news.example/b.jpg): [Boat] A boat, 1921"),
        Habit(
            why: "a line that says who made the picture goes with it",
            body: "<p><img src='/c.jpg' alt='Wall'></p><p>The wall in winter. Photo: Ana Lima</p>",
            expected:
                "figure(https://news.example/c.jpg): [Wall] The wall in winter. Photo: Ana Lima"),
        Habit(
            why: "the same button on every product is no text",
            body: "<p>One ticket.</p><p><a href='/1'>See the offer</a></p><p>Two tickets.</p>"
                + "<p><a href='/2'>See the offer</a></p><p>Three.</p><p><a href='/3'>See the offer</a></p>",
            expected: "One ticket.\nTwo tickets.\nThree."),
        Habit(
            why: "an emphasis that begins inside a character is moved to its edge",
            body: "<p>Caf<b>e</b>&#x301; noir</p>",
            expected: "Cafe\u{301} noir"),
    ]
}
