/// The table of languages whose code is told by its looks. Words are parted by blanks; `Grammar` reads the traits.
enum Languages {
    struct Entry {
        /// The names it goes by in lower case, file endings included.
        var names: String
        var traits: String
        var keywords: String
        var types = ""
    }

    static let all: [Entry] = [
        Entry(
            names: "swift", traits: "c-comments nested double triple-double capitals",
            keywords: """
                actor any as associatedtype async await break case catch class continue default defer deinit do \
                else enum extension fallthrough false fileprivate final for func get guard if import in indirect \
                init inout internal is isolated lazy let mutating nil nonisolated nonmutating open operator \
                override package precedencegroup private protocol public repeat rethrows return self set some \
                static struct subscript super switch throw throws true try typealias unowned var weak where while
                """),
        Entry(
            names: "c h cpp c++ cc cxx hpp objc objective-c arduino",
            traits: "c-comments double single",
            keywords: """
                alignas asm auto break case catch class const const_cast constexpr continue co_await co_return \
                default define delete do dynamic_cast else endif enum explicit export extern false for friend goto \
                if ifdef ifndef include inline mutable namespace new noexcept nullptr NULL operator pragma private \
                protected public register reinterpret_cast restrict return sizeof static static_assert static_cast \
                struct switch template this throw true try typedef typename undef union using virtual volatile while
                """,
            types: """
                bool char char8_t char16_t char32_t double float int int8_t int16_t int32_t int64_t long short \
                signed size_t ssize_t string uint8_t uint16_t uint32_t uint64_t unsigned void wchar_t vector map FILE
                """),
        Entry(
            names: "java", traits: "c-comments double triple-double single capitals",
            keywords: """
                abstract assert break case catch class const continue default do else enum extends false final \
                finally for goto if implements import instanceof interface native new null package permits private \
                protected public record return sealed static strictfp super switch synchronized this throw throws \
                transient true try var volatile while yield
                """,
            types: "boolean byte char double float int long short void"),
        Entry(
            names: "kotlin kt kts",
            traits: "c-comments nested double triple-double single capitals",
            keywords: """
                abstract as break by catch class companion const constructor continue data do else enum false \
                final finally for fun get if import in infix init inline interface internal is lateinit null object \
                open operator out override package private protected public return sealed set super suspend this \
                throw true try typealias val var vararg when where while
                """),
        Entry(
            names: "csharp cs c# dotnet", traits: "c-comments double triple-double single capitals",
            keywords: """
                abstract as async await base break case catch checked class const continue default delegate do \
                else enum event explicit extern false finally fixed for foreach get goto if implicit in init \
                interface internal is lock nameof namespace new null operator out override params partial private \
                protected public readonly record ref return sealed set sizeof stackalloc static struct switch this \
                throw true try typeof unchecked unsafe using var virtual volatile when where while with yield
                """,
            types:
                "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort void"
        ),
        Entry(
            names: "javascript js jsx mjs cjs node typescript ts tsx",
            traits: "c-comments double single backtick capitals",
            keywords: """
                abstract as async await break case catch class const continue debugger declare default delete do \
                else enum export extends false finally for from function get if implements import in instanceof \
                interface keyof let namespace new null of private protected public readonly return satisfies set \
                static super switch this throw true try type typeof undefined var void while with yield
                """,
            types: "any bigint boolean never number object string symbol unknown"),
        Entry(
            names: "python py python3 pycon ipython",
            traits: "hash double single triple-double triple-single capitals",
            keywords: """
                and as assert async await break case class continue def del elif else except False finally for \
                from global if import in is lambda match None nonlocal not or pass raise return self True try while \
                with yield
                """,
            types: "bool bytes dict float frozenset int list object set str tuple"),
        Entry(
            names: "ruby rb irb", traits: "hash double single capitals",
            keywords: """
                alias and begin break case class def defined do else elsif end ensure extend false for if in \
                include module next nil not or private protected public raise redo require rescue retry return self \
                super then true undef unless until when while yield attr_accessor attr_reader
                """),
        Entry(
            names: "go golang", traits: "c-comments double single raw-backtick",
            keywords: """
                break case chan const continue default defer else fallthrough false for func go goto if import \
                interface iota map nil package range return select struct switch true type var
                """,
            types: """
                any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string \
                uint uint8 uint16 uint32 uint64 uintptr
                """),
        Entry(
            names: "rust rs", traits: "c-comments nested long-double capitals",
            keywords: """
                as async await break const continue crate dyn else enum extern false fn for if impl in let loop \
                match mod move mut pub ref return self Self static struct super trait true type union unsafe use \
                where while
                """,
            types: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize"),
        Entry(
            names: "php", traits: "c-comments hash double single capitals",
            keywords: """
                abstract and array as break callable case catch class clone const continue declare default do echo \
                else elseif enum extends false final finally fn for foreach function global if implements include \
                include_once instanceof interface isset list match namespace new null or print private protected \
                public readonly require require_once return self static switch this throw trait true try unset use \
                var while yield
                """,
            types: "bool float int iterable mixed never object string void"),
        Entry(
            names: "bash sh shell zsh ksh console shell-session fish",
            traits: "hash double raw-single dashed-names",
            keywords: """
                alias break case cd continue declare do done echo elif else esac eval exec exit export fi for \
                function if in local printf read readonly return select set shift source sudo test then trap unset \
                until while
                """),
        Entry(
            names: "sql mysql postgresql postgres plsql sqlite",
            traits: "dashes slash-stars sql-single double any-case",
            keywords: """
                add all alter and as asc begin between by case check column commit constraint create cross database \
                default delete desc distinct drop else end exists explain false foreign from full group having if in \
                index inner insert into is join key left like limit not null offset on or order outer over partition \
                primary references returning right rollback select set table then transaction trigger true union \
                unique update using values view when where with
                """,
            types: """
                bigint blob boolean char date decimal double float int integer json jsonb numeric real serial \
                smallint text time timestamp uuid varchar
                """),
        Entry(
            names: "html htm xml svg xhtml rss vue plist xslt",
            traits: "html-comments markup double single", keywords: ""),
        Entry(
            names: "css scss sass less", traits: "c-comments double single dashed-names keys",
            keywords:
                "charset else extend font-face if import include keyframes media mixin supports"),
        Entry(names: "json jsonc json5", traits: "c-comments double", keywords: "true false null"),
        Entry(
            names: "yaml yml", traits: "hash double sql-single dashed-names keys",
            keywords: "true false null yes no on off"),
        Entry(
            names: "toml ini cfg conf properties",
            traits: "hash semicolon double triple-double raw-single triple-single dashed-names",
            keywords: "true false"),
        Entry(
            names: "lua", traits: "dashes lua-long double single",
            keywords: """
                and break do else elseif end false for function goto if in local nil not or repeat return then true \
                until while
                """),
        Entry(
            names: "perl pl pm", traits: "hash double single",
            keywords: """
                and cmp die do else elsif eq foreach for ge gt if last le local lt my ne next no not or our package \
                print push return say shift sub undef unless until use while
                """),
        Entry(
            names: "r rlang", traits: "hash double single",
            keywords: """
                break else FALSE for function if in Inf library NA NaN next NULL repeat require return TRUE while
                """),
        Entry(
            names: "haskell hs", traits: "dashes brace-dashes nested double capitals",
            keywords: """
                as case class data default deriving do else family forall foreign hiding if import in infix infixl \
                infixr instance let module newtype of qualified then type where
                """),
        Entry(
            names: "scala sc", traits: "c-comments nested double triple-double capitals",
            keywords: """
                abstract case catch class def do else enum export extends extension false final finally for given \
                if implicit import lazy match new null object override package private protected return sealed super \
                then this throw trait true try type using val var while with yield
                """),
        Entry(
            names: "elixir ex exs erlang erl", traits: "hash percent double triple-double capitals",
            keywords: """
                after alias and case catch cond def defmodule defp defstruct do else end false fn for if import in \
                nil not or quote raise receive rescue require true try unless use when with
                """),
        Entry(
            names: "dart", traits: "c-comments double single triple-double triple-single capitals",
            keywords: """
                abstract as assert async await break case catch class const continue default do else enum export \
                extends extension external factory false final finally for get if implements import in is late \
                library mixin new null on operator part required rethrow return sealed set static super switch this \
                throw true try typedef var while with yield
                """,
            types: "bool double dynamic int num void"),
        Entry(
            names: "dockerfile docker makefile make cmake", traits: "hash double single any-case",
            keywords: """
                add arg cmd copy else endif endef define entrypoint env expose export from function healthcheck if \
                ifdef ifeq ifndef ifneq include label override run set shell user volume workdir
                """),
        Entry(names: "diff patch", traits: "diff", keywords: ""),
    ]
}
