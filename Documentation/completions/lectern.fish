function __lectern_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __lectern_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __lectern_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __lectern_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __lectern_parse_tokens -S
    set -l unparsed_tokens (__lectern_tokens -pc)
    switch $unparsed_tokens[1]
    case 'lectern'
        __lectern_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'read'
            __lectern_parse_subcommand -r 1 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'version' 'h/help'
        case 'show'
            __lectern_parse_subcommand 1 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'format=' 'width=' 'color=' 'whole' 'version' 'h/help'
        case 'summarize'
            __lectern_parse_subcommand 1 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'format=' 'length=' 'version' 'h/help'
        case 'ask'
            __lectern_parse_subcommand 2 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'format=' 'version' 'h/help'
        case 'check'
            __lectern_parse_subcommand 2 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'format=' 'strict' 'version' 'h/help'
        case 'chatbots'
            __lectern_parse_subcommand 0 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'format=' 'version' 'h/help'
        case 'themes'
            __lectern_parse_subcommand -r 2 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'color=' 'version' 'h/help'
        case 'keys'
            __lectern_parse_subcommand 0 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'markdown' 'version' 'h/help'
        case 'config'
            __lectern_parse_subcommand 0 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'init' 'version' 'h/help'
        case 'doctor'
            __lectern_parse_subcommand 1 'config=' 'theme=' 'chatbot=' 'chat-url=' 'model=' 'language=' 'base=' 'version' 'h/help'
        case 'help'
            __lectern_parse_subcommand -r 1 'version'
        end
    end
end

function __lectern_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __lectern_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __lectern_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __lectern_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__lectern_tokens -p)
    if test -z "$(__lectern_tokens -t)"
        set -l index (count (__lectern_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'lectern' -f
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'read' -d 'Read in the terminal: what `lectern SOURCE` does.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'show' -d 'Write the article to standard output.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'summarize' -d 'Write a summary to standard output, each sentence with the paragraphs it rests on.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'ask' -d 'Ask about an article; the answer goes to standard output.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'check' -d 'Check a text with [n] citations against the article it is about.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'chatbots' -d 'List the chatbots found: where they are, which model, which window, loaded or cold.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'themes' -d 'List the themes, show one in its colours, or check theme files.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'keys' -d 'List the keys, the names that settings and the : line use, and what they do.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'config' -d 'Show the effective settings and where each comes from, or write a first file.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'doctor' -d 'Tell what the terminal can do and who answers, or how a source was read.'
complete -c 'lectern' -n __lectern_is_first_word -fa 'help' -d 'Show subcommand help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern read" -ge 1' -F
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern read" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern show" -eq 1' -F
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" format' -l 'format' -d 'The form of the output.' -rfka 'text markdown html json'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" width' -l 'width' -d 'Columns of the text, 20 to 1000; the terminal\'s, at most 80, by default.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" color' -l 'color' -d 'Bold, italics and underlines in the text.' -rfka 'auto always never'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" whole' -l 'whole' -d 'Everything that the page shows, menus and all.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern summarize" -eq 1' -F
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" format' -l 'format' -d 'The form of the output.' -rfka 'text markdown json'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" length' -l 'length' -d 'short, medium, long, or a number of words from 10 to 1000.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern summarize" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern ask" -eq 1' -F
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" format' -l 'format' -d 'The form of the output.' -rfka 'text markdown json'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern ask" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" format' -l 'format' -d 'The form of the output.' -rfka 'text json'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" strict' -l 'strict' -d 'End with 1 unless every sentence is traced.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" format' -l 'format' -d 'The form of the output.' -rfka 'text json'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern chatbots" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern themes" -eq 1' -fka '(lectern write themes; echo check)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern themes" -ge 2' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" color' -l 'color' -d 'Colours in the preview.' -rfka 'auto always never'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern themes" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" markdown' -l 'markdown' -d 'As a Markdown table.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern keys" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" init' -l 'init' -d 'Write a settings file with everything commented out.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" config' -l 'config' -d 'Read the settings from this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" theme' -l 'theme' -d 'The theme: a name, or a file ending in .toml.' -rfka '(lectern write themes)'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" chatbot' -l 'chatbot' -d 'Who answers: part of a chatbot\'s name, `extract` for the built-in extract, `none` for nobody.' -rfka 'extract none'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" chat-url' -l 'chat-url' -d 'Address of an Ollama or OpenAI-compatible server.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" model' -l 'model' -d 'The model to ask for.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" language' -l 'language' -d 'Language of the answers, and of articles that do not say theirs: fr, pt-BR.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" base' -l 'base' -d 'The address that a file or standard input came from.' -rfka ''
complete -c 'lectern' -n '__lectern_should_offer_completions_for_positional "lectern doctor" -eq 1' -F
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" version' -l 'version' -d 'Show the version.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'lectern' -n '__lectern_should_offer_completions_for_flags_or_options "lectern help" version' -l 'version' -d 'Show the version.'
# The command comes first; without one, `lectern SOURCE` is `lectern read SOURCE`.
functions -q __lectern_typed_tokens; or functions -c __lectern_tokens __lectern_typed_tokens
function __lectern_tokens
    set -l tokens (__lectern_typed_tokens $argv)
    if test "$argv" = -pc
        set -l command read
        for index in (seq 2 (count $tokens))
            if contains -- $tokens[$index] read show summarize ask check chatbots themes keys config doctor help
                set command $tokens[$index]
                set -e tokens[$index]
                break
            end
        end
        set tokens $tokens[1] $command $tokens[2..]
    end
    printf '%s\n' $tokens
end
function __lectern_is_first_word
    test (count (__lectern_typed_tokens -pc)) -eq 1
end
