#include <QApplication>
#include <QPalette>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "tests/support/suite.h"
#include "ui/figures/colours/colour_maps.h"
#include "ui/widgets/theme.h"

using namespace headlight;

namespace {

/// Relative luminance, as WCAG 2 defines it.
double luminance(const QColor& colour) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

/// What text may be, and what it may lie on.
struct Colours {
  QList<QColor> inks, grounds;
};
Colours textIn(Theme theme) {
  const Palette& inks = palette(theme);
  const WindowColours& window = windowColours(theme);
  return {{inks.ink, inks.muted, window.error, window.warning}, {inks.paper, window.desk, window.raised}};
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT
 private slots:
  // A button that is squeezed to nothing asks for such an icon.
  void anIconOfNoSizeIsNone() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter")));
    QVERIFY(themedIcon(QStringLiteral("close")).pixmap(QSize(0, 16)).isNull());
    QVERIFY(!themedIcon(QStringLiteral("close")).pixmap(QSize(16, 16)).isNull());
  }

  void contrastIsMeasuredAsWcagDoes() {
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.005);
  }

  // 1.4.6: 7:1 for text, 1.4.11: 3:1 for what shows where a control is.
  void highContrastIsHigh() {
    const Colours text = textIn(Theme::Contrast);
    for (const QColor& ground : text.grounds)
      for (const QColor& ink : text.inks)
        QVERIFY2(contrast(ink, ground) >= 7,
                 qPrintable(QString("%1 on %2: %3").arg(ink.name(), ground.name()).arg(contrast(ink, ground))));
    const Palette& inks = palette(Theme::Contrast);
    const WindowColours& window = windowColours(Theme::Contrast);
    for (const QColor& ground : {window.hover, window.pressed})
      for (const QColor& ink : {inks.ink, inks.muted})
        QVERIFY2(contrast(ink, ground) >= 7, qPrintable(ink.name() + ground.name()));
    for (const QColor& ground : text.grounds) {
      QVERIFY(contrast(inks.hairline, ground) >= 3);
      QVERIFY(contrast(inks.neutral, ground) >= 3);
      QVERIFY(contrast(inks.accent, ground) >= 7);
    }
    for (int series = 0; series < 6; ++series)
      QVERIFY2(contrast(seriesColour(series, true), inks.paper) >= 3, qPrintable(seriesColour(series, true).name()));
  }

  // 1.4.3: 4.5:1.
  void usualThemesAreRead() {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      const Colours text = textIn(theme);
      for (const QColor& ground : text.grounds)
        for (const QColor& ink : text.inks)
          QVERIFY2(contrast(ink, ground) >= 4.5,
                   qPrintable(QString("%1 on %2: %3").arg(ink.name(), ground.name()).arg(contrast(ink, ground))));
    }
  }

  void thePaletteIsTheThemes() {
    for (const auto& [choice, theme] :
         {std::pair(ThemeChoice::Light, Theme::Light), std::pair(ThemeChoice::Dark, Theme::Dark),
          std::pair(ThemeChoice::Contrast, Theme::Contrast)}) {
      applyTheme(*qApp, choice);
      QCOMPARE(currentTheme(), theme);
      const QPalette colours = QApplication::palette();
      const double least = theme == Theme::Contrast ? 7 : 4.5;
      using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
      for (const auto& [ink, ground] :
           {Pair(QPalette::WindowText, QPalette::Window), Pair(QPalette::Text, QPalette::Base),
            Pair(QPalette::ButtonText, QPalette::Button), Pair(QPalette::ToolTipText, QPalette::ToolTipBase),
            Pair(QPalette::PlaceholderText, QPalette::Base)})
        QVERIFY(contrast(colours.color(ink), colours.color(ground)) >= least);
      QVERIFY(contrast(colours.color(QPalette::HighlightedText), colours.color(QPalette::Highlight)) >=
              (theme == Theme::Contrast ? 7 : 3));
      // Every name in the style sheet has its colour.
      QVERIFY(!qApp->styleSheet().isEmpty() && !qApp->styleSheet().contains(QRegularExpression("@[a-z]")));
    }
    applyTheme(*qApp, ThemeChoice::Light);
  }
};

HEADLIGHT_TEST(TestTheme)
#include "test_theme.moc"
