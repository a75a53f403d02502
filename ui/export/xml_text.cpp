#include "ui/export/xml_text.h"

namespace headlight {

QString xmlText(const QString& text) {
  QString clean;
  for (const QChar c : text)
    if (c >= QChar(0x20) || c == '\t' || c == '\n') clean += c;
  clean.remove(QChar(0xFFFE)).remove(QChar(0xFFFF));
  return clean.toHtmlEscaped();
}

}  // namespace headlight
