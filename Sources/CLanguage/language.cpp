#include "CLanguage.h"
#include <cstdio>
#include <cld2/public/compact_lang_det.h>

extern "C" const char *lec_detect_language(const char *text, int length) {
    bool reliable = false;
    CLD2::Language language = CLD2::DetectLanguage(text, length, true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE) return nullptr;
    return CLD2::LanguageCode(language);
}
