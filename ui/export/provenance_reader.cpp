#include "ui/export/provenance_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>
#include <algorithm>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/io/zip_reader.h"
#include "ui/export/png_text.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr qint64 kMostBytes = qint64{1} << 30;

[[noreturn]] void nothingOfOurs(const std::string& name) {
  throw Error(Words::tr("%1: expected a figure exported by Headlight, found no session in it")
                  .arg(QString::fromStdString(name))
                  .toStdString());
}

[[noreturn]] void withoutSession(const std::string& name, bool withText) {
  throw Error((withText
                   ? Words::tr("%1: expected a figure with its session, found one exported without a session")
                   : Words::tr("%1: expected a figure with its session, found one exported without text and session"))
                  .arg(QString::fromStdString(name))
                  .toStdString());
}

/// The text of the element that provenanceElement writes, in XML that may hold anything else.
std::string fromXml(QByteArrayView xml, const std::string& name) {
  QXmlStreamReader reader(xml.toByteArray());
  while (!reader.atEnd()) {
    reader.readNext();
    if (!reader.isStartElement() || reader.name() != u"figure" ||
        reader.namespaceUri() != QLatin1String(kProvenanceNamespace))
      continue;
    const QString text = reader.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
    if (!reader.hasError()) return text.toStdString();
  }
  if (reader.hasError())
    throw Error(name + ": expected XML, found an error in line " + std::to_string(reader.lineNumber()) + " (" +
                reader.errorString().toStdString() + ")");
  nothingOfOurs(name);
}

/// XMP stands in a PDF as it is, between marks that are made to be searched for (ISO 16684-1, 7.3.2).
std::string fromPdf(std::string_view bytes, const std::string& name) {
  const std::size_t begin = bytes.rfind("<?xpacket begin=");
  if (begin == std::string_view::npos) {
    if (bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 1024)).find("%%EOF") == std::string_view::npos)
      throw Error(name + ": expected a PDF that ends with %%EOF, found one that is cut off");
    nothingOfOurs(name);
  }
  const std::size_t from = bytes.find("?>", begin), end = bytes.find("<?xpacket end=", begin);
  if (from == std::string_view::npos || end == std::string_view::npos || from + 2 > end)
    throw Error(name + ": expected a PDF whose metadata is whole, found one that is cut off");
  return fromXml(QByteArrayView(bytes.data() + from + 2, static_cast<qsizetype>(end - from - 2)), name);
}

std::string fromPackage(std::string_view bytes, const std::string& name) {
  const auto wanted = [](std::string_view entry) {
    // Other programs that save the file may number its parts anew.
    return entry.substr(0, 14) == "customXml/item" && entry.find("Props") == std::string_view::npos &&
           entry.size() >= 4 && entry.substr(entry.size() - 4) == ".xml";
  };
  const auto part = readZipEntry(bytes, wanted, 2 * kMostProvenanceBytes, name);  // XML writes some characters longer.
  if (!part) nothingOfOurs(name);
  return fromXml(QByteArrayView(part->data(), static_cast<qsizetype>(part->size())), name);
}

std::string fromHtml(std::string_view bytes, const std::string& name) {
  std::string mark = "id=\"";
  mark += kProvenanceKey;
  mark += "\">";
  const std::size_t at = bytes.find(mark);
  if (at == std::string_view::npos) nothingOfOurs(name);
  const std::size_t from = at + mark.size(), end = bytes.find("</script>", from);
  if (end == std::string_view::npos)
    throw Error(name + ": expected a page whose data block ends, found one that is cut off");
  return std::string(bytes.substr(from, end - from));
}

/// The numbers of RIFF, least significant byte first.
std::size_t littleEndian(std::string_view bytes) {
  std::size_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// The XMP chunk of a WebP (RFC 9649, 2.7.1.6).
std::string fromWebp(std::string_view bytes, const std::string& name) {
  constexpr std::size_t kHeader = 12, kChunkHeader = 8;
  for (std::size_t at = kHeader; at + kChunkHeader <= bytes.size();) {
    const std::size_t size = littleEndian(bytes.substr(at + 4, 4)), from = at + kChunkHeader;
    if (size > bytes.size() - from)
      throw Error(name + ": expected a WebP whose parts are whole, found one that is cut off");
    if (bytes.substr(at, 4) == "XMP ")
      return fromXml(QByteArrayView(bytes.data() + from, static_cast<qsizetype>(size)), name);
    at = from + size + size % 2;
  }
  nothingOfOurs(name);
}

/// The comment that stands before the pictures of a GIF.
std::string fromGif(std::string_view bytes, const std::string& name) {
  constexpr std::size_t kHeader = 13;
  constexpr unsigned char kExtension = 0x21, kComment = 0xFE;
  const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  std::size_t at = kHeader;
  if (bytes.size() > at && byte(10) & 0x80) at += std::size_t{3} << ((byte(10) & 7) + 1);  // Colours of all frames.
  while (at + 2 < bytes.size() && byte(at) == kExtension) {
    const bool comment = byte(at + 1) == kComment;
    std::string text;
    for (at += 2; at < bytes.size() && byte(at) != 0; at += byte(at) + 1U) {
      if (byte(at) >= bytes.size() - at)
        throw Error(name + ": expected a GIF whose parts are whole, found one that is cut off");
      if (comment) text += bytes.substr(at + 1, byte(at));
    }
    ++at;
    if (comment) return text;
  }
  nothingOfOurs(name);
}

bool startsWith(std::string_view bytes, std::string_view start) { return bytes.substr(0, start.size()) == start; }

}  // namespace

bool isFigureFile(const std::filesystem::path& path) {
  const std::string suffix = lowerAscii(path.extension().string());
  constexpr std::string_view known[] = {".png", ".svg", ".pdf", ".pptx", ".html", ".gif", ".webp"};
  return std::find(std::begin(known), std::end(known), suffix) != std::end(known);
}

Provenance provenanceIn(std::string_view bytes, const std::string& name) {
  std::string json;
  const std::string_view start = bytes.substr(0, 512);
  if (startsWith(bytes, kPngSignature)) {
    const auto text = pngText(bytes, kProvenanceKey, name);
    if (!text) nothingOfOurs(name);
    json = *text;
  } else if (startsWith(bytes, "%PDF-")) {
    json = fromPdf(bytes, name);
  } else if (startsWith(bytes, "GIF8")) {
    json = fromGif(bytes, name);
  } else if (startsWith(bytes, "RIFF") && bytes.substr(8, 4) == "WEBP") {
    json = fromWebp(bytes, name);
  } else if (startsWith(bytes, "PK\x03\x04")) {
    json = fromPackage(bytes, name);
  } else if (start.find("<!DOCTYPE html") != std::string_view::npos) {
    json = fromHtml(bytes, name);
  } else if (start.find("<?xml") != std::string_view::npos || start.find("<svg") != std::string_view::npos) {
    json = fromXml(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), name);
  } else {
    throw Error(name + ": expected a figure (PNG, SVG, PDF, GIF, WebP, PowerPoint or HTML), found " +
                (bytes.empty() ? "an empty file" : "something else"));
  }
  return provenanceFromJson(json, name);
}

Provenance readProvenance(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  QFile file(QString::fromStdString(path.string()));
  if (!QFileInfo(file).isFile())
    throw Error(Words::tr("%1: file not found").arg(QString::fromStdString(name)).toStdString());
  if (!file.open(QIODevice::ReadOnly))
    throw Error(name + ": expected a figure that can be read: " + file.errorString().toStdString());
  if (file.size() > kMostBytes)
    throw Error(name + ": expected a figure of at most 1 GiB, found " + std::to_string(file.size()) + " bytes");
  const QByteArray bytes = file.readAll();
  if (bytes.size() != file.size()) throw Error(name + ": expected a figure that can be read, reading it failed");
  return provenanceIn({bytes.constData(), static_cast<std::size_t>(bytes.size())}, name);
}

std::string sessionInFigure(const std::filesystem::path& path) {
  const Provenance provenance = readProvenance(path);
  if (!provenance.session.empty()) return provenance.session;
  withoutSession(path.filename().string(), provenance.text.has_value());
}

bool keepsSession(const std::filesystem::path& path) {
  try {
    return !sessionInFigure(path).empty();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace headlight
