#include "ui/export/pdf_bytes.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <vector>

#include "core/base/version.h"
#include "ui/export/xml_text.h"

namespace headlight {

QByteArray xmpPacket(const QString& title, const QString& description, const std::optional<Provenance>& provenance,
                     const char* format) {
  const auto inEnglish = [](const char* name, const QString& text) {
    return QStringLiteral("<dc:%1><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt></dc:%1>\n")
        .arg(QLatin1String(name), xmlText(text));
  };
  // The number after "id" is the same in every XMP packet.
  QString packet = QStringLiteral(
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n<dc:format>%1</dc:format>\n").arg(QLatin1String(format));
  packet += inEnglish("title", title) + inEnglish("description", description);
  packet += QStringLiteral("<xmp:CreatorTool>Headlight %1</xmp:CreatorTool>\n").arg(QString::fromUtf8(kVersion));
  if (provenance) packet += QString::fromStdString(provenanceElement(*provenance)) + QLatin1Char('\n');
  packet += QStringLiteral("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return packet.toUtf8();
}

QByteArray repeatablePdf(const QByteArray& pdf) {
  const qsizetype table = pdf.lastIndexOf("\nxref\n"), trailer = pdf.lastIndexOf("trailer");
  const qsizetype startAt = pdf.lastIndexOf("startxref\n");
  if (table < 0 || trailer < table || startAt < trailer) return pdf;

  struct Shift {
    qsizetype at, by;
  };
  std::vector<Shift> shifts;
  const QByteArray fixed = "(D:19700101000000Z";
  QByteArray body = pdf.left(table);
  // The dictionary with the dates is the first object, far in front of any content.
  const qsizetype firstEnd = pdf.indexOf("endobj");
  for (const char* key : {"/CreationDate (", "/ModDate ("}) {
    const qsizetype at = body.indexOf(key), end = at < 0 ? -1 : body.indexOf(')', at);
    if (end < 0 || at > firstEnd) continue;
    const qsizetype from = at + qstrlen(key) - 1;
    shifts.push_back({at, fixed.size() - (end - from)});
    body.replace(from, end - from, fixed);
  }
  const auto moved = [&](qlonglong offset) {
    qlonglong result = offset;
    for (const Shift& shift : shifts)
      if (offset > shift.at) result += shift.by;
    return result;
  };
  QByteArray rest;
  for (const QByteArray& line : pdf.mid(table, trailer - table).split('\n')) {
    QByteArray entry = line;
    if (line.size() >= 18 && line.at(10) == ' ' && line.contains(" n"))
      entry = QByteArray::number(moved(line.left(10).toLongLong())).rightJustified(10, '0') + line.mid(10);
    rest += entry + '\n';
  }
  rest.chop(1);
  QByteArray closing = pdf.mid(trailer, startAt - trailer);
  static const QRegularExpression id(QStringLiteral("/ID *\\[[^\\]]*\\]"));
  const QRegularExpressionMatch found = id.match(QString::fromLatin1(closing));
  if (found.hasMatch()) {
    const QByteArray digest = '<' + QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex() + '>';
    closing.replace(found.capturedStart(), found.capturedLength(), "/ID [ " + digest + ' ' + digest + " ]");
  }
  return body + rest + closing + "startxref\n" + QByteArray::number(body.size() + 1) +
         pdf.mid(pdf.indexOf('\n', startAt + 10));
}

}  // namespace headlight
