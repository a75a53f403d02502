#pragma once

#include <zip.h>

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>
#include <QtEndian>

namespace headlight::test {

inline QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files in a zip by name; empty when it is broken.
inline QMap<QString, QByteArray> unzipped(const QString& path) {
  QMap<QString, QByteArray> parts;
  int code = 0;
  zip_t* archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
  if (!archive) return parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t about;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &about);
    QByteArray content(static_cast<qsizetype>(about.size), '\0');
    zip_file_t* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(entry, content.data(), about.size);
    zip_fclose(entry);
    parts[QString::fromUtf8(about.name)] = content;
  }
  zip_discard(archive);
  return parts;
}

/// The streams of a PDF, inflated where they are compressed.
inline QByteArray pdfStreams(const QByteArray& pdf) {
  QByteArray all;
  for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
    const qsizetype from = at + 7, end = pdf.indexOf("endstream", from);
    if (end < 0) break;
    if (at >= 3 && pdf.mid(at - 3, 3) == "end") continue;
    QByteArray sized(4, '\0');
    qToBigEndian<quint32>(1 << 24, sized.data());
    const bool packed = pdf.at(from) == 0x78;
    const QByteArray plain = packed ? qUncompress(sized + pdf.mid(from, end - from)) : QByteArray();
    all += plain.isEmpty() ? pdf.mid(from, end - from) : plain;
  }
  return all;
}

/// Everything that a figure's file says: its bytes, and what is packed in them.
inline QByteArray unpacked(const QString& path) {
  QByteArray all = contentOf(path);
  for (const QByteArray& part : unzipped(path)) all += part;
  return all + pdfStreams(all);
}

}  // namespace headlight::test
