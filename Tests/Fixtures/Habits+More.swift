extension Habit {
    /// Pages made by programs of many kinds: for printing, for paying readers, for code, for formulas.
    static let more = [
        Habit(
            why: "lazy loaders keep the address under many names",
            body: "<p><img src='/blank.gif' data-original='/a.jpg' alt='Wall'></p>"
                + "<p><img src='data:,' data-lazy-src='/b.jpg' alt='Boat'></p>"
                + "<p><img class='lazyload' data-srcset='/s.jpg 300w, /l.jpg 900w' alt='Quay'></p>",
            expected: """
                figure(https://news.example/a.jpg): [Wall] 
                figure(https://news.example/b.jpg): [Boat] 
                figure(https://news.example/l.jpg): [Quay] 
                """),
        Habit(
            why: "a picture that only readers without scripts are given is one",
            body:
                "<div class='wrap'><img src='data:image/gif;base64,R0'><noscript><img src='/a.jpg' alt='Wall'>"
                + "</noscript></div>",
            expected: "figure(https://news.example/a.jpg): [Wall] "),
        Habit(
            why: "highlighters name the language in ways of their own",
            body: "<pre class='brush: java; gutter: false'>int a;</pre><pre lang='go'>x := 1</pre>"
                + "<pre data-lang='rust'>let x;</pre><pre><code class='hljs ruby'>puts 1</code></pre>"
                + "<div class='sourceCode'><pre class='sourceCode python'>print(1)</pre></div>",
            expected: """
                code(java): int a;
                code(go): x := 1
                code(rust): let x;
                code(ruby): puts 1
                code(python): print(1)
                """),
        Habit(
            why: "a listing set as a table, a line a row, is code",
            body: "<table class='highlight'><tr><td class='blob-num' data-line-number='1'></td>"
                + "<td class='blob-code'>let a</td></tr><tr><td class='blob-num'></td>"
                + "<td class='blob-code'>let b</td></tr></table>",
            expected: "code(): let a⏎let b"),
        Habit(
            why: "a table of one cell is a box",
            body:
                "<table width='100%'><tr><td><p>It says much about the sea, all of it in sentences.</p>"
                + "<p>And a second paragraph.</p></td></tr></table>",
            expected:
                "It says much about the sea, all of it in sentences.\nAnd a second paragraph."),
        Habit(
            why: "cells that span are as many as the columns they take",
            body: "<table><thead><tr><th rowspan=2>Port</th><th colspan=2>Height</th></tr>"
                + "<tr><th>low</th><th>high</th></tr></thead><tbody><tr><td>North</td><td>1.1</td><td>4.1</td></tr>"
                + "</tbody></table>",
            expected: "table(3): Port\tHeight\t⏎\tlow\thigh⏎North\t1.1\t4.1"),
        Habit(
            why: "AMP: adverts, buttons and menus are no text, slides and folds are",
            body: "<amp-ad width=300 height=250><div>Buy a watch</div></amp-ad><amp-carousel>"
                + "<amp-img src='/a.jpg' alt='Wall' width=800 height=600></amp-img>"
                + "<amp-img src='/b.jpg' alt='Boat' width=800 height=600></amp-img></amp-carousel>"
                + "<amp-social-share type='email'>Mail it</amp-social-share><amp-accordion><section>"
                + "<h4>How high?</h4><div>Four metres.</div></section></amp-accordion>",
            expected: """
                figure(https://news.example/a.jpg): [Wall] 
                figure(https://news.example/b.jpg): [Boat] 
                == How high?
                Four metres.
                """),
        Habit(
            why: "what bars the way is no text, whatever it is called",
            body: "<p><strong>To continue reading, subscribe today.</strong></p>"
                + "<p>Already have an account? <a href='/login'>Sign in</a></p>"
                + "<noscript>Please enable JavaScript to view this page.</noscript>"
                + "<p class='x'>You need to enable JavaScript to run this app.</p><p>It goes on.</p>",
            expected: "It goes on."),
        Habit(
            why: "a formula in a picture is what its text says, in its line",
            body: "<p>So <img class='latex' src='/l.png' alt='\\alpha^2 + 1'> holds, and "
                + "<img class='text-image' src='/t.png' alt='Boat' width=20 height=20>so on.</p>",
            expected: "So α² + 1 holds, and so on."),
        Habit(
            why: "readings of ideographs stand behind them in brackets",
            body:
                "<p>He wrote <ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby> on <ruby>壁<rt>かべ</rt></ruby>.</p>",
            expected: "He wrote 潮(しお) on 壁(かべ)."),
        Habit(
            why: "figures in a figure are one each",
            body: "<figure class='wp-block-gallery'><figure><img src='/b.jpg'></figure>"
                + "<figure><img src='/c.jpg'><figcaption>The second</figcaption></figure></figure>",
            expected:
                "figure(https://news.example/b.jpg): \nfigure(https://news.example/c.jpg): The second"
        ),
        Habit(
            why: "what stands under code and tables goes with them as a line",
            body:
                "<figure><pre><code>let a</code></pre><figcaption>Listing 1: a constant</figcaption></figure>",
            expected: "code(): let a\nListing 1: a constant"),
        Habit(
            why: "a large first letter is part of its word",
            body: "<p><span class='dropcap'>T</span>he harbour was full again.</p><p>&nbsp;</p>",
            expected: "The harbour was full again."),
        Habit(
            why: "the sign with which a header leads to itself is no part of it",
            body:
                "<h2 id='setup'>Setting up<a class='headerlink' href='#setup' title='Permalink'>¶</a></h2>"
                + "<p>Words of it.</p>", expected: "== Setting up\nWords of it."),
        Habit(
            why: "line breaks with a blank between them part paragraphs too",
            body: "<div>Loose text of the tide.<br/>&nbsp;<br/>Loose text of the wall.</div>",
            expected: "Loose text of the tide.\nLoose text of the wall."),
        Habit(
            why: "several terms share a definition, and one has several",
            body:
                "<dl><dt>Ebb</dt><dt>Low water</dt><dd>The water goes</dd><dd>and comes again</dd></dl>",
            expected: "Ebb\nLow water\n: The water goes\n: and comes again"),
        Habit(
            why: "what cannot be heard or seen leaves no words of excuse",
            body:
                "<video controls><source src='/v.mp4'>Your browser does not support the video tag.</video>"
                + "<audio src='/a.mp3'>Your browser does not support it.</audio><p>Behind it.</p>",
            expected: "Behind it."),
    ]
}
