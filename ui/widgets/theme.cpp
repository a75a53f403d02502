#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QLabel>
#include <QPalette>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleHints>
#include <QSvgRenderer>
#include <algorithm>
#include <cmath>
#include <optional>

// The linker drops a static library's resources unless they are asked for, and that cannot be done in a namespace.
static void initResources() { Q_INIT_RESOURCE(ui); }

namespace headlight {
namespace {

/// State of the one application; everything else asks the functions of the header.
struct Dress {
  std::optional<bool> desktopIsDark;
  Theme theme = Theme::Light;
  double desktopPointSize = 0;
  int step = 0;
  bool still = false;  ///< Nothing moves by itself.
};

Dress& dress() {
  static Dress instance;
  return instance;
}

/// Fusion whose labels, tooltips among them, take no text for markup unless they were told to: tokens are called "<s>".
class PlainTextStyle final : public QProxyStyle {
 public:
  PlainTextStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

  using QProxyStyle::polish;
  void polish(QWidget* widget) override {
    if (auto* label = qobject_cast<QLabel*>(widget); label && label->textFormat() == Qt::AutoText)
      label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
  }
  /// A picture in a list keeps its colours where it is chosen: they are numbers.
  QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap& picture, const QStyleOption* option) const override {
    return mode == QIcon::Selected ? picture : QProxyStyle::generatedIconPixmap(mode, picture, option);
  }
};

/// Draws an SVG whose lines are `currentColor` in the colour that the palette gives to button text now.
class LineIconEngine final : public QIconEngine {
 public:
  explicit LineIconEngine(QByteArray svg) : m_svg(std::move(svg)) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const QPalette::ColorGroup group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const QColor colour = QApplication::palette().color(group, QPalette::ButtonText);
    QByteArray svg = m_svg;
    QSvgRenderer(svg.replace("currentColor", colour.name().toLatin1())).render(painter, rect);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    if (size.isEmpty()) return {};  // A button that has no room for its icon.
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(&painter, QRect({}, size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new LineIconEngine(m_svg); }

 private:
  QByteArray m_svg;
};

QPalette applicationPalette(Theme theme) {
  const Palette& inks = palette(theme);
  const WindowColours& colours = windowColours(theme);
  QPalette p;
  p.setColor(QPalette::Window, colours.desk);
  p.setColor(QPalette::WindowText, inks.ink);
  p.setColor(QPalette::Base, inks.paper);
  p.setColor(QPalette::AlternateBase, colours.raised);
  p.setColor(QPalette::Text, inks.ink);
  p.setColor(QPalette::PlaceholderText, inks.muted);
  p.setColor(QPalette::Button, colours.raised);
  p.setColor(QPalette::ButtonText, inks.ink);
  p.setColor(QPalette::BrightText, inks.ink);
  p.setColor(QPalette::Light, colours.raised);
  p.setColor(QPalette::Midlight, colours.hover);
  p.setColor(QPalette::Mid, inks.hairline);
  p.setColor(QPalette::Dark, inks.hairline);
  p.setColor(QPalette::Shadow, inks.hairline);
  p.setColor(QPalette::Highlight, inks.accent);
  p.setColor(QPalette::HighlightedText, isDark(theme) ? inks.paper : QColor(Qt::white));
  p.setColor(QPalette::Link, inks.accent);
  p.setColor(QPalette::ToolTipBase, inks.paper);
  p.setColor(QPalette::ToolTipText, inks.ink);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, inks.neutral);
  return p;
}

/// The style sheet: lengths are in the 8-pixel grid of device-independent pixels, text is never set in pixels.
QString styleSheet(Theme theme) {
  const Palette& inks = palette(theme);
  const WindowColours& colours = windowColours(theme);
  QFile file(QStringLiteral(":/headlight/window.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  const std::pair<const char*, QColor> names[] = {
      {"@paper", inks.paper},       {"@ink", inks.ink},           {"@muted", inks.muted},
      {"@hairline", inks.hairline}, {"@accent", inks.accent},     {"@desk", colours.desk},
      {"@raised", colours.raised},  {"@hover", colours.hover},    {"@pressed", colours.pressed},
      {"@error", colours.error},    {"@warning", colours.warning}};
  // Style sheets mirror the place of a menu's mark, but not the room that is left for it.
  sheet.replace(QStringLiteral("@end"),
                QGuiApplication::isRightToLeft() ? QStringLiteral("left") : QStringLiteral("right"));
  for (const auto& [name, colour] : names) sheet.replace(QLatin1String(name), colour.name());
  return sheet;
}

}  // namespace

const WindowColours& windowColours(Theme theme) {
  static const WindowColours light = {QColor(0xf3, 0xf4, 0xf7), QColor(0xff, 0xff, 0xff), QColor(0xe9, 0xeb, 0xf0),
                                      QColor(0xdd, 0xe1, 0xf3), QColor(0xb3, 0x26, 0x1e), QColor(0x8a, 0x5a, 0x00)};
  static const WindowColours dark = {QColor(0x0e, 0x10, 0x14), QColor(0x20, 0x23, 0x2b), QColor(0x2b, 0x2f, 0x39),
                                     QColor(0x33, 0x3a, 0x57), QColor(0xff, 0x8a, 0x80), QColor(0xf2, 0xc1, 0x5b)};
  static const WindowColours contrast = {QColor(0x00, 0x00, 0x00), QColor(0x16, 0x16, 0x16), QColor(0x33, 0x33, 0x33),
                                         QColor(0x1f, 0x3a, 0x6e), QColor(0xff, 0xa8, 0xa0), QColor(0xff, 0xd7, 0x6b)};
  return theme == Theme::Contrast ? contrast : theme == Theme::Dark ? dark : light;
}

Theme currentTheme() { return dress().theme; }

void applyTheme(QApplication& application, ThemeChoice choice) {
  Dress& d = dress();
  if (!d.desktopIsDark) {
    initResources();
    d.desktopIsDark = perceivedLightness(QApplication::palette().color(QPalette::Window)) < 0.5;
    d.desktopPointSize = application.font().pointSizeF();
    if (d.desktopPointSize <= 0) d.desktopPointSize = 10;
  }
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  if (const Qt::ColorScheme desktop = QGuiApplication::styleHints()->colorScheme(); desktop != Qt::ColorScheme::Unknown)
    d.desktopIsDark = desktop == Qt::ColorScheme::Dark;
#endif
  const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && *d.desktopIsDark);
  d.theme = choice == ThemeChoice::Contrast ? Theme::Contrast : dark ? Theme::Dark : Theme::Light;
  application.setStyleSheet({});
  QApplication::setStyle(new PlainTextStyle);
  QApplication::setPalette(applicationPalette(d.theme));
  setTextStep(application, d.step);
  application.setStyleSheet(styleSheet(d.theme));
}

QIcon themedIcon(const QString& name) {
  QFile file(QStringLiteral(":/headlight/icons/") + name + QStringLiteral(".svg"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QIcon(new LineIconEngine(file.readAll()));
}

void setTextStep(QApplication& application, int step) {
  Dress& d = dress();
  d.step = std::clamp(step, kLeastTextStep, kMostTextStep);
  QFont font = application.font();
  font.setFamilies(fontFamilies());
  font.setPointSizeF((d.desktopPointSize > 0 ? d.desktopPointSize : 10) * std::pow(1.1, d.step));
  // A font does not reach what is within a window while a style sheet dresses it.
  const QString sheet = application.styleSheet();
  application.setStyleSheet({});
  application.setFont(font);
  // Qt tells the windows by itself only once the event loop runs; told too late, a widget may take its parent's old
  // font.
  for (QWidget* window : QApplication::topLevelWidgets()) {
    QEvent change(QEvent::ApplicationFontChange);
    QApplication::sendEvent(window, &change);
  }
  application.setStyleSheet(sheet);
}

int textStep() { return dress().step; }

QString keyless(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

double figureTextSize() { return FigureStyle().textSize * std::pow(1.1, dress().step); }

FigureStyle screenStyle() {
  FigureStyle style;
  style.theme = currentTheme();
  style.textSize = figureTextSize();
  return style;
}

bool reducesMotion() {
  return dress().still || QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

void setReducesMotion(bool reduce) { dress().still = reduce; }

}  // namespace headlight
