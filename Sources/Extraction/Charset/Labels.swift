/// The WHATWG name of a label as found in headers and pages (https://encoding.spec.whatwg.org/#names-and-labels);
/// nil for an unknown one, and for UTF-7, which must never be honoured.
func charsetName(ofLabel label: String) -> String? {
    // What nearly every page says needs no table.
    if label == "utf-8" || label == "UTF-8" { return "utf-8" }
    let label = label.lowercased().filter { !$0.isWhitespace }
    if let name = aliases[label] { return name }
    return names.contains(label) ? label : nil
}

/// The name that glibc's iconv knows a WHATWG set by.
func iconvName(_ name: String) -> String {
    switch name {
    case "windows-1252": "CP1252"
    case "windows-874": "CP874"
    case "shift_jis": "CP932"
    case "gbk", "gb18030": "GB18030"
    case "big5": "BIG5-HKSCS"
    case "euc-kr": "CP949"
    case "x-mac-cyrillic": "MAC-CYRILLIC"
    case "macintosh": "MACINTOSH"
    case "iso-8859-8-i": "ISO-8859-8"
    case "utf-16le": "UTF-16LE"
    case "utf-16be": "UTF-16BE"
    default: name.uppercased()
    }
}

private let names: Set<String> = [
    "utf-8", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6",
    "iso-8859-7", "iso-8859-8", "iso-8859-8-i", "iso-8859-10", "iso-8859-13", "iso-8859-14",
    "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "macintosh", "windows-874", "windows-1250",
    "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
    "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp",
    "iso-2022-jp", "shift_jis", "euc-kr", "utf-16be", "utf-16le",
]

private let aliases: [String: String] = [
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "x-unicode20utf8": "utf-8",
    "latin1": "windows-1252", "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252",
    "iso88591": "windows-1252", "iso_8859-1": "windows-1252", "l1": "windows-1252",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "ansi_x3.4-1968": "windows-1252",
    "cp1252": "windows-1252", "x-cp1252": "windows-1252", "cp819": "windows-1252",
    "ibm819": "windows-1252", "iso-ir-100": "windows-1252", "ansi": "windows-1252",
    "latin2": "iso-8859-2", "l2": "iso-8859-2", "iso8859-2": "iso-8859-2", "iso88592": "iso-8859-2",
    "iso_8859-2": "iso-8859-2", "latin3": "iso-8859-3", "latin4": "iso-8859-4",
    "cyrillic": "iso-8859-5", "iso8859-5": "iso-8859-5", "iso88595": "iso-8859-5",
    "arabic": "iso-8859-6", "iso8859-6": "iso-8859-6", "ecma-114": "iso-8859-6",
    "asmo-708": "iso-8859-6", "greek": "iso-8859-7", "greek8": "iso-8859-7",
    "iso8859-7": "iso-8859-7", "ecma-118": "iso-8859-7", "elot_928": "iso-8859-7",
    "sun_eu_greek": "iso-8859-7", "hebrew": "iso-8859-8", "visual": "iso-8859-8",
    "iso8859-8": "iso-8859-8", "logical": "iso-8859-8-i", "latin6": "iso-8859-10",
    "iso8859-10": "iso-8859-10", "iso8859-13": "iso-8859-13", "iso8859-14": "iso-8859-14",
    "iso8859-15": "iso-8859-15", "iso885915": "iso-8859-15", "latin9": "iso-8859-15",
    "l9": "iso-8859-15", "iso_8859-15": "iso-8859-15", "iso8859-16": "iso-8859-16",
    "iso-8859-9": "windows-1254", "iso8859-9": "windows-1254", "latin5": "windows-1254",
    "l5": "windows-1254", "cp1254": "windows-1254", "iso-8859-11": "windows-874",
    "iso8859-11": "windows-874", "tis-620": "windows-874", "dos-874": "windows-874",
    "cp1250": "windows-1250", "x-cp1250": "windows-1250", "cp1251": "windows-1251",
    "x-cp1251": "windows-1251", "cp1253": "windows-1253", "cp1255": "windows-1255",
    "cp1256": "windows-1256", "cp1257": "windows-1257", "cp1258": "windows-1258",
    "cp866": "ibm866", "866": "ibm866", "csibm866": "ibm866", "koi": "koi8-r", "koi8": "koi8-r",
    "koi8_r": "koi8-r", "cskoi8r": "koi8-r", "koi8-ru": "koi8-u", "mac": "macintosh",
    "x-mac-roman": "macintosh", "x-mac-ukrainian": "x-mac-cyrillic",
    "mac-cyrillic": "x-mac-cyrillic", "chinese": "gbk", "gb2312": "gbk", "gb_2312": "gbk",
    "gb_2312-80": "gbk", "x-gbk": "gbk", "csgb2312": "gbk", "iso-ir-58": "gbk", "hz-gb-2312": "gbk",
    "big5-hkscs": "big5", "cn-big5": "big5", "x-x-big5": "big5", "csbig5": "big5",
    "x-euc-jp": "euc-jp", "cseucpkdfmtjapanese": "euc-jp", "csiso2022jp": "iso-2022-jp",
    "shift-jis": "shift_jis", "sjis": "shift_jis", "x-sjis": "shift_jis", "ms_kanji": "shift_jis",
    "windows-31j": "shift_jis", "ms932": "shift_jis", "csshiftjis": "shift_jis",
    "euckr": "euc-kr", "ks_c_5601-1987": "euc-kr", "ksc5601": "euc-kr", "ksc_5601": "euc-kr",
    "korean": "euc-kr", "windows-949": "euc-kr", "cp949": "euc-kr", "uhc": "euc-kr",
    "cseuckr": "euc-kr", "unicode": "utf-16le", "ucs-2": "utf-16le", "iso-10646-ucs-2": "utf-16le",
    "utf-16": "utf-16le", "unicodefeff": "utf-16le", "csunicode": "utf-16le",
    "unicodefffe": "utf-16be",
]
