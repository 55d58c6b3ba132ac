# Lectern. On a fresh Debian machine that has Swift, `make run` is all it takes.
#
#   make run [ARGS=…]   install what is missing, build, and read: the handbook, or ARGS (an address, a file, a command)
#   make test           everything: engines, screens, the program in a terminal, a real chatbot
#   make lint           format, lengths, walls between targets, generated tables, warnings as errors
#   make build          a debug build            make release   .build/release/lectern
#   make install        to PREFIX (/usr/local)   make uninstall
#   make chatbot        serve a small chatbot on this machine, to try the pane with
#   make docs           write the key tables, the manual page and the shells' completions
#   make demo           take the README's pictures of the screen
#   make bench [PAGES=] the speed of extractor and extract, and of the terminal beside less, w3m and bare ncurses
#   make weights PAGES= learns the weights of the extract from the pages that Benchmarks/weights-pages.txt names
#   make fuzz [SECONDS=1800] [SEED=] [PAGES=]   the extractor on what libFuzzer makes of pages and feeds
#   make clean          forget everything built

PREFIX ?= /usr/local
ARGS ?=
BINARY := .build/release/lectern
# Kept by `make clean`: it is made of downloads, not of sources.
CHATBOT := .build-chatbot

# What Swift needs to build anything, what the program is built of, what its tests need (Debian names).
SWIFT_PACKAGES := ca-certificates git binutils libc6-dev libstdc++-12-dev libsqlite3-0 pkg-config
PACKAGES := $(SWIFT_PACKAGES) ncurses-term libncurses-dev libgumbo-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libxml2-dev libcurl4-openssl-dev libuchardet-dev libcld2-0 libstemmer0d \
	zlib1g-dev
TEST_PACKAGES := unicode-data libgdk-pixbuf-2.0-0 libchafa0 librsvg2-common webp-pixbuf-loader libfribidi0 libhyphen0 \
	hyphen-en-us hyphen-fr hyphen-de procps tmux python3 python3-venv man-db
CHATBOT_PACKAGES := python3 python3-venv
BENCH_PACKAGES := python3 less w3m

# One set of flags for lint and tests, so that nothing is built twice.
CHECKED := --build-tests --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors
# The libraries that every start needs go into the binary, which is not made to be moved about in memory either: finding,
# mapping and relocating them all takes as long as setting the first page. A folder with their archives alone comes
# first on the linker's way; one that is not installed is linked as usual.
STATIC := .build/static
ARCHIVES := gumbo cmark-gfm cmark-gfm-extensions ncursesw tinfo uchardet z
RELEASE := -c release --static-swift-stdlib --product lectern -Xlinker -L$(CURDIR)/$(STATIC) \
	-Xswiftc -Xclang-linker -Xswiftc -no-pie -Xswiftc -Xclang-linker -Xswiftc -static-libgcc

.PHONY: run test test-ready test-command lint build release install uninstall clean chatbot docs demo bench weights fuzz
.PHONY: packages archives test-packages bench-packages chatbot-packages chatbot-ready toolchain

run: release
	@exec $(BINARY) $(ARGS)

release: packages toolchain archives
	@test -x $(BINARY) || echo 'Building Lectern: the first time takes a few minutes.' >&2
	@swift build $(RELEASE) </dev/null >&2

archives:
	@mkdir -p $(STATIC)
	@for library in $(ARCHIVES); do archive=/usr/lib/$$(uname -m)-linux-gnu/lib$$library.a; \
	test ! -f $$archive || ln -sf $$archive $(STATIC)/; done
	@for archive in /usr/lib/gcc/$$(uname -m)-linux-gnu/*/libstdc++.a; do \
	test ! -f $$archive || ln -sf $$archive $(STATIC)/; done

build: packages toolchain
	swift build $(CHECKED)

# CI wants the test runner's own words and exit status last, so it asks for the command and runs it itself.
test: test-ready
	@exec sh -c "$$($(MAKE) --silent --no-print-directory test-command)"

test-ready: test-packages chatbot-ready release
	swift build $(CHECKED)

# Few tests at a time: those that time something must not wait for a thousand others to begin.
test-command:
	@echo 'SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 LECTERN_BINARY="$(CURDIR)/$(BINARY)" LECTERN_CHATBOT_VENV="$(CURDIR)/$(CHATBOT)" \
	swift test --disable-xctest $(filter-out --build-tests,$(CHECKED))'

lint: packages toolchain
	swift format lint --strict --parallel --recursive Sources Tests Themes Fuzzing Benchmarks Package.swift
	@echo 'Lengths: no Swift file over 500 lines'
	@find Sources Tests Themes Fuzzing Benchmarks Package.swift -name '*.swift' -exec wc -l {} + | \
	awk '$$2 != "total" && $$1 > 500 { print $$2 ": " $$1 " lines"; bad = 1 } END { exit bad }'
	swift build $(CHECKED)
	@echo 'Key tables, manual page, completions: as the program writes them'
	@$(MAKE) --silent --no-print-directory docs OUTPUT=.build/docs
	@for page in $(DOCS) $(WRITTEN); do diff -u $$page .build/docs/$$page || \
	{ echo "$$page is old: run make docs" >&2; exit 1; }; done

# The pages with a table between `<!-- keys -->` and `<!-- /keys -->`: the handbook has all of it, by group
# and with the commands' names; the README two commands a line.
DOCS := README.md Sources/Handbook/Articles/keys.md
# What the program writes from end to end.
MANUAL := Documentation/lectern.1
COMPLETIONS := Documentation/completions
WRITTEN := $(MANUAL) $(COMPLETIONS)/lectern.bash $(COMPLETIONS)/_lectern $(COMPLETIONS)/lectern.fish
OUTPUT := .
docs: build
	@.build/debug/lectern keys --markdown >.build/all-keys.md
	@awk -F ' [|] ' 'BEGIN { print "| keys | do | keys | do |"; print "|---|---|---|---|" } \
	/^[|] `/ { keys[++n] = substr($$1, 3); does[n] = $$2 } \
	END { half = int((n + 1) / 2); for (i = 1; i <= half; i++) \
	print "| " keys[i] " | " does[i] " | " keys[i + half] " | " does[i + half] " |" }' \
	.build/all-keys.md >.build/short-keys.md
	@for page in $(DOCS); do \
	case $$page in README.md) table=.build/short-keys.md ;; *) table=.build/all-keys.md ;; esac; \
	mkdir -p $(OUTPUT)/$$(dirname $$page) && \
	awk -v table=$$table '/<!-- \/keys -->/ { inside = 0 } !inside; /<!-- keys -->/ { inside = 1; \
	while ((getline line < table) > 0) print line }' $$page >.build/page.md && \
	mv .build/page.md $(OUTPUT)/$$page || exit 1; done
	@mkdir -p $(OUTPUT)/$(COMPLETIONS)
	@for page in $(WRITTEN); do case $$page in *.1) what=manual ;; *.bash) what=bash ;; *.fish) what=fish ;; \
	*) what=zsh ;; esac; .build/debug/lectern write $$what >$(OUTPUT)/$$page || exit 1; done

demo: release test-packages
	python3 Documentation/screens.py $(BINARY) Documentation/screens

SHARE = $(DESTDIR)$(PREFIX)/share
# Under sudo nothing is built, so that no file in the checkout ends up as root's.
install:
	@test -n "$$SUDO_USER" -a -x $(BINARY) || $(MAKE) --no-print-directory release
	install -D -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/lectern
	install -D -m 644 $(MANUAL) $(SHARE)/man/man1/lectern.1
	install -D -m 644 $(COMPLETIONS)/lectern.bash $(SHARE)/bash-completion/completions/lectern
	install -D -m 644 $(COMPLETIONS)/_lectern $(SHARE)/zsh/site-functions/_lectern
	install -D -m 644 $(COMPLETIONS)/lectern.fish $(SHARE)/fish/vendor_completions.d/lectern.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/lectern $(SHARE)/man/man1/lectern.1 \
	$(SHARE)/bash-completion/completions/lectern $(SHARE)/zsh/site-functions/_lectern \
	$(SHARE)/fish/vendor_completions.d/lectern.fish

clean:
	rm -rf .build $(FUZZING)

SECONDS ?= 1800
SEED ?=
PAGES ?=
BENCH := swift build -c release --product bench </dev/null >&2 && .build/release/bench
bench: bench-packages release
	$(BENCH) linear
	.build/release/bench extract
	@test -z '$(PAGES)' || .build/release/bench pages '$(PAGES)'
	@python3 Benchmarks/terminal.py $(BINARY) --large
	@python3 Benchmarks/pane.py $(BINARY)

# The weights of the built-in extract, learned anew from the pages of two public sets, which PAGES has.
weights: packages toolchain
	$(BENCH) train '$(PAGES)' Benchmarks/weights-pages.txt > .build/SummaryWeights.swift
	mv .build/SummaryWeights.swift Sources/Chat/SummaryWeights.swift

# libFuzzer and AddressSanitizer come with Swift. Only Swift code is led by what it reaches; what was found is kept.
FUZZING := .build-fuzz
FUZZER := swift build -c release --product fuzz --scratch-path $(FUZZING) --sanitize address -Xswiftc \
	-sanitize-coverage=edge,indirect-calls,trace-cmp,inline-8bit-counters,pc-table -Xlinker -lstdc++
fuzz: packages toolchain
	@runtime=$$(find $$(dirname $$(dirname $$(realpath $$(command -v swift))))/lib/ \
	-name "libclang_rt.fuzzer_no_main-$$(uname -m).a" | head -n 1) && \
	$(FUZZER) -Xlinker --whole-archive -Xlinker $$runtime -Xlinker --no-whole-archive </dev/null >&2
	@mkdir -p $(FUZZING)/seeds $(FUZZING)/found $(FUZZING)/faults && \
	$(FUZZING)/release/fuzz seeds $(FUZZING)/seeds $(PAGES) && \
	SWIFT_BACKTRACE=enable=no nice -n 10 $(FUZZING)/release/fuzz -dict=Fuzzing/markup.dict -max_len=16384 \
	-max_total_time=$(SECONDS) -seed=$(or $(SEED),$$(date +%s)) -timeout=20 -rss_limit_mb=4096 -detect_leaks=0 \
	-artifact_prefix=$(FUZZING)/faults/ -print_final_stats=1 $(FUZZING)/found $(FUZZING)/seeds </dev/null \
	>$(FUZZING)/log 2>&1; status=$$?; tail -n 20 $(FUZZING)/log; exit $$status

chatbot: chatbot-ready
	@port=$$(python3 -c 'import socket; print(next(p for p in range(8080, 8180) \
	if socket.socket().connect_ex(("127.0.0.1", p))))') && \
	echo "A small chatbot will answer at http://127.0.0.1:$$port until you press Ctrl-C." && \
	echo "In another terminal: make run ARGS='--chat-url http://127.0.0.1:$$port', then press s." && \
	exec $(CHATBOT)/bin/python Tests/Servers/chatbot.py --port $$port

chatbot-ready: chatbot-packages
	@sh Tests/Servers/setup-chatbot.sh $(CHATBOT)

# $(call need,LIST): installs what is missing of it, and is silent when nothing is.
define need
@command -v dpkg-query >/dev/null || { \
echo 'This is no Debian system: see that you have what corresponds to $(1).' >&2; exit 0; }; \
missing=; for name in $(1); do \
case "$$(dpkg-query -W -f='$${db:Status-Status} ' $$name 2>/dev/null)" in \
*installed*) ;; *) missing="$$missing $$name" ;; esac; done; \
test -z "$$missing" && exit 0; \
echo "Installing what is missing:$$missing" >&2; \
sudo=; test "$$(id -u)" = 0 || sudo=sudo; \
export DEBIAN_FRONTEND=noninteractive; \
{ $$sudo apt-get -o DPkg::Lock::Timeout=600 update -q && \
$$sudo apt-get -o DPkg::Lock::Timeout=600 install -q -y --no-install-recommends $$missing; } </dev/null >&2 || \
{ echo "Could not install$$missing: install them by hand, then run make again." >&2; exit 1; }
endef

packages:
	$(call need,$(PACKAGES))

test-packages: packages
	$(call need,$(TEST_PACKAGES))

bench-packages: packages
	$(call need,$(BENCH_PACKAGES))

chatbot-packages:
	$(call need,$(CHATBOT_PACKAGES))

toolchain:
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1); \
	case "$$version" in '' | [0-5].* | 6.0 | 6.0.*) \
	echo "Lectern needs Swift 6.1 or newer and found $${version:-none}: get it from https://www.swift.org/install/linux/, put its usr/bin into PATH, and run make again." >&2; \
	exit 1 ;; esac
