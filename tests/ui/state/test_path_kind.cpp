#include <QImage>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "tests/support/suite.h"
#include "ui/state/path_kind.h"

using namespace headlight;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(headlight::PathKind)

class TestPathKind : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_folder = m_temporary.path().toStdString();
    fs::create_directories(m_folder / "model" / "deeper");
    for (const char* name : {"letter.txt", "noSuffix", "figure.pdf", "broken.safetensors", "broken.png"})
      std::ofstream(m_folder / name) << "words of somebody";
    std::ofstream(m_folder / "model" / "config.json") << "{}";
    std::ofstream(m_folder / "model" / "vocab.txt") << "a";
    for (const char* name : {"other.safetensors", "other.pt"})
      std::ofstream(m_folder / name, std::ios::binary) << std::string("\x02\0\0\0\0\0\0\0{}", 10);
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(QString::fromStdString((m_folder / "picture.png").string())));
    QVERIFY(picture.save(QString::fromStdString((m_folder / "model" / "picture.png").string())));
    fs::create_symlink(m_folder / "turns", m_folder / "turns");
  }

  void kinds_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<PathKind>("kind");
    QTest::newRow("nothing") << "none" << PathKind::Nothing;
    QTest::newRow("a link to itself") << "turns" << PathKind::Nothing;
    QTest::newRow("a sentence") << QString(5000, QLatin1Char('a')) << PathKind::Nothing;
    QTest::newRow("session, not there") << "mine.headlight" << PathKind::Session;
    QTest::newRow("picture") << "picture.png" << PathKind::Image;
    QTest::newRow("picture beside a config.json") << "model/picture.png" << PathKind::Image;
    QTest::newRow("broken picture") << "broken.png" << PathKind::Figure;
    QTest::newRow("figure without a session") << "figure.pdf" << PathKind::Figure;
    QTest::newRow("folder") << "model" << PathKind::Model;
    QTest::newRow("folder without a model") << "model/deeper" << PathKind::Model;
    QTest::newRow("file of a model") << "model/vocab.txt" << PathKind::Model;
    QTest::newRow("text") << "letter.txt" << PathKind::Text;
    QTest::newRow("text, whatever its name") << "noSuffix" << PathKind::Text;
    QTest::newRow("tensors that are none") << "broken.safetensors" << PathKind::Text;
    // So that opening it says what it lacks.
    QTest::newRow("tensors of something else") << "other.safetensors" << PathKind::Attention;
    QTest::newRow("torch file of something else") << "other.pt" << PathKind::Attention;
  }
  void kinds() {
    QFETCH(QString, path);
    QFETCH(PathKind, kind);
    QCOMPARE(pathKindOf(m_folder / path.toStdString()), kind);
  }

  void aModelHasAFolder() {
    QCOMPARE(modelFolderOf(m_folder / "model"), m_folder / "model");
    QCOMPARE(modelFolderOf(m_folder / "model" / "vocab.txt"), m_folder / "model");
  }

 private:
  QTemporaryDir m_temporary;
  fs::path m_folder;
};

HEADLIGHT_TEST(TestPathKind)
#include "test_path_kind.moc"
