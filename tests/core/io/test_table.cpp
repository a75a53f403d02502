#include <QtTest>
#include <limits>
#include <sstream>

#include "core/io/table.h"
#include "tests/support/suite.h"

using namespace headlight;

class TestTable : public QObject {
  Q_OBJECT

 private slots:
  /// Nothing, no number and an empty text are three things: only the text has quotes.
  void csvFields_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << "the" << "the";
    QTest::newRow("empty") << "" << "\"\"";
    QTest::newRow("leading space") << " the" << "\" the\"";
    QTest::newRow("trailing space") << "the " << "\"the \"";
    QTest::newRow("comma") << "a,b" << "\"a,b\"";
    QTest::newRow("quotes") << "a\"b\"" << "\"a\"\"b\"\"\"";
    QTest::newRow("lines") << "a\r\nb" << "\"a\r\nb\"";
  }
  /// What is exact as a whole number is written out, whatever its size.
  void wholeNumbersAreWrittenOut() {
    Table table;
    table.columns = {"n"};
    for (const double n : {0.0, -3.0, 1024.0, 100000.0, 1e6, 3078930432123456.0, 0x1p53, 1e300, 0.5, 1e-7})
      table.rows.push_back({n});
    std::ostringstream out;
    writeCsv(table, out);
    QCOMPARE(out.str(),
             std::string("n\n0\n-3\n1024\n100000\n1000000\n3078930432123456\n9007199254740992\n1e+300\n0.5\n1e-07\n"));
  }

  void csvFields() {
    QFETCH(QString, text);
    QFETCH(QString, field);
    Table table;
    table.columns = {"token", "weight", "other"};
    table.rows = {{text.toStdString(), 0.5, TableCell()},
                  {TableCell(), std::numeric_limits<double>::quiet_NaN(), text.toStdString()}};
    std::ostringstream out;
    writeCsv(table, out);
    QCOMPARE(QString::fromStdString(out.str()), QString("token,weight,other\n%1,0.5,\n,,%1\n").arg(field));
  }
};

HEADLIGHT_TEST(TestTable)
#include "test_table.moc"
