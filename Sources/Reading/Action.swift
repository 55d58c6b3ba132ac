import Chat
import Drawing
import LecternCore

/// Names one piece of work in flight, so that late results of cancelled work are dropped.
package struct Token: Hashable, Sendable {
    package let number: Int
    package init(_ number: Int) { self.number = number }
}

/// What happened.
package enum Action: Equatable, Sendable {
    case event(Event)
    /// How far a fetch has come: bytes so far, and in all where the server said.
    case loaded(Token, bytes: Int, of: Int?)
    /// How what is about to come under this token was read.
    case examined(Token, Report)
    /// What was written is an address, as there is no such file.
    case isAddress(Token, Address)
    /// The beginning of a long text, of so many bytes in all; the whole follows as `opened`.
    case glimpsed(Token, Article, bytes: Int)
    /// What is known of the whole of a long text, which follows as `opened`.
    case surveyed(Token, Bearings)
    /// A fetch ended.
    case opened(Token, Result<Material, OpenError>)
    /// A picture was made ready, or cannot be shown.
    case pictured(Token, Result<Picture, PictureProblem>)
    /// A chatbot said something.
    case replied(Token, Reply)
    /// The chatbots found on this machine and named in the settings, best first, the extract last.
    case foundChatbots([ChatbotCard])
    /// What was kept about the article of that key, oldest first.
    case recalled(String, [RecalledExchange])
    /// Lines typed in earlier runs, by the sign of their kind, oldest first.
    case recalledHistory([Character: [String]])
    /// The files and folders whose paths begin like this one; folders end in a slash.
    case foundPaths(String, [String])
    /// A file was written, or was not, and why.
    case wrote(String, problem: String?)
    /// Something that the reader should know, in a sentence.
    case warned(String)
    /// Every theme there is, in the order `T` goes through them.
    case foundThemes([Theme])
    /// The theme that `loadTheme` named.
    case loadedTheme(Theme)
    /// The settings or the theme were saved while the reader runs; `losses` are keys that other commands have lost to
    /// them, a sentence each.
    case changedSettings(Preferences, losses: [String])
    /// They were changed and cannot be used, in a sentence: what held goes on to hold.
    case refusedSettings(String)
    /// A second has passed while `State.isWaiting`.
    case ticked
    /// Nothing else waits while `State.isSearching` or `State.canPrepare`.
    case idled
    /// The browser could not be started.
    case browserFailed(String)
}

/// Orders to the hands.
package enum Effect: Equatable, Sendable {
    /// Fetch and read; ends in `.opened` under the token.
    case open(Token, Source)
    /// Open a file, or the address where there is no such file; says which by `.isAddress`, and ends as `open` does.
    case openEither(Token, file: String, Address)
    /// Read a source again, another part of it; ends as `open` does.
    case openPart(Token, Source, PagePart)
    /// Ask; ends in `.replied(_, .finished)` or `.failed` under the token.
    case ask(Token, Question, ChatbotCard)
    /// Fetch a picture and make it ready for the screen; ends in `.pictured` under the token.
    case picture(Token, PictureOrder)
    /// Ask the terminal whether it shows pixels; ends in `.event(.showsPixels)`, or in nothing.
    case askForPixels
    /// Give the terminal a picture to keep under a number, to be shown in so many cells; forget it.
    case sendPicture(PictureNumber, PicturePixels, Size)
    case forgetPicture(PictureNumber)
    /// Drop a fetch, a picture or an answer: nothing more comes under the token.
    case cancel(Token)
    /// Look for chatbots; ends in `.foundChatbots`.
    case findChatbots
    /// Read every theme; ends in `.foundThemes`.
    case findThemes
    /// Read one theme by its name; ends in `.loadedTheme`, or in `.refusedSettings`.
    case loadTheme(String)
    /// End the reasoning of an answer in flight: its words are wanted now.
    case answerNow(Token)
    /// Look for what was kept about an article; ends in `.recalled`.
    case recall(Article)
    /// Keep what was said about the article of that key, in place of what was kept.
    case keep([KeptExchange], key: String)
    /// Look for lines typed in earlier runs; ends in `.recalledHistory`.
    case recallHistory
    /// Keep a line that was typed, under the sign of its kind.
    case keepLine(String, sign: Character)
    /// Look for the paths that begin like this one; ends in `.foundPaths`.
    case findPaths(String)
    /// Write a new file; ends in `.wrote`.
    case write(String, to: String)
    /// Show in the browser.
    case browse(Address)
    /// Put into the clipboard by OSC 52.
    case copy(String)
    case quit
}

/// Why a source could not be opened. Facts; the sentences are in `Messages.swift`.
package enum OpenError: Error, Equatable, Sendable {
    case notFound(String)
    case notPermitted(String)
    case isDirectoryEmpty(String)
    case unreadable(String, reason: String)
    case badAddress(String)
    case unknownHost(String)
    case unreachable(String, reason: String)
    case timedOut(String)
    case tooManyRedirects(String)
    case refusedRedirect(String)
    case status(Int, String)
    case insecure(String, reason: String)
    case tooLarge(String, limit: Int)
    /// Not an article: a PDF, a picture, an archive; its media type or kind in words.
    case notAnArticle(String, kind: String)
    case damaged(String, kind: String)
    case empty(String)
    case cancelled
}
