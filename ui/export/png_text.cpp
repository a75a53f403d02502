#include "ui/export/png_text.h"

#include <QtEndian>
#include <array>
#include <cstdint>

#include "core/base/error.h"

namespace headlight {
namespace {

/// CRC-32 as in PNG, annex D.
std::uint32_t checksum(std::string_view bytes) {
  static constexpr auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < 256; ++n) {
      std::uint32_t c = n;
      for (int bit = 0; bit < 8; ++bit) c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
      table[n] = c;
    }
    return table;
  }();
  std::uint32_t crc = 0xffffffffu;
  for (const char byte : bytes) crc = kTable[(crc ^ static_cast<unsigned char>(byte)) & 0xff] ^ (crc >> 8);
  return crc ^ 0xffffffffu;
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at) { return qFromBigEndian<std::uint32_t>(&bytes[at]); }

QByteArray bigEndian(std::uint32_t value) {
  QByteArray bytes(4, '\0');
  qToBigEndian(value, bytes.data());
  return bytes;
}

constexpr std::size_t kHeaderEnd = 8 + 4 + 4 + 13 + 4;  // Signature, and IHDR with its 13 bytes.

}  // namespace

QByteArray withPngText(const QByteArray& png, const std::string& keyword, const std::string& text) {
  std::string chunk = "iTXt" + keyword;
  chunk.append(5, '\0');  // Not compressed, no language, no translated keyword.
  chunk += text;
  return png.left(kHeaderEnd) + bigEndian(static_cast<std::uint32_t>(chunk.size() - 4)) +
         QByteArray(chunk.data(), static_cast<qsizetype>(chunk.size())) + bigEndian(checksum(chunk)) +
         png.mid(kHeaderEnd);
}

std::optional<std::string> pngText(std::string_view png, const std::string& keyword, const std::string& name) {
  const std::string start = keyword + '\0';
  std::size_t at = kPngSignature.size();
  while (true) {
    if (png.size() - at < 12) throw Error(name + ": expected a whole PNG, found one that is cut off");
    const std::size_t length = numberAt(png, at);
    const std::string_view type = png.substr(at + 4, 4);
    if (png.size() - at - 12 < length) throw Error(name + ": expected a whole PNG, found one that is cut off");
    const std::string_view data = png.substr(at + 8, length);
    if (type == "iTXt" && data.substr(0, start.size()) == start) {
      if (checksum(png.substr(at + 4, length + 4)) != numberAt(png, at + 8 + length))
        throw Error(name + ": expected text whose checksum is right, found broken text");
      std::string_view rest = data.substr(start.size());
      if (rest.size() < 2 || rest[0] != 0) throw Error(name + ": expected text that is not compressed");
      rest.remove_prefix(2);
      for (int field = 0; field < 2; ++field) {  // The language and the translated keyword.
        const std::size_t end = rest.find('\0');
        if (end == std::string_view::npos) throw Error(name + ": expected text after its language, found none");
        rest.remove_prefix(end + 1);
      }
      return std::string(rest);
    }
    if (type == "IEND") return std::nullopt;
    at += length + 12;
  }
}

}  // namespace headlight
