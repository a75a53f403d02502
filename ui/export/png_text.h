#pragma once

#include <QByteArray>
#include <optional>
#include <string>
#include <string_view>

namespace headlight {

inline constexpr std::string_view kPngSignature{"\x89PNG\r\n\x1a\n", 8};

/// `png` with an uncompressed international text chunk (iTXt, PNG 11.3.4.5) for `keyword`, right behind its header.
/// `keyword` is 1 to 79 Latin letters; `text` is UTF-8.
QByteArray withPngText(const QByteArray& png, const std::string& keyword, const std::string& text);

/// The text of the first such chunk; none when there is none. `name` is what messages call the file. Throws Error when
/// the chunks of the file are broken up to there.
std::optional<std::string> pngText(std::string_view png, const std::string& keyword, const std::string& name);

}  // namespace headlight
