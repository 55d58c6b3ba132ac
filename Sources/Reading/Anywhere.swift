import Drawing

extension State {
    /// Commands that mean the same on a page and on a list.
    mutating func performAnywhere(_ command: Command, count: Int?) -> [Effect] {
        let times = max(1, count ?? 1)
        switch command {
        case .help: mode = .picker(Picker.help(preferences.keymap))
        case .commandLine:
            mode = .prompt(Prompt(.command))
            // Tab completes their names.
            return preferences.themesAreAll ? [] : [.findThemes]
        case .find: mode = .prompt(Prompt(.command, input: LineInput("find ")))
        case .open: mode = .prompt(Prompt(.command, input: LineInput("open ")))
        case .nextTheme:
            return choose(.steps(times))
        // From what is seen, so that a narrow terminal does not swallow the first steps.
        case .widen:
            guard trail.page != nil else { return [] }
            let wanted = min(200, measure + 4 * times)
            return setMeasure(wanted)
        case .narrow:
            guard trail.page != nil else { return [] }
            return setMeasure(max(20, measure - 4 * times))
        case .defaultMeasure:
            chosenMeasure = nil
            say(Messages.measure(measure))
        case .pictures: return togglePictures()
        case .pictureSize: return changePictureSize()
        case .otherPart: return showOtherPart()
        case .report: return showReport()
        case .reload: return reloadCurrent()
        case .nextArticle: return goToArticle(times)
        case .previousArticle: return goToArticle(-times)
        default: break
        }
        return []
    }
}
