import ArgumentParser

/// The completion scripts: what the argument parser writes for the commands, and what it does not know, that
/// `lectern SOURCE` is `lectern read SOURCE`.
enum ShellCompletions {
    static func text(for shell: CompletionShell) -> String {
        var script = Lectern.completionScript(for: shell)
        switch shell {
        case .bash:
            script = replace("\n_lectern() {", by: bash + "\n__lectern_commands() {", in: script)
        case .zsh:
            script = replace("\n_lectern() {", by: zsh + "\n__lectern_commands() {", in: script)
        default:
            script = replace(
                #"'__lectern_should_offer_completions_for_positional "lectern" -eq 1'"#,
                by: "__lectern_is_first_word", in: script)
            script += fish
        }
        return script.hasSuffix("\n") ? script : script + "\n"
    }

    private static func replace(_ part: String, by other: String, in text: String) -> String {
        text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }

    /// What the shells run for the names of the themes.
    static let themes = "lectern write themes"

    /// The names of the commands that help shows, in its order.
    private static var commands: String {
        (Lectern.configuration.subcommands.filter { $0.configuration.shouldDisplay }
            .map { $0._commandName } + ["help"]).joined(separator: " ")
    }

    private static var bash: String {
        """

        # The command comes first; without one, `lectern SOURCE` is `lectern read SOURCE`.
        _lectern() {
            local -r commands='\(commands)'
            local -i index
            for ((index = 1; index < COMP_CWORD; index++)); do
                [[ " ${commands} " = *" ${COMP_WORDS[index]} "* ]] && break
            done
            COMPREPLY=()
            if [[ "${index}" -lt "${COMP_CWORD}" ]]; then
                COMP_WORDS=("${COMP_WORDS[0]}" "${COMP_WORDS[index]}" "${COMP_WORDS[@]:1:index-1}" "${COMP_WORDS[@]:index+1}")
            else
                [[ "${COMP_CWORD}" -eq 1 && "${2}" != -* ]] && COMPREPLY=($(compgen -W "${commands}" -- "${2}"))
                COMP_WORDS=("${COMP_WORDS[0]}" read "${COMP_WORDS[@]:1}")
                COMP_CWORD=$((COMP_CWORD + 1))
            fi
            __lectern_commands "${@}"
        }

        """
    }

    private static var zsh: String {
        """

        # The command comes first; without one, `lectern SOURCE` is `lectern read SOURCE`.
        _lectern() {
            local -a names=(\(commands))
            local -i index="${words[(I)(${(j:|:)names})]}"
            if (( index > 1 && index < CURRENT )); then
                words=("${words[1]}" "${words[index]}" "${(@)words[2,index-1]}" "${(@)words[index+1,-1]}")
            else
                (( CURRENT == 2 )) && __lectern_commands "${@}"
                words=("${words[1]}" read "${(@)words[2,-1]}")
                (( CURRENT++ ))
            fi
            __lectern_commands "${@}"
        }

        """
    }

    private static var fish: String {
        """

        # The command comes first; without one, `lectern SOURCE` is `lectern read SOURCE`.
        functions -q __lectern_typed_tokens; or functions -c __lectern_tokens __lectern_typed_tokens
        function __lectern_tokens
            set -l tokens (__lectern_typed_tokens $argv)
            if test "$argv" = -pc
                set -l command read
                for index in (seq 2 (count $tokens))
                    if contains -- $tokens[$index] \(commands)
                        set command $tokens[$index]
                        set -e tokens[$index]
                        break
                    end
                end
                set tokens $tokens[1] $command $tokens[2..]
            end
            printf '%s\\n' $tokens
        end
        function __lectern_is_first_word
            test (count (__lectern_typed_tokens -pc)) -eq 1
        end
        """
    }
}
