/// Every sentence for people: what happened, to what, what to do now.
package enum Messages {
    package static func keyTaken(_ key: String, from loser: String, by command: String) -> String {
        "The settings give \(key.keysText) to \(command), so \(loser) has lost it: give \(loser) other keys, or none ([])."
    }

    package static func browserFailed(_ reason: String) -> String {
        "The browser could not be started: \(reason). Name one in $BROWSER."
    }
}
