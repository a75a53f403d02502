#include "ui/export/html_page.h"

#include <QFile>
#include <QRegularExpression>
#include <cmath>
#include <nlohmann/json.hpp>

#include "ui/export/figure_writer.h"
#include "ui/export/weight_table.h"
#include "ui/export/xml_text.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/words.h"

// The page is in a library's resources, which a program that has no window has not asked for yet.
static void initPage() { Q_INIT_RESOURCE(ui); }

namespace headlight {
namespace {

constexpr Index kMostShownCells = 3600;

/// JSON that may stand inside a script element: nothing in it can end the element.
QString inScript(const std::string& json) {
  return QString::fromStdString(json).replace(QLatin1Char('<'), QStringLiteral("\\u003c"));
}

QString svgOf(const Figure& figure, QSize size, const char* name) {
  const QString svg = QString::fromUtf8(figureBytes(figure, FigureFormat::Svg, {size, 96, {}}));
  return QStringLiteral("<div class=\"%1\">").arg(QLatin1String(name)) + svg.mid(svg.indexOf(QStringLiteral("<svg"))) +
         QStringLiteral("</div>");
}

QString spotsOf(const Figure& figure, QSize size) {
  const auto rounded = [](double length) { return std::round(length * 100) / 100; };
  nlohmann::ordered_json json = {{"width", size.width()}, {"height", size.height()}};
  json["spots"] = nlohmann::ordered_json::array();
  for (const FigureSpot& spot : figure.spots(size))
    json["spots"].push_back({rounded(spot.rect.x()), rounded(spot.rect.y()), rounded(spot.rect.width()),
                             rounded(spot.rect.height()), spot.text.toStdString()});
  return inScript(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

/// The slider and the button above the pictures; nothing for a page without a player.
QString playerElement(const PagePlayer& player) {
  if (player.milliseconds.empty()) return {};
  QStringList times;
  for (const int time : player.milliseconds) times << QString::number(time);
  return QStringLiteral(
             "<div class=\"player\" data-times=\"[%1]\" data-play=\"%2\" data-pause=\"%3\" hidden>"
             "<button type=\"button\">%2</button>"
             "<input type=\"range\" min=\"1\" max=\"%4\" value=\"1\" aria-label=\"%5\">"
             "<output>1 / %4</output></div>\n")
      .arg(times.join(u','), xmlText(Words::tr("Play")), xmlText(Words::tr("Pause")), QString::number(times.size()),
           xmlText(Words::tr("Step")));
}

}  // namespace

QString pageElement(const PageFigure& place) {
  const auto& [title, sentence, light, dark, size] = place;
  QString html = QStringLiteral("<figure>\n");
  if (!title.isEmpty()) html += QStringLiteral("<h2 dir=\"auto\">%1</h2>\n").arg(xmlText(title));
  if (!sentence.isEmpty())
    html += QStringLiteral("<p class=\"sentence\" dir=\"auto\">%1</p>\n").arg(xmlText(sentence));
  html += QStringLiteral("<div class=\"stage\" tabindex=\"0\" role=\"application\" aria-label=\"%1\">")
              .arg(xmlText(light->title()));
  html += svgOf(*light, size, "light") + svgOf(*dark, size, "dark") + QStringLiteral("</div>\n");
  html +=
      QStringLiteral("<div class=\"says\" role=\"status\" dir=\"auto\"><span class=\"idle\">%1</span></div>\n")
          .arg(xmlText(Words::tr("Point at the figure, or use the arrow keys, to read its values.")));
  html += QStringLiteral("<figcaption dir=\"auto\">") + xmlText(light->altText()) + QStringLiteral("</figcaption>\n");
  if (const auto* attention = dynamic_cast<const AttentionFigure*>(light.get()))
    if (const QString table = weightTableHtml(*attention, kMostShownCells); !table.isEmpty())
      html +=
          QStringLiteral("<details><summary>%1</summary><div class=\"scroll\">")
              .arg(xmlText(
                  Words::tr("Numbers of %1").arg(headWords(attention->head())))) +
          table + QStringLiteral("</div></details>\n");
  return html + QStringLiteral("<script type=\"application/json\">") + spotsOf(*light, size) +
         QStringLiteral("</script>\n</figure>\n");
}

std::vector<PagePart> pageParts(const Exportable& what) {
  std::vector<PagePart> parts;
  for (const Exportable& part : what.parts) parts.push_back({{}, {}, part});
  if (parts.empty()) parts.push_back({{}, {}, what});
  return parts;
}

std::vector<PageFigure> pageFigures(const std::vector<PagePart>& parts, const ExportSettings& settings) {
  ExportSettings own = settings;
  own.size = parts.size() == 1 ? settings.units().toSize() : QSize(760, 560);
  own.dpi = 96;
  own.transparent = true;
  const auto made = [&own](const Exportable& what, Theme theme) -> std::shared_ptr<Figure> {
    own.theme = theme;
    return what.figure(styleFor(own, what.style), own.text, own.whole);
  };
  std::vector<PageFigure> figures;
  for (const PagePart& part : parts)
    figures.push_back(
        {part.title, part.sentence, made(part.what, Theme::Light), made(part.what, Theme::Dark), own.size});
  return figures;
}

QByteArray htmlPage(const Exportable& what, const ExportSettings& settings) {
  return htmlPage(pageFigures(pageParts(what), settings),
                  settings.text ? what.provenance : withoutText(what.provenance), settings);
}

QByteArray htmlPage(const std::vector<PageFigure>& parts, const Provenance& provenance,
                    const ExportSettings& settings) {
  QStringList elements;
  for (const PageFigure& part : parts) elements << pageElement(part);
  return htmlPage(elements, provenance, settings);
}

QByteArray htmlPage(const QStringList& elements, const Provenance& provenance, const ExportSettings& settings,
                    const PagePlayer& player) {
  const QString model = QString::fromStdString(provenance.model);
  QStringList families;
  for (const QString& family : fontFamilies(settings.family)) families << QStringLiteral("'%1'").arg(family);

  initPage();
  QFile file(QStringLiteral(":/headlight/page.html"));
  const bool opened = file.open(QIODevice::ReadOnly);
  Q_ASSERT(opened);
  Q_UNUSED(opened);
  const QString page = QString::fromUtf8(file.readAll());
  const std::pair<QString, QString> values[] = {
      {QStringLiteral("@program"), xmlText(QString::fromStdString(provenance.program))},
      {QStringLiteral("@title"),
       xmlText(settings.ownTitle.isEmpty() ? Words::tr("Attention in %1").arg(model) : settings.ownTitle)},
      {QStringLiteral("@subtitle"), xmlText(!settings.ownCaption.isEmpty() ? settings.ownCaption
                                            : provenance.text ? QString::fromStdString(*provenance.text).simplified()
                                                              : QString())},
      {QStringLiteral("@families"), families.join(QStringLiteral(", ")) + QStringLiteral(", sans-serif")},
      {QStringLiteral("@least"), elements.size() == 1 ? QStringLiteral("100%") : QStringLiteral("560px")},
      {QStringLiteral("@figures"), elements.join(QString())},
      {QStringLiteral("@player"), playerElement(player)},
      {QStringLiteral("@notes"), xmlText(provenanceNotes(provenance))},
      {QStringLiteral("@provenance"), inScript(provenanceJson(provenance))},
  };
  // Each name once and from left to right, so that a text with an @ in it stays what it is.
  static const QRegularExpression name(QStringLiteral("@[a-z]+"));
  QString result;
  qsizetype done = 0;
  for (auto it = name.globalMatch(page); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    for (const auto& [key, value] : values)
      if (match.captured() == key) {
        result += QStringView(page).mid(done, match.capturedStart() - done);
        result += value;
        done = match.capturedEnd();
      }
  }
  return (result + page.mid(done)).toUtf8();
}

}  // namespace headlight
