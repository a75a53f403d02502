#include <QAbstractItemView>
#include <QCompleter>
#include <QTest>

#include "tests/support/suite.h"
#include "ui/widgets/query_field.h"

using namespace headlight;

class TestQueryField : public QObject {
  Q_OBJECT

  static QAbstractItemView& words(QueryField& field) { return *field.findChild<QCompleter*>()->popup(); }

 private slots:
  void wordsAreCompleted() {
    QueryField field({"entropy", "induction", "label:induction", "like:"});
    field.show();
    field.setFocus();
    QTest::keyClicks(&field, "1.* ind");
    QTRY_VERIFY(words(field).isVisible());
    QCOMPARE(words(field).model()->rowCount(), 1);
    QTest::keyClick(&words(field), Qt::Key_Return);
    QTRY_COMPARE(field.text(), QString("1.* induction "));
    QVERIFY(!words(field).isVisible());
    // Within the line, and where what is completed goes on.
    field.setText("(lik) and 2.*");
    field.setCursorPosition(1);
    field.setCursorPosition(4);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QTRY_VERIFY(words(field).isVisible());
    QTest::keyClick(&words(field), Qt::Key_Return);
    QTRY_COMPARE(field.text(), QString("(like:) and 2.*"));
    QCOMPARE(field.cursorPosition(), 6);
  }

  void numbersAndWholeWordsAreLeftAlone() {
    QueryField field({"entropy", "1.0"});
    field.show();
    field.setFocus();
    QTest::keyClicks(&field, "1");
    QVERIFY(!words(field).isVisible());
    field.clear();
    QTest::keyClicks(&field, "entropy");
    QVERIFY(!words(field).isVisible());
    QTest::keyClicks(&field, " xyz");
    QVERIFY(!words(field).isVisible());
    QCOMPARE(field.text(), QString("entropy xyz"));
  }

  void whatIsWrongIsMarked() {
    QueryField field({});
    field.setAccessibleDescription("Finds heads");
    field.setProblem("expected a number");
    QCOMPARE(field.property("level").toString(), QString("error"));
    QCOMPARE(field.accessibleDescription(), QString("expected a number"));
    field.setProblem({});
    QVERIFY(field.property("level").toString().isEmpty());
    QCOMPARE(field.accessibleDescription(), QString("Finds heads"));
  }

  void theHintHasRoom() {
    QueryField field({});
    const QString longer = "Filter: 1.* or sink > 0.5", shorter = "Filter heads";
    const int needed = field.fontMetrics().horizontalAdvance(longer);
    field.resize(2 * needed, field.sizeHint().height());
    field.setHints({longer, shorter});
    QCOMPARE(field.placeholderText(), longer);
    field.resize(needed, field.height());
    field.show();
    QCOMPARE(field.placeholderText(), shorter);
    field.resize(2 * needed, field.height());
    QCOMPARE(field.placeholderText(), longer);
  }
};

HEADLIGHT_TEST(TestQueryField)
#include "test_query_field.moc"
