#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTextDocumentFragment>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>
#include <sstream>

#include "app/command_line.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

const QDir kTree(QStringLiteral(HEADLIGHT_SOURCE_DIR));
const QString kWordList = QStringLiteral("tests/data/words.txt");

QString pageOf(const QString& file) {
  QFile source(kTree.filePath(file));
  if (!source.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(file));
  return QString::fromUtf8(source.readAll());
}

QString stripped(QString text, const char* pattern) {
  return text.remove(
      QRegularExpression(QString::fromUtf8(pattern),
                         QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption));
}

/// The prose of a Markdown page: no code, no addresses, no tags.
QString proseOf(const QString& markdown) {
  QString text = stripped(markdown, "```.*?```");
  text = stripped(text, "^ {4}[^\n]*$");
  text = stripped(text, "`[^`]*`");
  text = stripped(text, "\\]\\([^)]*\\)");
  return stripped(text, "https?://\\S+|</?[a-z][^>]*>");
}

/// Every source of the interface's strings, one a line.
QString interfaceStrings() {
  QString strings;
  QXmlStreamReader xml(pageOf("resources/translations/headlight_de.ts"));
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("source")) continue;
    QString text = xml.readElementText();
    if (text.startsWith("<p>")) text = QTextDocumentFragment::fromHtml(text).toPlainText();
    text.remove(QRegularExpression("&(?=\\w)"));
    strings += text.replace(QRegularExpression("%(n|L?\\d)"), QStringLiteral("_")) + '\n';
  }
  return strings;
}

/// What --help shows, of the program and of every command.
QString helpTexts() {
  const auto shown = [](const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    WindowRequest window;
    runCommandLine(arguments, out, err, window);
    return QString::fromStdString(out.str());
  };
  QString text = shown({"--help"});
  for (const char* command : {"attention", "figure", "heads", "corpus", "merge", "ablate", "noise", "cost", "predict", "similarity",
                              "tokenize", "decode", "models", "serve"})
    text += shown({command, "--help"});
  return text;
}

/// Words that can be spelled: no names with capitals inside, no options, nothing with a digit or an underscore in it.
QStringList wordsOf(const QString& text) {
  static const QRegularExpression kPiece("\\S+"), kWord("\\p{L}+(?:['’]\\p{L}+)*");
  static const QRegularExpression kCode(
      "[\\d_=/\\\\@#<>{}]|::|\\w\\(|^[(\\[“]*--?\\w|\\w\\.\\w|\\p{Ll}\\p{Lu}|\\p{Lu}{2}");
  QStringList words;
  for (auto pieces = kPiece.globalMatch(text); pieces.hasNext();) {
    const QString piece = pieces.next().captured();
    if (kCode.match(piece).hasMatch()) continue;
    for (auto found = kWord.globalMatch(piece); found.hasNext();) {
      QString word = found.next().captured().replace(u'’', u'\'');
      if (word.endsWith("'s")) word.chop(2);
      if (word.size() > 1) words << word;
    }
  }
  return words;
}

bool isInList(const QSet<QString>& list, const QString& word) {
  return list.contains(word) || list.contains(word.toLower());
}

}  // namespace

/// British spelling and the words of the field, in what people read: the window, --help, README and guide.
class TestSpelling : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void wordsAreSpelled_data();
  void wordsAreSpelled();
  void listHasNoMoreThanNeeded();
  void spellingIsBritish_data() { wordsAreSpelled_data(); }
  void spellingIsBritish();
  void wordsArePlain_data();
  void wordsArePlain();
  void numbersAreWritten_data() { wordsArePlain_data(); }
  void numbersAreWritten();

 private:
  QMap<QString, QString> m_texts;  ///< By name.
  QStringList m_list;
  QSet<QString> m_unknown;  ///< What hunspell does not know.
  bool m_hasDictionary = false;
};

void TestSpelling::initTestCase() {
  m_texts["strings"] = interfaceStrings();
  m_texts["help"] = helpTexts();
  for (const char* page : {"README.md", "CHANGELOG.md", "core/README.md", "ui/README.md"})
    m_texts[page] = proseOf(pageOf(page));
  for (const QString& page : QDir(kTree.filePath("resources/help")).entryList({"*.md"}))
    m_texts["guide: " + page] = proseOf(pageOf("resources/help/" + page));
  m_list = pageOf(kWordList).split('\n', Qt::SkipEmptyParts);

  const QString program = QStandardPaths::findExecutable("hunspell");
  if (program.isEmpty()) return;
  QSet<QString> all;
  for (const QString& text : m_texts)
    for (const QString& word : wordsOf(text)) all << word;
  QVERIFY(all.size() > 1500);
  QProcess hunspell;
  hunspell.start(program, {"-d", "en_GB", "-i", "utf-8", "-l"});
  QVERIFY(hunspell.waitForStarted());
  hunspell.write(QStringList(all.values()).join('\n').toUtf8() + '\n');
  hunspell.closeWriteChannel();
  QVERIFY(hunspell.waitForFinished());
  m_hasDictionary = hunspell.exitStatus() == QProcess::NormalExit && hunspell.exitCode() == 0;
  if (!m_hasDictionary) return;
  for (const QString& word : QString::fromUtf8(hunspell.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts))
    m_unknown << word.trimmed();
  QVERIFY(m_unknown.contains("softmax"));
}

void TestSpelling::wordsAreSpelled_data() {
  QTest::addColumn<QString>("text");
  for (const QString& name : m_texts.keys()) QTest::newRow(qPrintable(name)) << name;
}

void TestSpelling::wordsAreSpelled() {
  QFETCH(QString, text);
  if (!m_hasDictionary)
    QSKIP("NOT CHECKED: needs the program hunspell and its dictionary en_GB (hunspell, hunspell-en-gb)");
  const QSet<QString> list(m_list.begin(), m_list.end());
  QSet<QString> wrong;
  for (const QString& word : wordsOf(m_texts[text]))
    if (m_unknown.contains(word) && !isInList(list, word)) wrong << word;
  QStringList sorted = wrong.values();
  sorted.sort();
  QVERIFY2(wrong.isEmpty(), qPrintable("neither in the dictionary nor in " + kWordList + ": " + sorted.join(' ')));
}

void TestSpelling::listHasNoMoreThanNeeded() {
  QStringList sorted = m_list;
  std::sort(sorted.begin(), sorted.end(), [](const QString& a, const QString& b) {
    const int order = QString::compare(a, b, Qt::CaseInsensitive);
    return order < 0 || (order == 0 && a < b);
  });
  sorted.removeDuplicates();
  QCOMPARE(m_list, sorted);
  // Dictionaries differ from system to system: a word is needed where a text has it, whatever this one knows.
  static const QRegularExpression kWord("\\p{L}+");
  QSet<QString> needed;
  for (const QString& text : m_texts)
    for (auto word = kWord.globalMatch(text); word.hasNext();) {
      const QString found = word.next().captured();
      needed << found << found.toLower();
    }
  QStringList unused;
  for (const QString& word : m_list)
    if (!needed.contains(word)) unused << word;
  QVERIFY2(unused.isEmpty(), qPrintable("no text needs them: " + unused.join(' ')));
}

/// Where the dictionary allows both ways, or knows the American one as another word.
void TestSpelling::spellingIsBritish() {
  QFETCH(QString, text);
  static const QRegularExpression kAmerican(
      "^((?!token|siz|priz|seiz|capsiz|resiz|maiz|sanitiz)\\w*iz(e[srd]?|ers|ing|ations?)|(color|behavior|favor|"
      "neighbor|gray|center|analyz)\\w*|"
      "liter|(label|model|travel|cancel)(ed|ing|er)|gotten)$",
      QRegularExpression::CaseInsensitiveOption);
  QStringList wrong;
  for (const QString& word : wordsOf(m_texts[text]))
    if (kAmerican.match(word).hasMatch()) wrong << word;
  QVERIFY2(wrong.isEmpty(), qPrintable("American: " + wrong.join(' ')));
}

/// What speaks to everybody; the other pages speak of code.
void TestSpelling::wordsArePlain_data() {
  QTest::addColumn<QString>("text");
  for (const QString& name : m_texts.keys())
    if (name == "strings" || name == "help" || name == "README.md" || name.startsWith("guide"))
      QTest::newRow(qPrintable(name)) << name;
}

/// Words that a native reader of the field would not write, and those for which it has another.
void TestSpelling::wordsArePlain() {
  QFETCH(QString, text);
  static const QRegularExpression kStiff(
      "(?<![-'\\w])(shall|behind|beside|stands?|likeliest|likeness|alike|anew|whose|of which|such that|so that|brought "
      "to sum 1|"
      "said twice|norm of what arrives|mass|knock-out|surprise|relative entropy|added tokens|by chance|number "
      "formats?|apart by|"
      "have the model|write on|the model (says|writes|wrote|said|knows))\\b",
      QRegularExpression::CaseInsensitiveOption);
  QStringList wrong;
  for (const QString& line : m_texts[text].split('\n'))
    for (auto found = kStiff.globalMatch(line); found.hasNext();)
      wrong << QStringLiteral("“%1” in: %2").arg(found.next().captured(), line.trimmed());
  QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
}

/// 81.5% and 24 px; paths through menus without the dots of their items.
void TestSpelling::numbersAreWritten() {
  QFETCH(QString, text);
  static const QRegularExpression kWrong("[\\d_] %|\\d(px|ms|GB|MB|MiB)\\b|→[^*`|\\n]*…");
  QStringList wrong;
  for (const QString& line : m_texts[text].split('\n'))
    if (kWrong.match(line).hasMatch()) wrong << line.trimmed();
  QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
}

HEADLIGHT_TEST(TestSpelling)
#include "test_spelling.moc"
