#include "ui/export/xml_text.h"

namespace headlight {

QString xmlCharacters(const QString& text) {
  QString clean;
  clean.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      clean += c;
      clean += text[++i];
    } else if (c >= QChar(0x20) ? !c.isSurrogate() && c < QChar(0xFFFE) : c == u'\t' || c == u'\n' || c == u'\r') {
      clean += c;
    }
  }
  return clean;
}

QString xmlText(const QString& text) { return xmlCharacters(text).toHtmlEscaped(); }

}  // namespace headlight
