#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/intervention/grammar.h"
#include "tests/support/suite.h"
#include "ui/state/panel_kind.h"
#include "ui/state/session_file.h"

using namespace headlight;

/// Sessions and figures that earlier versions wrote open with all that they kept.
class TestKeptFiles : public QObject {
  Q_OBJECT
 private slots:
  void open_data() {
    QTest::addColumn<QJsonObject>("expected");
    QFile file(m_folder.filePath("expected.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = all.begin(); it != all.end(); ++it) QTest::newRow(qPrintable(it.key())) << it.value().toObject();
    // None lies there that is not looked at.
    QCOMPARE(all.size(), m_folder.entryList(QDir::Files).size() - 2);
  }
  void open() {
    QFETCH(QJsonObject, expected);
    const Session session = readSessionFile(m_folder.filePath(QTest::currentDataTag()).toStdString());
    const WorkspaceState& state = session.state;
    QCOMPARE(QString::fromStdString(session.modelName), expected["model"].toString());
    QVERIFY(!session.fingerprint.empty());
    QCOMPARE(QString::fromStdString(*state.text), expected["text"].toString());
    QStringList kinds;
    for (const PanelState& panel : state.panels) kinds << QString::fromLatin1(panelKind(panel.kind).name);
    QCOMPARE(kinds, expected["panels"].toVariant().toStringList());
    QCOMPARE(state.head.layer, expected["head"][0].toInt());
    QCOMPARE(state.head.head, expected["head"][1].toInt());
    QCOMPARE(QString::fromStdString(textOf(changesIn(state))), expected["changes"].toString());
    QCOMPARE(state.pair ? QString::fromStdString(**state.pair) : QString(), expected["pair"].toString());
    QCOMPARE(state.otherText ? QString::fromStdString(*state.otherText->text) : QString(),
             expected["other text"].toString());
    const PanelState& panel = state.panels.front();
    QCOMPARE(static_cast<int>(panel.lenses.size()), expected["lenses"].toInt());
    QCOMPARE(panel.threshold, expected["threshold"].toDouble(0.05));
    QCOMPARE(panel.minus.has_value(), expected["minus"].toBool());
    QCOMPARE(panel.attention == AttentionType::Cross, expected["cross"].toBool());
    QCOMPARE(static_cast<int>(state.deck->size()), expected["slides"].toInt());
    // What is written again is the same.
    QVERIFY(readSession(sessionText(session), "again") == session);
  }

 private:
  const QDir m_folder{QStringLiteral(HEADLIGHT_SOURCE_DIR "/tests/data/kept")};
};

HEADLIGHT_TEST(TestKeptFiles)
#include "test_kept_files.moc"
