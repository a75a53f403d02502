#ifdef HEADLIGHT_ONEDNN
#include <oneapi/dnnl/dnnl.h>
#endif

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFontInfo>
#include <QImage>
#include <QRawFont>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/command_line.h"
#include "core/base/version.h"
#include "tests/support/shell_words.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/provenance_reader.h"
#include "ui/figures/figure_style.h"

using namespace headlight;
using Json = nlohmann::ordered_json;

namespace {

const QString kSources = QStringLiteral(HEADLIGHT_SOURCE_DIR);
const QString kFolder = kSources + "/tests/data/figures/";

QString sha256(const QByteArray& bytes) {
  return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The library that multiplies matrices, and the kernels that it takes on this processor.
QString arithmetic() {
#ifdef HEADLIGHT_ONEDNN
  const dnnl_version_t* const version = dnnl_version();
  return QStringLiteral("oneDNN %1.%2 for instruction set %3")
      .arg(version->major)
      .arg(version->minor)
      .arg(static_cast<int>(dnnl_get_effective_cpu_isa()), 0, 16);
#else
  return QStringLiteral("OpenBLAS");
#endif
}

/// What the last digits and the letters of a figure depend on besides Headlight: the system with its libraries, the
/// arithmetic, and the font.
std::string environment() {
  QFont font;
  font.setFamilies(fontFamilies(QString()));
  const QRawFont raw = QRawFont::fromFont(font);
  const QString letters = sha256(raw.fontTable("head") + raw.fontTable("hmtx") + raw.fontTable("glyf")).left(8);
  return QStringLiteral("%1, Qt %2, %3, %4 %5")
      .arg(QSysInfo::prettyProductName(), QLatin1String(qVersion()), arithmetic(), raw.familyName(), letters)
      .toStdString();
}

QByteArray unversioned(QByteArray bytes) { return bytes.replace(QByteArray("Headlight ") + kVersion, "Headlight"); }

/// What a person sees or hears of the figure: without compression, and without what made it.
QByteArray shownIn(const QString& path) {
  QByteArray shown;
  if (path.endsWith(".png")) {
    const QImage image = QImage(path).convertToFormat(QImage::Format_RGBA8888);
    shown = QStringLiteral("%1 x %2\n%3\n%4\n")
                .arg(image.width())
                .arg(image.height())
                .arg(image.text("Title"), image.text("Description"))
                .toUtf8() +
            QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
    return shown;
  }
  if (path.endsWith(".pptx")) {
    const QMap<QString, QByteArray> parts = test::unzipped(path);
    for (auto part = parts.begin(); part != parts.end(); ++part) shown += part.key().toUtf8() + '\n' + part.value();
  } else {
    shown = path.endsWith(".pdf") ? test::pdfStreams(test::contentOf(path)) : test::contentOf(path);
  }
  for (const auto& [begin, end] : {std::pair<QByteArray, QByteArray>{"<headlight:figure", "</headlight:figure>"},
                                   {"<script type=\"application/json\" id=\"headlight-figure\">", "</script>"}})
    for (qsizetype at = 0; (at = shown.indexOf(begin, at)) >= 0;)
      shown.remove(at, shown.indexOf(end, at) + end.size() - at);
  return unversioned(shown);
}

/// What the file keeps of how it was made, with its session.
QByteArray keptIn(const QString& path) {
  return unversioned(QByteArray::fromStdString(provenanceJson(readProvenance(path.toStdString()))));
}

QStringList commandLines() {
  return QString::fromUtf8(test::contentOf(kFolder + "lines.txt")).split('\n', Qt::SkipEmptyParts);
}

Json digests() {
  const QByteArray text = test::contentOf(kFolder + "digests.json");
  return text.isEmpty() ? Json::object() : Json::parse(text.toStdString());
}

}  // namespace

/// The figures of tests/data/figures/lines.txt are those of before (tests/data/figures/README.md).
class TestSameFigures : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  QString m_before;
  const std::string m_environment = environment();
  const Json m_digests = digests();
  Json m_found = Json::array();

 private slots:
  void initTestCase() {
    m_before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(kSources));  // Where the files of the lines are.
  }
  void cleanupTestCase() {
    QDir::setCurrent(m_before);
    if (!qEnvironmentVariableIsSet("HEADLIGHT_RENEW_FIGURES") || m_found.size() != std::size_t(commandLines().size()))
      return;
    Json all = m_digests;
    all[m_environment] = m_found;
    QFile file(kFolder + "digests.json");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(all.dump(1)) + '\n');
  }

  void everyLine_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("number");
    const QStringList lines = commandLines();
    QCOMPARE(lines.size(), 40);
    for (int i = 0; i < lines.size(); ++i)
      QTest::newRow(qPrintable(QString::number(i + 1))) << lines[i] << i;
  }
  void everyLine() {
    QFETCH(QString, line);
    QFETCH(int, number);
    const bool renew = qEnvironmentVariableIsSet("HEADLIGHT_RENEW_FIGURES");
    if (!renew && !m_digests.contains(m_environment))
      QSKIP(("SKIPPED, nothing compared: no digests are kept for " + m_environment).c_str());
    std::vector<std::string> words = test::shellWords("figure " + line);
    const QString kept = qEnvironmentVariable("HEADLIGHT_FIGURES", m_folder.path());
    const QString path =
        QStringLiteral("%1/%2%3").arg(kept).arg(number + 1).arg(QString::fromStdString(words.back()).mid(3));
    words.back() = path.toStdString();
    std::ostringstream out, err;
    WindowRequest window;
    const std::optional<int> code = runCommandLine(words, out, err, window);
    QVERIFY2(code == 0, err.str().c_str());
    const Json found = {{"shown", sha256(shownIn(path)).toStdString()}, {"kept", sha256(keptIn(path)).toStdString()}};
    m_found.push_back(found);
    if (renew) return;
    const Json& wanted = m_digests.at(m_environment).at(static_cast<std::size_t>(number));
    QVERIFY2(found.at("shown") == wanted.at("shown"), qPrintable("the picture is another: headlight figure " + line));
    QVERIFY2(found.at("kept") == wanted.at("kept"),
             qPrintable("what the file keeps is another: headlight figure " + line));
  }
};

HEADLIGHT_TEST(TestSameFigures)
#include "test_same_figures.moc"
