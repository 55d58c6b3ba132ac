/// Every sentence for people: what happened, to what, what to do now.
package enum Messages {
    package static func browserFailed(_ reason: String) -> String {
        "The browser could not be started: \(reason). Name one in $BROWSER."
    }
}
