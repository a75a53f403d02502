#include <QAction>
#include <QDialog>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <mutex>
#include <set>

#include "core/analysis/head_labels.h"
#include "core/analysis/head_table.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/charts/head_cells.h"
#include "ui/charts/head_chart.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/language.h"
#include "ui/panes/message_bar.h"
#include "ui/reading/engine.h"
#include "ui/state/samples.h"
#include "ui/state/settings.h"
#include "ui/walkthrough/walk_words.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"
#include "ui/words.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

namespace {

/// So many strings may be left to translate.
constexpr int kLeftToTranslate = 0;

/// One entry of a .ts file.
struct Message {
  QString context, source, comment;
  QStringList translations;
  bool finished = true;
};

std::vector<Message> readTranslations(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  QXmlStreamReader xml(&file);
  std::vector<Message> messages;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"name") {
      context = xml.readElementText();
    } else if (xml.name() == u"message") {
      messages.push_back({});
      messages.back().context = context;
    } else if (xml.name() == u"source") {
      messages.back().source = xml.readElementText();
    } else if (xml.name() == u"comment") {
      messages.back().comment = xml.readElementText();
    } else if (xml.name() == u"translation") {
      messages.back().finished = !xml.attributes().hasAttribute("type");
      const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
      messages.back().translations << text;
    } else if (xml.name() == u"numerusform") {
      messages.back().translations << xml.readElementText();
    }
  }
  if (xml.hasError()) qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
  return messages;
}

QString fileOf(const QString& code) {
  return QStringLiteral(HEADLIGHT_SOURCE_DIR "/resources/translations/headlight_%1.ts").arg(code);
}

std::set<QString> placeholdersOf(const QString& text) {
  static const QRegularExpression placeholder("%(\\d|n)");
  std::set<QString> found;
  for (auto match = placeholder.globalMatch(text); match.hasNext();) found.insert(match.next().captured());
  return found;
}

bool hasMnemonic(const QString& text) {
  static const QRegularExpression mnemonic("&\\S");
  return !text.startsWith("<p>") && text.contains(mnemonic);
}

/// Writes down what is looked up, and knows nothing.
class Recorder final : public QTranslator {
 public:
  QString translate(const char* context, const char* source, const char* comment, int) const override {
    const std::lock_guard lock(m_mutex);
    asked.insert({context, QString::fromUtf8(source), QString::fromUtf8(comment)});
    return {};
  }
  bool isEmpty() const override { return false; }

  mutable std::set<std::tuple<QString, QString, QString>> asked;

 private:
  mutable std::mutex m_mutex;
};

void forgetLanguage() {
  qDeleteAll(qApp->findChildren<QTranslator*>());
  QLocale::setDefault(QLocale::c());
  QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

}  // namespace

class TestLanguage : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }
  void cleanup() { forgetLanguage(); }

  void everyTextIsTranslated_data() { languageRows(); }
  void everyTextIsTranslated() {
    QFETCH(QString, code);
    int left = 0;
    const std::vector<Message> messages = readTranslations(fileOf(code));
    QVERIFY(messages.size() > 1000);
    for (const Message& message : messages) {
      if (!message.finished || message.translations.isEmpty()) {
        ++left;
        qWarning("%s: “%s” is not translated", qPrintable(code), qPrintable(message.source));
        continue;
      }
      for (const QString& text : message.translations) {
        const QString pair = QStringLiteral("“%1” as “%2”").arg(message.source, text);
        QVERIFY2(!text.isEmpty(), qPrintable(pair));
        QVERIFY2(placeholdersOf(text) == placeholdersOf(message.source), qPrintable(pair));
        QVERIFY2(hasMnemonic(text) == hasMnemonic(message.source), qPrintable(pair));
        QVERIFY2(text.endsWith(u'…') == message.source.endsWith(u'…') || message.source.endsWith(", …"),
                 qPrintable(pair));
        // What follows a blank in English follows a wide colon or comma in Chinese.
        static const QRegularExpression apart("[ \\x{ff1a}\\x{ff0c}]$");
        QVERIFY2(!message.source.endsWith(u' ') || text.contains(apart), qPrintable(pair));
        QCOMPARE(text.count(";;"), message.source.count(";;"));
      }
    }
    QCOMPARE(left, kLeftToTranslate);
  }

  void theFilesHoldWhatTheSourcesSay() {
    const QTemporaryDir folder;
    const QString copy = folder.filePath("headlight_de.ts");
    QVERIFY(QFile::copy(fileOf("de"), copy));
    QVERIFY(QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QProcess lupdate;
    lupdate.setWorkingDirectory(HEADLIGHT_SOURCE_DIR);
    lupdate.start(HEADLIGHT_LUPDATE, {"-I", ".", "app", "ui", "-locations", "none", "-ts", copy});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    int left = 0;
    for (const Message& message : readTranslations(copy))
      if (message.translations.join(QString()).isEmpty()) {
        ++left;
        qWarning("%s: “%s” is in no file: run resources/translations/update", qPrintable(message.context),
                 qPrintable(message.source));
      }
    QCOMPARE(left, kLeftToTranslate);
  }

  void wordsThatStandInNoSourceOfTheWindow_data() { languageRows(); }
  void wordsThatStandInNoSourceOfTheWindow() {
    QFETCH(QString, code);
    QTranslator translator;
    QVERIFY(translator.load(":/headlight/translations/headlight_" + code));
    const auto known = [&](const char* context, const std::string& text) {
      return !translator.translate(context, text.c_str()).isEmpty();
    };
    for (const auto& samples : {builtInSamples(), fiveThings()})
      for (const Sample& sample : samples) {
        QVERIFY2(known("Samples", sample.title), sample.title.c_str());
        QVERIFY2(known("Samples", sample.shows), sample.shows.c_str());
      }
    for (const HeadColumn& column : headColumns())
      QVERIFY2(known("HeadTable", std::string(column.what)), std::string(column.what).c_str());
    for (int label = 1; label <= static_cast<int>(HeadLabel::Sink); ++label)
      QVERIFY2(known("HeadTable", nameOf(static_cast<HeadLabel>(label))), nameOf(static_cast<HeadLabel>(label)));
  }

  void textsAreQuotedOnce() {
    QCOMPARE(quotedText("The cat"), QString("“The cat”"));
    QCOMPARE(quotedText("\"The cat\""), QString("\"The cat\""));
    QCOMPARE(quotedText("“The cat”"), QString("“The cat”"));
    QCOMPARE(quotedText("\"The ca…"), QString("“The ca…”"));
    QCOMPARE(quotedText("\"The cat\" sat"), QString("“\"The cat\" sat”"));
    QCOMPARE(quotedText("\""), QString("“\"”"));
  }

  void theWindowSpeaks() {
    speak(*qGuiApp, "de");
    FakeEngine fake;
    MainWindow window(fake.engine());
    QStringList titles;
    for (const QAction* action : window.menuBar()->actions()) titles << action->text();
    QVERIFY2(titles.contains("&Datei") && titles.contains("&Hilfe"), qPrintable(titles.join(", ")));
    QCOMPARE(child<QPlainTextEdit>(window, "text").placeholderText(), QString("Geben Sie einen Satz ein"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    // Figures, tables of the engine and samples, which are no widgets.
    HeatmapFigure figure;
    figure.setMaps(std::make_shared<headlight::test::SyntheticMaps>(std::vector<std::string>{"a", "b"}, 1, 1, true),
                   {});
    QCOMPARE(figure.title(), QString("Schicht 0, Kopf 0"));
    QCOMPARE(ordinal(3), QString("3."));
    QCOMPARE(headLabelName(HeadLabel::Induction), QString("Induktion"));
    QCOMPARE(sampleTitle(builtInSamples().at(0)), QString("Ein wiederholter Satz"));
    const QString linked = withGlossary("Softmax macht aus den Scores Anteile");
    QVERIFY2(linked.contains("<a href=\"scores\">Scores</a>"), qPrintable(linked));
    QVERIFY(meaningOf("scores").startsWith("Ein Score sagt"));
  }

  void chineseTermsAreFoundWithinALine() {
    speak(*qGuiApp, "zh_CN");
    QVERIFY2(withGlossary(QString::fromUtf8("每个头都有查询")).count("<a href") == 2,
             qPrintable(withGlossary(QString::fromUtf8("每个头都有查询"))));
  }

  void arabicReadsFromTheRight() {
    speak(*qGuiApp, "ar");
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    FakeEngine fake;
    MainWindow window(fake.engine());
    QCOMPARE(window.layoutDirection(), Qt::RightToLeft);
  }

  void numbersAreOfTheLanguage() {
    for (const auto& [code, mark] : {std::pair("de", ","), std::pair("fr", ","), std::pair("es", ","),
                                     std::pair("zh_CN", "."), std::pair("ar", "."), std::pair("en", ".")}) {
      speak(*qGuiApp, code);
      const auto with = [mark = mark](const char* text) { return QString(text).replace('.', mark); };
      QCOMPARE(percentText(0.1234, 1), with("12.3%"));
      QCOMPARE(differenceText(-0.004, 1), with("−0.4%"));
      QCOMPARE(differenceText(0.00001, 1), with("0.0%"));
      QCOMPARE(numberText(-0.001, 2), with("0.00"));
      QCOMPARE(signedNumberText(-1.25, 2), with("−1.25"));
      QCOMPARE(signedNumberText(1.25, 2), with("+1.25"));
      QCOMPARE(signedNumberText(0.001, 2), with("0.00"));
      QCOMPARE(natsText(-0.05, true), with("−0.050"));
      QCOMPARE(natsText(0.5, false), with("0.50"));
      QVERIFY2(durationText(19.892).startsWith(with("19.9")), qPrintable(durationText(19.892)));
      QCOMPARE(localNumber(1234567.5, 'f', 1), with("1234567.5"));
      forgetLanguage();
    }
  }

  void englishIsWhatTheSourcesSay() {
    speak(*qGuiApp, "en");
    QVERIFY(qApp->findChildren<QTranslator*>().isEmpty());
    QCOMPARE(Words::tr("attends to"), QString::fromUtf8("attends to"));
    QCOMPARE(durationText(0.0008), QString("0.8 ms"));
    QCOMPARE(durationText(0.64), QString("640 ms"));
    QCOMPARE(durationText(0.9996), QString("1 s"));
    QCOMPARE(durationText(19.892), QString("19.9 s"));
    QCOMPARE(durationText(600), QString("10 min"));
    QCOMPARE(ordinal(1) + ordinal(2) + ordinal(3) + ordinal(4) + ordinal(11) + ordinal(113) + ordinal(22),
             QString("1st2nd3rd4th11th113th22nd"));
  }

  /// What a widget looks up while it runs has to be in the file under the same context.
  void lookUpsAreInTheFiles() {
    std::set<std::tuple<QString, QString, QString>> known;
    std::set<QString> contexts;
    for (const Message& message : readTranslations(fileOf("fr"))) {
      known.insert({message.context, message.source, message.comment});
      contexts.insert(message.context);
    }
    Recorder recorder;
    QCoreApplication::installTranslator(&recorder);
    {
      MainWindow window(coreEngine());
      window.show();
      window.openState(openingState());
      QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result(), 60'000);
      for (QMenu* menu : window.findChildren<QMenu*>()) emit menu->aboutToShow();
      window.windows().open("deck");
      window.act("modelSheetAction");
      window.act("exportAction");
      window.windows().open("walk");
      window.windows().open("tour");
      window.windows().open("cost");
      window.windows().open("noise");
      window.windows().open("ablation");
      window.windows().open("methods");
      window.windows().open("headTable");
      window.windows().open("scatter");
      window.act("settingsAction");
      window.windows().open("guide");
      window.act("welcomeAction");
      window.act("keyboardAction");
      showAbout(&window);
      for (QDialog* dialog : window.findChildren<QDialog*>())
        if (dialog->isVisible()) QVERIFY(QTest::qWaitForWindowExposed(dialog));
      QCoreApplication::processEvents();
      for (QDialog* dialog : window.findChildren<QDialog*>()) dialog->close();
    }
    QCoreApplication::removeTranslator(&recorder);
    int ours = 0;
    for (const auto& [context, source, comment] : recorder.asked) {
      if (!context.startsWith("headlight") && !contexts.count(context)) continue;
      ++ours;
      QVERIFY2(source.isEmpty() || known.count({context, source, comment}),
               qPrintable(context + ": " + source + " (" + comment + ")"));
    }
    QVERIFY2(ours > 400, qPrintable(QString::number(ours)));
  }

  // A letter that two of a menu's commands share needs a second press.
  void lettersOfMenusAreUnique_data() {
    languageRows();
    QTest::newRow("en") << QStringLiteral("en");
  }
  void lettersOfMenusAreUnique() {
    QFETCH(QString, code);
    speak(*qGuiApp, code);
    FakeEngine fake;
    MainWindow window(fake.engine());
    QStringList shared;
    const auto check = [&shared](const QString& menu, const QList<QAction*>& actions) {
      QMap<QString, QString> owners;
      const qsizetype before = shared.size();
      for (const QAction* action : actions) {
        const QString key = QKeySequence::mnemonic(action->text()).toString();
        if (action->isSeparator() || !action->isVisible() || key.isEmpty()) continue;
        if (owners.contains(key)) shared << QStringLiteral("%1: %2, %3").arg(menu, owners[key], action->text());
        owners[key] = action->text();
      }
      if (shared.size() > before) shared << QStringLiteral("taken: ") + owners.keys().join(QString());
    };
    check("menu bar", window.menuBar()->actions());
    for (QMenu* menu : window.findChildren<QMenu*>()) {
      emit menu->aboutToShow();
      check(menu->title(), menu->actions());
    }
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join('\n')));
  }

  void theSystemsLanguageIsTakenWhereItIsThere() {
    QCOMPARE(languageFor({}, QLocale("de_AT")), QString("de"));
    QCOMPARE(languageFor({}, QLocale("fr_CA")), QString("fr"));
    QCOMPARE(languageFor({}, QLocale("ar_EG")), QString("ar"));
    QCOMPARE(languageFor({}, QLocale("zh_Hans_SG")), QString("zh_CN"));
    QCOMPARE(languageFor({}, QLocale("zh_TW")), QString("en"));
    QCOMPARE(languageFor({}, QLocale("ja_JP")), QString("en"));
    QCOMPARE(languageFor({}, QLocale::c()), QString("en"));
    QCOMPARE(languageFor("es", QLocale("de_DE")), QString("es"));
    QCOMPARE(languageFor("xx", QLocale("de_DE")), QString("de"));
  }

  void theChoiceIsKeptAndSaysWhenItTakesEffect() {
    FakeEngine fake;
    MainWindow window(fake.engine());
    child<QAction>(window, "language_fr").trigger();
    QCOMPARE(loadSettings().language, QString("fr"));
    QCOMPARE(child<QLabel>(window, "messageText").text(),
             QString("Restart Headlight to use this language."));
    child<QAction>(window, "language_").trigger();
    QCOMPARE(loadSettings().language, QString());
  }

 private:
  static void languageRows() {
    QTest::addColumn<QString>("code");
    for (const Language& language : languages())
      if (language.code != "en") QTest::newRow(qPrintable(language.code)) << language.code;
  }
};

HEADLIGHT_TEST(TestLanguage)
#include "test_language.moc"
