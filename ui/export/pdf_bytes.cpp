#include "ui/export/pdf_bytes.h"

#include "core/base/version.h"
#include "ui/export/xml_text.h"

namespace headlight {

QByteArray xmpPacket(const QString& title, const QString& description, const std::optional<Provenance>& provenance) {
  const auto inEnglish = [](const char* name, const QString& text) {
    return QStringLiteral("<dc:%1><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt></dc:%1>\n")
        .arg(QLatin1String(name), xmlText(text));
  };
  // The number after "id" is the same in every XMP packet.
  QString packet = QStringLiteral(
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n<dc:format>application/pdf</dc:format>\n");
  packet += inEnglish("title", title) + inEnglish("description", description);
  packet += QStringLiteral("<xmp:CreatorTool>Headlight %1</xmp:CreatorTool>\n").arg(QString::fromUtf8(kVersion));
  if (provenance) packet += QString::fromStdString(provenanceElement(*provenance)) + QLatin1Char('\n');
  packet += QStringLiteral("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return packet.toUtf8();
}

QByteArray pdfWithoutDate(const QByteArray& pdf) {
  const qsizetype at = pdf.indexOf("/CreationDate ("), end = at < 0 ? -1 : pdf.indexOf(')', at);
  const qsizetype table = pdf.lastIndexOf("\nxref\n"), trailer = pdf.lastIndexOf("trailer");
  const qsizetype startAt = pdf.lastIndexOf("startxref\n");
  if (end < 0 || table < end || trailer < table || startAt < trailer) return pdf;
  const QByteArray fixed = "/CreationDate (D:19700101000000Z";
  const qsizetype shift = fixed.size() - (end - at);
  QByteArray result = pdf.left(at) + fixed + pdf.mid(end, table - end);
  for (const QByteArray& line : pdf.mid(table, trailer - table).split('\n')) {
    QByteArray entry = line;
    if (line.size() >= 18 && line.at(10) == ' ' && line.contains(" n")) {
      const qlonglong offset = line.left(10).toLongLong();
      if (offset > at) entry = QByteArray::number(offset + shift).rightJustified(10, '0') + line.mid(10);
    }
    result += entry + '\n';
  }
  result.chop(1);
  result += pdf.mid(trailer, startAt - trailer) + "startxref\n" + QByteArray::number(table + 1 + shift);
  return result + pdf.mid(pdf.indexOf('\n', startAt + 10));
}

}  // namespace headlight
