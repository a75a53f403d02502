#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "tests/support/unpacked.h"
#include "ui/export/exporter.h"
#include "ui/export/numbered_tokens.h"
#include "ui/export/png_text.h"
#include "ui/export/provenance_reader.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/state/session_file.h"

using namespace headlight;
using namespace headlight::test;

namespace {

const char* const kText = "The <cat> & \"Zanzibar\" 猫 😀\n]]> -- ?> </script>";

Session session() {
  Session session;
  session.modelName = "gpt";
  session.fingerprint = "0123456789abcdef";
  session.state.model = "/models/gpt";
  session.state.text = kText;
  session.state.head = {1, 2};
  session.state.panels = openingPanels();
  return session;
}

Exportable exportable() {
  const auto figure = std::make_shared<HeatmapFigure>();
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.text = QString::fromUtf8(kText);
  context.lenses = QStringLiteral("words");
  std::vector<std::string> tokens = wordTokens(7);
  tokens[2] = " Zanzibar";
  figure->setMaps(std::make_shared<SyntheticMaps>(tokens, 2, 3, true), context);
  figure->setHead({1, 2});
  Exportable exportable;
  exportable.provenance = provenanceOf(*figure, "heatmap");
  exportable.provenance.fingerprint = session().fingerprint;
  exportable.provenance.session = sessionText(session());
  exportable.make = [figure](const FigureStyle& style, bool withText) {
    auto copy = std::make_unique<HeatmapFigure>(*figure);
    copy->setStyle(style);
    if (!withText) leaveTextOut(*copy);
    return copy;
  };
  return exportable;
}

ExportSettings settingsOfKind(FileKind kind) {
  ExportSettings settings;
  settings.kind = kind;
  settings.size = {500, 400};
  settings.dpi = 96;
  return settings;
}

}  // namespace

class TestProvenance : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  QString written(FileKind kind, bool text = true) {
    const QString path = m_folder.filePath(QStringLiteral("figure.") + QLatin1String(suffixOf(kind)));
    ExportSettings settings = settingsOfKind(kind);
    settings.text = text;
    exportFigure(exportable(), settings, path.toStdString());
    return path;
  }
  void everyKind() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < kFileKinds; ++kind) QTest::newRow(suffixOf(static_cast<FileKind>(kind))) << kind;
  }

 private slots:
  void everyFormatGivesTheSessionBack_data() { everyKind(); }
  void everyFormatGivesTheSessionBack() {
    QFETCH(int, kind);
    const QString path = written(static_cast<FileKind>(kind));
    const Provenance read = readProvenance(path.toStdString());
    QVERIFY(read == exportable().provenance);
    QCOMPARE(read.head->head, 2);
    QCOMPARE(read.lenses, std::string("words"));
    QVERIFY(read.program.starts_with("Headlight "));
    QVERIFY(readSessionFile(path.toStdString()) == session());
    // Another name changes nothing: the content says what it is.
    const Provenance renamed = provenanceIn(contentOf(path).toStdString(), "copy");
    QVERIFY(renamed == read);
  }

  void theSameInputsGiveTheSameBytes_data() { everyKind(); }
  void theSameInputsGiveTheSameBytes() {
    QFETCH(int, kind);
    const QByteArray once = contentOf(written(static_cast<FileKind>(kind)));
    QVERIFY(!once.isEmpty());
    QVERIFY(contentOf(written(static_cast<FileKind>(kind))) == once);
  }

  void withoutTheTextNothingOfItIsInTheFile_data() { everyKind(); }
  void withoutTheTextNothingOfItIsInTheFile() {
    QFETCH(int, kind);
    QVERIFY(unpacked(written(static_cast<FileKind>(kind))).contains("Zanzibar"));
    const QString path = written(static_cast<FileKind>(kind), false);
    const QByteArray all = unpacked(path);
    QVERIFY(all.contains("urn:headlight:figure") || all.contains(kProvenanceKey));
    for (const char* word : {"Zanzibar", "chased", "\u732b"}) QVERIFY2(!all.contains(word), word);
    const Provenance read = readProvenance(path.toStdString());
    QVERIFY(!read.text && read.session.empty());
    QCOMPARE(read.fingerprint, session().fingerprint);
    const QString message = shownMessageOf([&] { readSessionFile(path.toStdString()); });
    QVERIFY2(message.contains("without text and session") && message.contains(QFileInfo(path).fileName()),
             qPrintable(message));
  }

  void aFileThatIsCutOffGivesOneMessage_data() { everyKind(); }
  void aFileThatIsCutOffGivesOneMessage() {
    QFETCH(int, kind);
    const Provenance whole = exportable().provenance;
    const std::string bytes = contentOf(written(static_cast<FileKind>(kind))).toStdString();
    int refused = 0;
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / 199);
    for (std::size_t length = 0; length < bytes.size(); length += step) {
      const QString message = shownMessageOf([&] {
        // What is there as a whole may be read.
        QVERIFY(provenanceIn(std::string_view(bytes).substr(0, length), "cut") == whole);
      });
      if (message.isEmpty()) continue;
      ++refused;
      QVERIFY2(message.startsWith("cut") && message.contains("expected") && message.contains("found") &&
                   !message.contains('\n'),
               qPrintable(message));
    }
    QVERIFY(refused > 0);
  }

  void aFileThatIsDamagedIsReadOrRefused_data() { everyKind(); }
  void aFileThatIsDamagedIsReadOrRefused() {
    QFETCH(int, kind);
    const std::string bytes = contentOf(written(static_cast<FileKind>(kind))).toStdString();
    for (std::size_t at = 0; at < bytes.size(); at += std::max<std::size_t>(1, bytes.size() / 211)) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
      const QString message = shownMessageOf([&] { provenanceIn(damaged, "damaged"); });
      QVERIFY2(message.isEmpty() || message.startsWith("damaged"), qPrintable(message));
    }
  }

  void filesOfOthersAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage(3, 3, QImage::Format_RGB32).save(&buffer, "PNG");
    const QByteArray deep = QByteArray(100, '[') + QByteArray(100, ']');
    const auto inPng = [&](const QByteArray& json) { return withPngText(png, kProvenanceKey, json.toStdString()); };
    QTest::newRow("nothing") << QByteArray() << "an empty file";
    QTest::newRow("text") << QByteArray("hello") << "something else";
    QTest::newRow("another PNG") << png << "no session in it";
    QTest::newRow("another SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                                 << "no session in it";
    QTest::newRow("another PDF") << QByteArray("%PDF-1.4\n%%EOF\n") << "no session in it";
    QTest::newRow("no JSON") << inPng("{") << "JSON";
    QTest::newRow("a list") << inPng("[]") << "an object";
    QTest::newRow("nested") << inPng(deep) << "nested too deep";
    QTest::newRow("newer") << inPng("{\"headlight-figure\": 99}") << "newer Headlight";
    QTest::newRow("version") << inPng("{\"headlight-figure\": -1}") << "'headlight-figure': expected a whole number";
    QTest::newRow("half") << inPng("{\"headlight-figure\": 1}") << "'program' is missing";
    QTest::newRow("entities")
        << QByteArray(
               "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
               "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
               "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
               "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
               "<h:figure xmlns:h=\"urn:headlight:figure\">&f;</h:figure>")
        << "XML";
  }
  void filesOfOthersAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const QString message = shownMessageOf([&] { provenanceIn(bytes.toStdString(), "other"); });
    QVERIFY2(message.startsWith("other: ") && message.contains(part), qPrintable(message));
  }

  void namesAFileThatIsNotThere() {
    const QString message = shownMessageOf([] { readSessionFile("/nowhere/x.png"); });
    QVERIFY2(message.startsWith("x.png:"), qPrintable(message));
  }

  void pngTextIsSeenByOtherReaders() {
    const QImage image(written(FileKind::Png));
    QCOMPARE(image.size(), QSize(500, 400));
    QVERIFY(image.text(kProvenanceKey).startsWith("{\"headlight-figure\":1"));
    QVERIFY(image.text("Software").startsWith("Headlight"));
    QVERIFY(!image.text("Description").isEmpty());
  }
};

HEADLIGHT_TEST(TestProvenance)
#include "test_provenance.moc"
