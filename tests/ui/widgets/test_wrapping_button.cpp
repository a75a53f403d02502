#include <QTest>
#include <QVBoxLayout>
#include <QWidget>

#include "tests/support/suite.h"
#include "ui/widgets/wrapping_button.h"

using namespace headlight;

/// A long text is whole in a narrow place, on several lines.
class TestWrappingButton : public QObject {
  Q_OBJECT
 private slots:
  void growsWhereALineHasNoRoom() {
    const QString text = QStringLiteral("Which head matters for this word?");
    WrappingButton button(text);
    const QSize line = button.sizeHint();
    QCOMPARE(button.heightForWidth(line.width()), line.height());
    const int two = button.heightForWidth(line.width() * 2 / 3);
    QVERIFY(two >= line.height() + button.fontMetrics().height() - 1);
    QVERIFY(button.heightForWidth(line.width() * 2 / 5) > two);
    QVERIFY(button.minimumSizeHint().width() < line.width() / 2);
    QVERIFY(button.minimumSizeHint().width() > button.fontMetrics().horizontalAdvance(QStringLiteral("matters")));
  }

  void aLayoutGivesItTheHeight() {
    QWidget box;
    auto* column = new QVBoxLayout(&box);
    column->setContentsMargins(0, 0, 0, 0);
    auto* button = new WrappingButton(QStringLiteral("Which head matters for this word?"));
    column->addWidget(button);
    column->addStretch(1);
    box.resize(button->sizeHint().width() / 2, 400);
    box.show();
    QCOMPARE(button->height(), button->heightForWidth(button->width()));
    // Both lines are painted: there is ink above and below the middle.
    const QImage image = button->grab().toImage();
    const auto inks = [&](int from, int to) {
      int count = 0;
      for (int y = from; y < to; ++y)
        for (int x = 8; x < image.width() - 8; ++x) count += qGray(image.pixel(x, y)) < 128;
      return count;
    };
    QVERIFY(inks(4, image.height() / 2) > 20);
    QVERIFY(inks(image.height() / 2, image.height() - 4) > 20);
  }
};

HEADLIGHT_TEST(TestWrappingButton)
#include "test_wrapping_button.moc"
