/// The language of a text as a BCP 47 tag, such as `fr`; nil when not sure.
package func detectLanguage(_ text: String) -> String? { nil }
